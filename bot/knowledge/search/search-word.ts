// A word as a search compares it: as it was written, without its dots and rings, and without its ending.
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer'
import type { Language } from '../../contracts/language'
import { foldDiacritics, readWords } from '../../text/normalise'
import { stemOfSwedish } from '../../text/stem-swedish'

export interface SearchWord {
  readonly folded: string
  readonly stem: string
}

type Stem = (word: string) => string

/** Other languages keep their endings; the runs of letters find what they can. */
const stems: Readonly<Record<string, Stem>> = {
  sv: stemOfSwedish,
  en: (word) => englishStemmer.stem(word),
}

/** The words of a text in order; of a longer text those of its beginning, see `readWords`. */
export function readSearchWords(text: string, language: Language): readonly SearchWord[] {
  const stem = stems[language] ?? ((word) => word)
  return readWords(text).map((word) => ({ folded: foldDiacritics(word), stem: foldDiacritics(stem(word)) }))
}
