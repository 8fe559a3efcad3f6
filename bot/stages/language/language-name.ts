// What a language is called in a language: `svenska`, `Swedish`; asked for in every turn, so made once.
import { listFormat } from '../../contracts/basics/formats'
import type { Language } from '../../contracts/talk/language'

const names = new Map<string, string>()

const nameIn = (language: Language, inLanguage: Language): string =>
  new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language

/** `svenska, engelska och arabiska`, in the middle of a sentence. */
export const languagesInWords = (languages: readonly Language[], inLanguage: Language): string =>
  listFormat(inLanguage, {}).format(languages.map((language) => nameIn(language, inLanguage)))

/** As the language writes names of languages, with a capital first: it stands alone, on a button or in a list. */
export function languageName(language: Language, inLanguage: Language): string {
  const key = `${language} ${inLanguage}`
  const known = names.get(key)
  if (known !== undefined) return known
  const name = nameIn(language, inLanguage)
  const capital = name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1)
  names.set(key, capital)
  return capital
}
