// "I går", "det var i fredags": when something is or was, and nothing of what.
import { findDates, type FoundDate } from './find-dates'
import { fold, plainLine, wordsOf } from './fold-words'

/** Words around a day that say nothing of a matter either. */
const filler = new Set(
  (
    'ja nej jo det den de var ar blev hande i pa om vid kl klockan omkring ungefar cirka typ redan sedan for nu da sa kvall ' +
    'morgon formiddag eftermiddag natt tidigt sent och men eller ocksa it that was is on at the in around about since yes no and ' +
    'morning afternoon evening night but what how then'
  ).split(' '),
)

/** "Den andra" points at the second of two things rather than at the second of the month. */
const pointsAtOne = /^(?:(?:och|and) )?(?:den|the) (?:första|andra|tredje|first|second|third)(?: då)?$/u

/** The days, where the text says nothing else. */
export function onlyDaysIn(text: string, today: string, isEnglish: boolean): readonly FoundDate[] {
  if (pointsAtOne.test(plainLine(text))) return []
  const dates = findDates(text, today, isEnglish)
  const rest = dates.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  return wordsOf(rest).every((word) => filler.has(fold(word)) || /^\d+$/.test(word)) ? dates : []
}
