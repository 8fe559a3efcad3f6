// Words that say when and nothing else: "fredag eftermiddag", "på torsdag efter 16".
import { findDates } from './find-dates'
import { findTimes } from './find-times'
import { wordsOf } from './fold-words'

/** Parts of the day, and what stands between a day and a time. */
const around: ReadonlySet<string> = new Set(
  (
    'på om i till från efter före innan runt kring vid mellan och eller den klockan kl det är blir tack helst gärna bra passar ' +
    'morgon morgonen förmiddag förmiddagen eftermiddag eftermiddagen kväll kvällen lunch dag dagen tidigt sent nästa vecka veckan ' +
    'on at in to from after before around by the and or morning afternoon evening noon next week please'
  ).split(' '),
)
/** Any day does, and any time: when it is matters to what is meant, and not to whether it is one. */
const anyDay = '2026-01-01'
const anyTime = { after: () => 0 }

/** At least one day, time or part of a day, and no other word. */
export function isOnlyWhen(text: string): boolean {
  const dates = findDates(text, anyDay, false)
  const spans = [...dates, ...findTimes(text, anyTime, dates)]
  const rest = spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  // "Torsdag efter 16": behind a day a bare number is an hour.
  const isAround = (word: string): boolean => around.has(word) || (dates.length > 0 && /^\d{1,2}$/.test(word))
  return spans.length > 0 && wordsOf(rest).every(isAround)
}
