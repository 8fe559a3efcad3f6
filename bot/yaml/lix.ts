// LIX, the Swedish measure of how hard a text is to read.

/** A run of letters, with hyphens or apostrophes inside: `e-tjänst` is one word. Figures are not words. */
const wordForm = /\p{L}+(?:[-'’]\p{L}+)*/gu
const sentenceEnd = /[.!?:]+(?=\s|$)/u
const longWordLetters = 7

/** Words of a text, in order. */
export const wordsOf = (text: string): readonly string[] => text.match(wordForm) ?? []

/** Sentences of a text that have a word: they end at `.`, `!`, `?` or `:` before a space, or with the line. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(sentenceEnd))
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length > 0)

/**
 * Words per sentence + 100 × words of more than six letters / words, rounded; 0 for a text without words.
 * Under 30 reads like a children's book, 40 is where ordinary prose becomes hard.
 *
 * C. H. Björnsson, Läsbarhet (1968), where a full stop, a colon or a new line's capital ends a sentence.
 * A line is therefore a sentence here: each item of a list counts by itself.
 */
export function lix(text: string): number {
  const words = wordsOf(text)
  if (words.length === 0) return 0
  const long = words.filter((word) => [...word.matchAll(/\p{L}/gu)].length >= longWordLetters)
  return Math.round(words.length / sentencesOf(text).length + (100 * long.length) / words.length)
}
