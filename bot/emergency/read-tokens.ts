// A text as its phrases are looked for: folded words, each of which knows where its clause begins and ends.
import { foldDiacritics, readWords } from '../text/normalise'

export interface Token {
  readonly word: string
  readonly beginsClause: boolean
  readonly endsClause: boolean
}

/** Channels take less; this is the ceiling for whoever calls from elsewhere. */
const longestTextCharacters = 8_000
/** No word of any phrase is longer; one sign may stand for eighteen letters, and a thousand of them for one word. */
const longestWordCharacters = 60

const clauseEnd = /[.!?,;:…\n\r"()؟،؛。]+/u

/** Letters that one keyboard has and its neighbour has not: Persian and Arabic, Ukrainian and Russian. */
const neighbours: Readonly<Record<string, string>> = {
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ٱ: 'ا',
  ـ: '',
  і: 'и',
  ы: 'и',
  є: 'е',
  э: 'е',
  ґ: 'г',
  ь: '',
  ъ: '',
}
const neighbour = /[یىکةۀھٱـіыєэґьъ]/gu
const isOtherScript = /[\u0400-\u06ff]/

/** A lower-case word without marks, in the letters that all its spellings share. */
export function foldWord(word: string): string {
  const folded = foldDiacritics(word)
  return isOtherScript.test(folded) ? folded.replace(neighbour, (letter) => neighbours[letter] ?? '') : folded
}

/** The words of a text in order; punctuation, emoji, hidden characters and vowel marks are not among them. */
export function readTokens(text: string): readonly Token[] {
  return text.slice(0, longestTextCharacters).split(clauseEnd).flatMap(readClause)
}

const readClause = (clause: string): readonly Token[] =>
  readWords(clause)
    .map((word) => foldWord(word.slice(0, longestWordCharacters)))
    .filter((word) => word !== '')
    .map((word, at, { length }) => ({ word, beginsClause: at === 0, endsClause: at === length - 1 }))
