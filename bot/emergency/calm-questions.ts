// Which of the questions that residents ask of a city are examples of calm.
import { spotEmergency } from './spot-emergency'

export interface OrdinaryQuestion {
  readonly text: string
  /** Null for what the city has no answer to. */
  readonly topic: string | null
}

/** A topic of whose questions one in so many is a cry for help is about danger: none of them is an example of calm. */
const oneInSoMany = 10

/** All but what a phrase alarms at and what is asked of topics about danger. */
export function calmQuestions(ordinary: readonly OrdinaryQuestion[]): readonly OrdinaryQuestion[] {
  const asked = new Map<string | null, number>()
  const alarming = new Map<string | null, number>()
  const quiet = ordinary.filter(({ text, topic }) => {
    const isAlarm = spotEmergency(text) !== undefined
    asked.set(topic, (asked.get(topic) ?? 0) + 1)
    if (isAlarm) alarming.set(topic, (alarming.get(topic) ?? 0) + 1)
    return !isAlarm
  })
  return quiet.filter(({ topic }) => (alarming.get(topic) ?? 0) * oneInSoMany < (asked.get(topic) ?? 0))
}
