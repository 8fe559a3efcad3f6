// Which of the questions that residents ask of a city are examples of calm.
import { spotEmergency } from './spot-emergency'

export interface OrdinaryQuestion {
  readonly text: string
  /** Null for what the city has no answer to. */
  readonly topic: string | null
  /** What its topic answers begins with what to do in danger. */
  readonly isAboutDanger?: boolean
}

/** A topic of whose questions one in so many is a cry for help is about danger too, whatever staff say of it. */
const oneInSoMany = 10

/** Examples of calm: all but what a phrase alarms at and what is asked of topics about danger. */
export function calmQuestions(ordinary: readonly OrdinaryQuestion[]): readonly OrdinaryQuestion[] {
  const asked = new Map<string | null, number>()
  const alarming = new Map<string | null, number>()
  const quiet = ordinary.filter(({ text, topic, isAboutDanger = false }) => {
    const isAlarm = spotEmergency(text) !== undefined
    asked.set(topic, (asked.get(topic) ?? 0) + 1)
    if (isAlarm) alarming.set(topic, (alarming.get(topic) ?? 0) + 1)
    return !isAlarm && !isAboutDanger
  })
  return quiet.filter(({ topic }) => (alarming.get(topic) ?? 0) * oneInSoMany < (asked.get(topic) ?? 0))
}
