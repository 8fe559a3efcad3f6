// Which questions ask who somebody is.
import type { AskStep } from '../../model/model'

const personalTypes: ReadonlySet<string> = new Set(['phone', 'email', 'person-id'])
/** Names of questions of any text that ask for a person all the same. */
const personalNames: ReadonlySet<string> = new Set([
  'name',
  'namn',
  'contact',
  'kontakt',
  'phone',
  'telefon',
  'mobil',
  'email',
  'epost',
  'personnummer',
])

/** A question whose type tells who somebody is. */
export const isPersonalType = ({ types }: AskStep): boolean => types.some((type) => personalTypes.has(type))

/** A question whose answer tells who somebody is, by its type or, most likely, by its name. */
export const asksForPerson = (ask: AskStep): boolean =>
  isPersonalType(ask) || (ask.types.includes('text') && personalNames.has(ask.name.toLowerCase()))

/** The same, and what staff said is personal by saying how long it is kept. */
export const isPersonal = (ask: AskStep): boolean => ask.keepDays !== undefined || asksForPerson(ask)

/** The number of the phone that somebody writes on tells whoever holds the phone nothing. */
export const isOwnNumber = ({ types }: AskStep): boolean => types.every((type) => type === 'phone')
