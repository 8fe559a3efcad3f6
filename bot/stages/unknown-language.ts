// Said to whoever speaks a language that the city does not: which it speaks.
import { languagesInWords } from './language-name'
import { languageOf, type Turn } from './turn'
import type { Utterance } from './utterance'

export const unknownLanguage = (turn: Turn): Utterance => ({
  kind: 'wording',
  key: 'language.unknown',
  values: { languages: languagesInWords(turn.content.city.languages, languageOf(turn)) },
})
