// A typed sum of Swedish kronor: "450 kr", "1 200:-", "12,50".
import { wordsOf } from './fold-words'
import { roundWords } from '../../text/number-words'
import { readNumber } from './read-number'

/** Groups of three, then at most two decimals, behind a comma, a point or, as on price tags, a colon. */
const amounts =
  /(?<![\p{L}\d.,:-])(?:sek\s*)?(?<whole>\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d{1,9})(?:[.,:](?<parts>\d{1,2}))?(?::?-)?(?=$|[^\p{L}\d.,:/-]|[.,:]?(?:\s|$)|\s*(?:kr|kronor|sek)(?!\p{L}))/giu
/** "100-200" is no sum, nor is "-100". */
const spans = /\d\s*[-–]\s*\d|(?<![\d:])[-−]\s*\d/u

/** Every different sum in the text, in kronor with at most two decimals; none for a vague one. */
export function readMoney(text: string): readonly number[] {
  const normal = text.normalize('NFKC')
  if (spans.test(normal) || wordsOf(normal).some((word) => roundWords.has(word))) return []
  const found = [...normal.matchAll(amounts)].map(({ groups = {} }) =>
    Number(`${(groups['whole'] ?? '').replace(/\D/g, '')}.${groups['parts'] ?? '0'}`),
  )
  if (found.length > 0) return [...new Set(found)]
  const inWords = /\d/.test(normal) ? undefined : readNumber(normal)
  return inWords === undefined ? [] : [inWords]
}

export const isMoney = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
