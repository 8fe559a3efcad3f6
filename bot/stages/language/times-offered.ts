// How often a language was offered in a talk. Who reads no Swedish may pass over the first offer; who was asked three times has heard it.
import type { Language } from '../../contracts/talk/language'

/** A language stands here once for each time it was offered. */
type Offered = readonly Language[]

const mostTimes = 3

export const mayBeOffered = (offered: Offered, language: Language): boolean =>
  offered.filter((one) => one === language).length < mostTimes

/** They were chosen, left or refused, or are not spoken here: none of them is offered again. */
export const neverAgain = (offered: Offered, languages: Offered): Language[] => [
  ...offered.filter((one) => !languages.includes(one)),
  ...languages.flatMap((language) => Array<Language>(mostTimes).fill(language)),
]
