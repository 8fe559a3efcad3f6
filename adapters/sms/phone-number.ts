// A number as a gateway writes it, as E.164; and whether it is of a country that we answer.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

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
