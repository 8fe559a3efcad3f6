// A word as a search compares it: as it was written, without its dots and rings, and without its ending.
import englishStemmer from 'natural/lib/natural/stemmers/porter_stemmer'
import type { Language } from '../../contracts/talk/language'
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

function readWord(word: string, language: Language): SearchWord {
  const stem = stems[language] ?? ((unchanged) => unchanged)
  const folded = foldDiacritics(word)
  return { folded, stem: foldDiacritics(stem(word)), isStopWord: isStopWord(folded, language) }
}

/** The words of a text in order; of a longer text those of its beginning, see `readWords`. */
export const readSearchWords = (text: string, language: Language): readonly SearchWord[] =>
  readWords(text).map((word) => readWord(word, language))

/** Whether a single word of a text says what it is about. */
export const isLoneWord = (text: string, language: Language): boolean =>
  new Set(readSearchWords(text, language).flatMap((word) => (word.isStopWord ? [] : [word.stem]))).size === 1

/** Reads many texts, each different word once; line by line, for only the beginning of a long text is read at once. */
export function wordReader(language: Language): (text: string) => readonly SearchWord[] {
  const known = new Map<string, SearchWord>()
  const read = (word: string): SearchWord => {
    const found = known.get(word) ?? readWord(word, language)
    known.set(word, found)
    return found
  }
  return (text) => text.split('\n').flatMap((line) => readWords(line).map(read))
}
