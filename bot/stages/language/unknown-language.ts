// Said to whoever speaks a language that the city does not: which it speaks, in the talk's language and in English.
import { languagesInWords } from './language-name'
import { languageOf, type Turn } from '../turn/turn'
import type { Utterance } from '../turn/utterance'

export function unknownLanguage(turn: Turn): readonly Utterance[] {
  const { languages } = turn.content.city
  const language = languageOf(turn)
  const inEnglish = { kind: 'languages-spoken' } as const
  if (language === 'en') return [inEnglish]
  const said = {
    kind: 'wording',
    key: 'language.unknown',
    values: { languages: languagesInWords(languages, language) },
  } as const
  return languages.includes('en') ? [inEnglish, said] : [said]
}
