// A yes or no to "Är det en plats?", which is asked about words that no register knows and that do not tell, and to "Menar du
// Storgatan 12 eller Storgatn 12?", where the first is the one that the register knows.
import type { Frame } from '../../contracts/talk/conversation'
import { corrects } from '../model/frame-answers'
import type { Interpretation } from '../answers/interpretation'
import { nearOffered, placeAskedAbout } from '../answers/known-address'
import type { AskStep } from '../model/model'
import type { ReadValue } from '../model/read-value'
import { readPlainYesNo } from '../words/read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

/** Over SMS: the lines under that question. */
const yesNoNumber = new Map([
  ['1', true],
  ['2', false],
])

/** Yes takes what was written before, or the register's spelling of it; no asks for another. */
export function readWhetherPlace(
  frame: Frame,
  ask: AskStep,
  text: string,
  { city, channel, places }: WalkEnvironment,
): Interpretation | undefined {
  const doubted = placeAskedAbout(ask, frame.offered, places)
  const value = doubted ?? nearOffered(ask, frame.offered, places)
  if (value === undefined) return undefined
  const numbered = doubted !== undefined && channel === 'sms' ? yesNoNumber.get(text.trim()) : undefined
  const isPlace = readPlainYesNo(text, city) ?? numbered
  if (isPlace === undefined) return undefined
  if (!isPlace) return { kind: 'reopen', name: ask.name }
  const answers: readonly ReadValue[] = [{ name: ask.name, value, raw: value, source: 'typed' }]
  return { kind: 'answers', answers, certainty: 'full', corrects: corrects(frame, answers) }
}
