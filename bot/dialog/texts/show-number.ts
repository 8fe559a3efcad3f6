// A number as people of a language write it: 3,5 and 12 000 in Swedish.
import { numberFormat } from '../../contracts/basics/formats'
import { localeOf, type Language } from '../../contracts/talk/language'

export const showNumber = (value: number, language: Language): string =>
  numberFormat(localeOf(language), { maximumFractionDigits: 6 }).format(value)
