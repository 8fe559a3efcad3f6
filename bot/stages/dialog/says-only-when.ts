// "I går", "det var i fredags": when something is or was, and nothing of what. Inside an errand that begins no other one.
import { findDates, type FoundDate } from '../../dialog/words/find-dates'
import { fold, plainLine, wordsOf } from '../../dialog/words/fold-words'
import { walkEnvironment } from '../turn/open-dialog'
import type { Turn } from '../turn/turn'

/** Words around a day that say nothing of a matter either. */
const filler = new Set(
  (
    'ja nej jo det den de var ar blev hande i pa om vid kl klockan omkring ungefar cirka typ redan sedan for nu da sa kvall ' +
    'morgon formiddag eftermiddag natt tidigt sent och men eller ocksa it that was is on at the in around about since yes no and ' +
    'but what how then'
  ).split(' '),
)

export const saysOnlyWhen = (turn: Turn): boolean => daysOnlySaid(turn).length > 0

/** "Den andra" points at the second of two things rather than at the second of the month. */
const pointsAtOne = /^(?:(?:och|and) )?(?:den|the) (?:första|andra|tredje|first|second|third)(?: då)?$/u

/** The days, where the message says nothing else. */
export function daysOnlySaid(turn: Turn): readonly FoundDate[] {
  if (pointsAtOne.test(plainLine(turn.text))) return []
  const dates = findDates(turn.text, walkEnvironment(turn).today, turn.conversation.language === 'en')
  const rest = dates.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    turn.text,
  )
  return wordsOf(rest).every((word) => filler.has(fold(word)) || /^\d+$/.test(word)) ? dates : []
}
