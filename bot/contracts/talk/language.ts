// The languages a resident may be answered in.

/** A BCP 47 primary tag in lower case: `sv`, `en`, `ar`. Which ones the city speaks stands in `dialogs/city.yaml`. */
export type Language = string

/** The language staff write first; every other one may be missing and falls back to it, visibly. */
export const sourceLanguage: Language = 'sv'

const rightToLeft = /^(?:ar|fa|he|ps|ur|ckb|yi)\b/

export const isRightToLeft = (language: string): boolean => rightToLeft.test(language)

/**
 * For `Intl`; of Englishes the one that has the day before the month. In every language the days are those of the calendar
 * that Sweden goes by, and the digits those that its letters and street signs have; Persian would else have its own.
 */
export const localeOf = (language: Language): string =>
  `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`
