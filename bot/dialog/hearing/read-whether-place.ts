// The answer to "Är det en plats?", which is asked about words that no register knows and that do not tell.
import type { Frame } from '../../contracts/talk/conversation'
import { corrects } from '../model/frame-answers'
import type { Interpretation } from '../answers/interpretation'
import { placeAskedAbout } from '../answers/known-address'
import type { AskStep } from '../model/model'
import type { ReadValue } from '../model/read-value'
import { readPlainYesNo } from '../words/read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

/** Over SMS: the lines under that question. */
const yesNoNumber = new Map([
  ['1', true],
  ['2', false],
])

/** Yes takes what was written before, no asks for another. */
export function readWhetherPlace(
  frame: Frame,
  ask: AskStep,
  text: string,
  { city, channel, places }: WalkEnvironment,
): Interpretation | undefined {
  const value = placeAskedAbout(ask, frame.offered, places)
  if (value === undefined) return undefined
  const isPlace = readPlainYesNo(text, city) ?? (channel === 'sms' ? yesNoNumber.get(text.trim()) : undefined)
  if (isPlace === undefined) return undefined
  if (!isPlace) return { kind: 'reopen', name: ask.name }
  const answers: readonly ReadValue[] = [{ name: ask.name, value, raw: value, source: 'typed' }]
  return { kind: 'answers', answers, certainty: 'full', corrects: corrects(frame, answers) }
}
