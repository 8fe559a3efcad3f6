// "Kan ni hämta en soffa imorgon", before anybody knows which days are free: said back, or it looks as if nobody had read it.
import { areEarlyDays } from '../../dialog/answers/early-days'
import { note } from '../../dialog/texts/said'
import type { Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

/** Of this message alone: it is told once, and the day itself when its options are read. */
export function tellWishedDay({ conversation, content, plan, text }: Turn): readonly Utterance[] {
  const answers = Object.values(conversation.frames.at(-1)?.answers ?? {})
  const told = plan?.kind === 'start' ? (plan.said ?? text) : text
  return answers.flatMap(({ value }) =>
    areEarlyDays(value) && told.includes(value.words)
      ? [
          {
            kind: 'said' as const,
            said: note(content.city, 'dialog.day-wished', { value: value.words }),
          },
        ]
      : [],
  )
}
