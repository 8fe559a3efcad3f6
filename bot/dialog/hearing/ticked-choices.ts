// A question that takes several choices, answered one button after another until "Klart".
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { plainLine } from '../words/fold-words'
import type { Interpretation } from '../answers/interpretation'
import type { AskStep } from '../model/model'

/** Value of the button that ends the choosing. */
export const doneValue = 'done'
const doneWords = new Set(
  ['klart', 'klar', 'färdig', 'det var allt', 'inget mer', 'inga fler', 'done', "that's all", 'finished'].map(
    plainLine,
  ),
)

/** What a tapped button of such a question means: one more, all of them, or an end. */
export function tickedChoice(frame: Frame, ask: AskStep, value: string, label: string): Interpretation {
  if (frame.open !== ask.name) return { kind: 'stale' }
  const isDone = value === doneValue
  if (!isDone && !ask.choices.some(({ code }) => code === value)) return { kind: 'stale' }
  const ticked = inOrder(ask, isDone ? frame.ticked : [...frame.ticked, value])
  if (!isDone && ticked.length < ask.choices.length) return { kind: 'ticked', name: ask.name, code: value }
  // Nothing chosen passes an optional question over, and is refused by one that is needed.
  if (ticked.length === 0) return { kind: 'skip' }
  const answers = [{ name: ask.name, value: ticked, raw: label, source: 'tapped' as const }]
  return { kind: 'answers', answers, certainty: 'full', corrects: false }
}

export const isDoneWord = (ask: AskStep, { ticked }: Frame, text: string): boolean =>
  ask.types.includes('choices') && ticked.length > 0 && doneWords.has(plainLine(text))

/** What is written is added to what was tapped before. */
export const withTicked = (ask: AskStep, { ticked }: Frame, value: Value): Value =>
  ask.types.includes('choices') && isList(value) ? inOrder(ask, [...ticked, ...value]) : value

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const inOrder = ({ choices }: AskStep, codes: readonly Value[]): readonly string[] =>
  choices.map(({ code }) => code).filter((code) => codes.includes(code))
