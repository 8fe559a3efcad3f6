// A number as a gateway writes it, as E.164; and whether it is of a country that we answer.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { InboundSms } from './gateway'

/** `070-123 45 67`, `0046…` and `+46 (0)70…` as `+46701234567`; undefined for a name, a short code or what is no number. */
export function toPhoneNumber(written: string): string | undefined {
  const digits = written.trim().replace(/^00(?=[1-9])/, '+')
  // A name may look like a number to a forgiving reader.
  if (/\p{L}/u.test(digits)) return undefined
  const number = parsePhoneNumberFromString(digits.replace('(0)', ''), 'SE')
  return number?.isValid() === true ? number.number : undefined
}

/** @param countries calling codes such as `+46` */
export const isOfCountry = (number: string, countries: readonly string[]): boolean =>
  countries.some((code) => number.startsWith(code))

export interface Numbers {
  readonly theirs: string
  readonly ours: string
}

/** Undefined when one of them is no number. Our own may be a short code. */
export function numbersOf({ from, to }: Pick<InboundSms, 'from' | 'to'>): Numbers | undefined {
  const theirs = toPhoneNumber(from)
  const ours = toPhoneNumber(to) ?? (/^\d{3,6}$/.test(to) ? to : undefined)
  return theirs === undefined || ours === undefined ? undefined : { theirs, ours }
}
