// The languages that a resident may have the conversation in.
import type { Language } from '../../contracts/talk/language'
import type { Suggestion } from '../../contracts/talk/reply'
import { languageName, languagesInWords } from '../language/language-name'
import { citySpokenIn, cityTextIn, isSpoken } from '../turn/city-text'
import type { Turn } from '../turn/turn'
import { plain } from './in-city-words'
import type { Worded } from './worded'

/** In the language's own name, for whoever looks for it may read no other. */
export const languageButton = (language: Language): Suggestion => ({
  label: languageName(language, language),
  choice: { name: 'language', value: language },
})

export const languageButtons = (turn: Turn): readonly Suggestion[] =>
  turn.content.city.languages.filter((language) => isSpoken(turn, language)).map(languageButton)

export const wordLanguageOffer = (turn: Turn, language: Language): Worded => ({
  ...plain(cityTextIn(turn, 'language.offer', language)),
  spoken: citySpokenIn(turn, 'language.offer', language),
})

/** Over SMS there are no buttons, and the letters of other scripts would make many texts of one. */
export function wordLanguagesSpoken(turn: Turn): Worded {
  const { languages } = turn.content.city
  const isWeb = turn.message.channel === 'web'
  const names = isWeb
    ? languages.map((language) => languageName(language, language)).join(', ')
    : languagesInWords(languages, 'en')
  return {
    ...plain(
      cityTextIn(turn, 'language.unknown', 'en', { languages: names }),
      isWeb ? languageButtons(turn) : [],
    ),
    spoken: citySpokenIn(turn, 'language.unknown', 'en'),
  }
}
