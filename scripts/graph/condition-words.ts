// A condition in Swedish, with the labels that residents see in the place of names and codes.
import { wordsBehind, type Comparison, type Expression } from '../../bot/dialog/model/condition'
import type { Dialog } from '../../bot/dialog/model/model'

const comparisonWords: Readonly<Record<Comparison, string>> = {
  is: 'är',
  'is not': 'är inte',
  '<': 'under',
  '<=': 'högst',
  '>': 'över',
  '>=': 'minst',
  in: 'är någon av',
  contains: 'innehåller',
  inside: 'ligger i',
  has: 'har',
}

type Wording = (expression: Expression) => string

/** `kind is other` → `Typ av fel är Något annat`. */
export function conditionWords(expression: Expression, dialog: Dialog): string {
  const nameWords = (name: string): string => dialog.labels.get(name)?.byKey.get('sv') ?? name
  const word: Wording = (part) => {
    switch (part.kind) {
      case 'literal':
        return literalWords(part.value)
      case 'name':
        return nameWords(part.name)
      case 'list':
        return part.items.map(word).join(', ')
      case 'not':
        return `inte (${word(part.part)})`
      case 'all':
        return part.parts.map(word).join(' och ')
      case 'any':
        return part.parts.map(word).join(' eller ')
      case 'given':
        return `${nameWords(part.name)} finns`
      case 'missing':
        return `${nameWords(part.name)} saknas`
      case 'compare':
        return comparedWords(part, dialog, word)
      case 'sum':
        return `${word(part.left)} ${part.sign === '+' ? '+' : '−'} ${word(part.right)}`
      case 'if':
        return `${word(part.then)} om ${word(part.condition)}, annars ${word(part.else)}`
      case 'today':
        return 'i dag'
      case 'size':
        return `antal ${word(part.of)}`
    }
  }
  return word(expression)
}

const languageWords: ReadonlyMap<string | number, string> = new Map([
  [wordsBehind.inside, 'kommunen'],
  [wordsBehind.has, 'siffror'],
])

function literalWords(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  return languageWords.get(value) ?? String(value)
}

/** The right side in the words of the question on the left. */
function comparedWords(
  { comparison, left, right }: Extract<Expression, { kind: 'compare' }>,
  dialog: Dialog,
  word: Wording,
): string {
  const choices = left.kind === 'name' ? (dialog.asks.get(left.name)?.choices ?? []) : []
  const codeWords = (part: Expression): string => {
    if (part.kind === 'list') return part.items.map(codeWords).join(', ')
    const choice = part.kind === 'literal' ? choices.find(({ code }) => code === part.value) : undefined
    return choice?.label.byKey.get('sv') ?? word(part)
  }
  return `${word(left)} ${comparisonWords[comparison]} ${codeWords(right)}`
}
