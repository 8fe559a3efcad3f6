// A message as it is compared: one line of lower-case words, whatever way they were typed.

/** Longer texts are read from their beginning only; the time of every comparison has a ceiling through it. */
const longestTextCharacters = 2000

/** Zero-width and direction characters, soft hyphens: invisible, so they must not part or change words. */
const invisible = /\p{Cf}/gu
const apostropheInWord = /(?<=\p{L})['’ʼ`´](?=\p{L})/gu
/** `jaaaaa` and `jaa` are one word; no Swedish or English word needs a letter three times in a row. */
const stretched = /(\p{L})\1{2,}/gu
const word = /[\p{L}\p{M}\p{N}]+/gu
const mark = /\p{M}/gu

/** Letters that Unicode does not take apart into a base and a mark. */
const foldings: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', ß: 'ss', đ: 'd', ł: 'l', ı: 'i' }

/** The words of a text in order: NFKC, lower case, without punctuation, emoji and hidden characters. */
export function readWords(text: string): readonly string[] {
  return (
    text
      .slice(0, longestTextCharacters)
      .normalize('NFKC')
      .toLowerCase()
      .replace(invisible, '')
      .replace(apostropheInWord, '')
      .replace(stretched, '$1$1')
      .match(word) ?? []
  )
}

/** Nothing of it can be folded; most words are such. */
const plain = /^[\x20-\x7e]*$/

/** Without dots, rings, accents and vowel marks: `återvinning` → `atervinning`. Many phones and habits leave them out. */
export function foldDiacritics(text: string): string {
  if (plain.test(text)) return text
  return text
    .normalize('NFD')
    .replace(mark, '')
    .replace(/[øæßđłı]/g, (letter) => foldings[letter] ?? letter)
}

/** The words as one line, folded: for comparing what was written with what was listed. */
export const foldedLine = (text: string): string => foldDiacritics(readWords(text).join(' '))
