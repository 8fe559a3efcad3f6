// A number as people of a language write it: 3,5 and 12 000 in Swedish.
import { localeOf, type Language } from '../contracts/language'

const formats = new Map<Language, Intl.NumberFormat>()

export function showNumber(value: number, language: Language): string {
  const format =
    formats.get(language) ?? new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6 })
  formats.set(language, format)
  return format.format(value)
}
