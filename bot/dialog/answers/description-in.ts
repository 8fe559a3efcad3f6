// "Gungan hänger i en kedja" chooses "something else", and is the description that would be asked for next.
import type { Expression } from '../model/condition'
import { wordsOf } from '../words/fold-words'
import type { Dialog } from '../model/model'
import { readAnswer } from './read-answer'
import type { ReadValue } from '../model/read-value'
import type { WalkEnvironment } from '../model/walk-environment'

/** Fewer words only name the choice. */
const fewestWords = 3

/**
 * The whole text as the answer to the one question for words that is asked because of this choice. None where the text is hardly
 * more than the name of it, or cannot be that answer.
 */
export function descriptionIn(
  { asks }: Dialog,
  { name, value, source }: ReadValue,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  if (source === 'tapped' || typeof value !== 'string' || wordsOf(text).length < fewestWords) return []
  const [ask, ...others] = [...asks.values()].filter(
    ({ types, onlyIf }) => types.includes('text') && onlyIf !== undefined && isBecause(onlyIf, name, value),
  )
  if (ask === undefined || others.length > 0) return []
  const choice = asks.get(name)?.choices.find(({ code }) => code === value)
  if (choice === undefined || isItsName([...choice.label.byKey.values()], text)) return []
  const reading = readAnswer(ask, text, environment)
  return reading.kind === 'value'
    ? [{ name: ask.name, value: reading.value, raw: text, source: 'extracted' }]
    : []
}

const isItsName = (labels: readonly string[], text: string): boolean =>
  labels.some((label) => wordsOf(label).join(' ') === wordsOf(text).join(' '))

const isBecause = (condition: Expression, name: string, code: string): boolean =>
  condition.kind === 'compare' &&
  condition.comparison === 'is' &&
  condition.left.kind === 'name' &&
  condition.left.name === name &&
  condition.right.kind === 'literal' &&
  condition.right.value === code
