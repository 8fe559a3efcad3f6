// The types of answers as staff write them: `text`, `phone or email`.
import { answerTypes, type AnswerType } from '../../../contracts/talk/value'
import { nearest } from '../../../yaml/nearest'
import { meantBy } from './own-words'

/** `phone or email` → both, in this order. */
export const splitTypes = (text: string): readonly string[] =>
  text.split(/\s+or\s+/).map((type) => type.trim())

/** Types with misspelt ones read as what they were meant to be; none at all when one is a riddle, which clashes with nothing. */
export function meantTypes(types: readonly string[]): readonly string[] {
  const meant = types.map((type) =>
    isAnswerType(type) ? type : (meantBy(type, answerTypes) ?? nearest(type, answerTypes)),
  )
  return meant.every((type) => type !== undefined) ? meant : []
}

/** What a question with choices may take: one of them, several, or one of them or else a day. Undefined for any other type. */
export function typesOfChoices(text: string): readonly AnswerType[] | undefined {
  const [first, second, ...more] = splitTypes(text)
  if (first === 'choices' && second === undefined) return ['choices']
  if (first !== 'choice' || more.length > 0) return undefined
  return second === undefined ? ['choice'] : second === 'date' ? ['choice', 'date'] : undefined
}

const yesNoCodes: ReadonlySet<string> = new Set(['ja', 'nej', 'yes', 'no'])

/** Choices that only say yes and no, which the type `yes/no` does better. */
export const isYesNoCodes = (codes: readonly string[]): boolean =>
  codes.length === 2 && codes.every((code) => yesNoCodes.has(code))

export const isAnswerType = (type: string): type is AnswerType =>
  (answerTypes as readonly string[]).includes(type)

/** Whether the answer is something that is sent and not written. */
export const takesFiles = (types: readonly string[]): boolean =>
  types.some((type) => type === 'photo' || type === 'file')

/** Types that conditions take for another one: a consent is a yes or a no, a code stands for its number. */
const kinds: Readonly<Record<string, string>> = { consent: 'yes/no', code: 'phone', 'person-id': 'text' }

/** What conditions and results take an answer of this type for. */
export const kindOfType = (type: string): string => kinds[type] ?? type
