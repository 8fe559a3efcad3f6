// The types of answers as staff write them: `text`, `phone or email`.
import { answerTypes, type AnswerType } from '../../contracts/value'

/** `phone or email` → both, in this order. */
export const splitTypes = (text: string): readonly string[] =>
  text.split(/\s+or\s+/).map((type) => type.trim())

export const isAnswerType = (type: string): type is AnswerType =>
  (answerTypes as readonly string[]).includes(type)

/** Types that conditions take for another one: a consent is a yes or a no. */
const kinds: Readonly<Record<string, string>> = { consent: 'yes/no' }

/** What conditions and results take an answer of this type for. */
export const kindOfType = (type: string): string => kinds[type] ?? type
