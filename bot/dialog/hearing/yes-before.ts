// "Ja, och mitt nummer är 070-123 45 67": the yes answers what is asked, whatever else is said in the same breath. A "nej" there takes
// something back and answers nothing.
import type { AskStep } from '../model/model'
import type { Interpretation } from '../answers/interpretation'
import { readYesNo } from '../words/read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

/** @param read what the text says of other questions */
export function withYesBefore(
  read: Interpretation,
  ask: AskStep | undefined,
  text: string,
  { city }: WalkEnvironment,
): Interpretation {
  if (read.kind !== 'answers' || ask?.types.includes('yes/no') !== true) return read
  if (read.answers.some(({ name }) => name === ask.name) || readYesNo(text, city) !== true) return read
  return { ...read, answers: [{ name: ask.name, value: true, raw: text, source: 'typed' }, ...read.answers] }
}
