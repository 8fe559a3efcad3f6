// Texts as the checks compare them: what looks alike or is hidden must not get round them.
import { foldDiacritics } from './normalise'

const hidden = /[\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu
/** Signs for a dash or a minus between figures. */
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g

/** One line: NFKC, without hidden characters, with one kind of dash and single spaces. */
export const toCompared = (text: string): string =>
  text.normalize('NFKC').replace(hidden, '').replace(dashes, '-').replace(/\s+/g, ' ').trim()

/** The same in lower case and without dots and accents. */
export const toFolded = (text: string): string => foldDiacritics(toCompared(text).toLowerCase())

/** Folded words with letters in them, in order. */
export const foldedWords = (text: string): readonly string[] => toFolded(text).match(/\p{L}+/gu) ?? []
