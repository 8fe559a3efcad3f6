// What stands in the place of a line that cannot be read any more: said honestly, once, where it was.
import type { Language } from '../../bot/contracts/talk/language'
import { wordedLanguage } from './page-language'

const texts = {
  sv: 'En del av samtalet går inte att läsa längre. Fråga gärna igen om du saknar något.',
  en: 'A part of this conversation can no longer be read. Please ask again if something is missing.',
} as const

export const lostLineText = (language: Language | undefined): string => texts[wordedLanguage(language)]
