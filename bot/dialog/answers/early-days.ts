// A day named before its question, where the options may be days: "boka grovsopor på torsdag". Kept in its own words until the options are read.
import type { Value } from '../../contracts/talk/value'
import { findMeantDates } from '../words/denied-days'
import type { AskStep } from '../model/model'
import type { ReadValue } from '../model/read-value'
import type { WalkEnvironment } from '../model/walk-environment'

/** `on`: the ISO day on which it was said, for "i morgon" means another one tomorrow. */
export interface EarlyDays {
  readonly words: string
  readonly on: string
}

/** A chosen option is one text, so this is an answer that still looks for its option. */
export const areEarlyDays = (value: Value): value is Value & EarlyDays =>
  typeof value === 'object' && 'words' in value && 'on' in value

/** Days to come, for the one question with options; none where another question is about days too. */
export function findEarlyDays(
  asks: readonly AskStep[],
  text: string,
  { today, language }: WalkEnvironment,
): readonly ReadValue[] {
  const [ask, ...others] = asks.filter(({ pick, types }) => pick !== undefined || types.includes('date'))
  if (ask?.pick === undefined || others.length > 0) return []
  const found = findMeantDates(text, today, language === 'en').filter(({ days }) =>
    days.some((day) => day >= today),
  )
  const words = found.map(({ start, end }) => text.slice(start, end)).join(' eller ')
  return words === ''
    ? []
    : [{ name: ask.name, value: { words, on: today }, raw: words, source: 'extracted' }]
}
