// A word as a search compares it: as it was written, without its dots and rings, and without its ending.
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer'
import type { Language } from '../../contracts/language'
import { foldDiacritics, readWords } from '../../text/normalise'
import { stemOfSwedish } from '../../text/stem-swedish'
import { isStopWord } from '../../text/stop-words'

export interface SearchWord {
  readonly folded: string
  readonly stem: string
  /** It says how something is asked and not what about. */
  readonly isStopWord: boolean
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
  return readWords(text).map((word) => {
    const folded = foldDiacritics(word)
    return { folded, stem: foldDiacritics(stem(word)), isStopWord: isStopWord(folded, language) }
  })
}
