// The languages a resident may be answered in.

/** A BCP 47 primary tag in lower case: `sv`, `en`, `ar`. Which ones the city speaks stands in `dialogs/city.yaml`. */
export type Language = string

/** The language staff write first; every other one may be missing and falls back to it, visibly. */
export const sourceLanguage: Language = 'sv'

const rightToLeft = /^(?:ar|fa|he|ps|ur|ckb|yi)\b/

export const isRightToLeft = (language: string): boolean => rightToLeft.test(language)
