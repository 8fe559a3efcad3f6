// Over SMS the buttons of a question are numbered lines, and "2" is the second of them.
import type { Interpretation } from './interpretation'
import { takesYesNo, type AskStep } from '../model/model'

const menuNumber = /^\s*(\d{1,2})\s*[.)]?\s*$/
/** To these a number can be the answer itself. */
const typesOfDigits = new Set(['number', 'money', 'text', 'date', 'time', 'address', 'person-id'])

export const takesDigits = ({ types }: AskStep): boolean => types.some((type) => typesOfDigits.has(type))

/** The button of that number under a question: its choices, then yes and no, then skip. */
export function readMenuNumber(ask: AskStep, text: string): Interpretation | undefined {
  const number = Number(menuNumber.exec(text)?.[1] ?? 0)
  if (number === 0 || takesDigits(ask)) return undefined
  const isSeveral = ask.types.includes('choices')
  const values = [
    ...ask.choices.map(({ code }) => (isSeveral ? [code] : code)),
    ...(takesYesNo(ask) ? [true, false] : []),
  ]
  if (ask.optional && number === values.length + 1) return { kind: 'skip' }
  const value = values[number - 1]
  if (value === undefined) return undefined
  const answers = [{ name: ask.name, value, raw: text, source: 'tapped' as const }]
  return { kind: 'answers', answers, certainty: 'full', corrects: false }
}

/** The button of that number under a confirmation: send, change. */
export function readConfirmationNumber(text: string): Interpretation | undefined {
  const number = menuNumber.exec(text)?.[1]
  if (number === '1') return { kind: 'confirmed' }
  return number === '2' ? { kind: 'which' } : undefined
}
