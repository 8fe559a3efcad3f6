// What a language is called in a language: `svenska`, `Swedish`; asked for in every turn, so made once.
import type { Language } from '../contracts/language'

const names = new Map<string, string>()

/** As the language writes names of languages, with a capital first: it stands alone, on a button or in a list. */
export function languageName(language: Language, inLanguage: Language): string {
  const key = `${language} ${inLanguage}`
  const known = names.get(key)
  if (known !== undefined) return known
  const name = new Intl.DisplayNames(inLanguage, { type: 'language' }).of(language) ?? language
  const capital = name.charAt(0).toLocaleUpperCase(inLanguage) + name.slice(1)
  names.set(key, capital)
  return capital
}
