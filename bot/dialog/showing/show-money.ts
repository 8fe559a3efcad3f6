// A sum of kronor as people of a language write it: `1 200 kr`, `12,50 kr`, `SEK 1,200`.
import { numberFormat } from '../../contracts/basics/formats'
import { localeOf, type Language } from '../../contracts/talk/language'

/** Whole kronor without decimals, others with two. */
export function showMoney(value: number, language: Language): string {
  const decimals = Number.isInteger(value) ? 0 : 2
  const format = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const amount = numberFormat(localeOf(language), format).format(value)
  return language === 'sv' ? `${amount} kr` : `SEK ${amount}`
}
