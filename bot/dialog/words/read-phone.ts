// A typed phone number, as people write it in Sweden; kept as E.164.
import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Fewer digits are a house number, an amount or a year. */
const fewestDigits = 6
/** With nothing beside them so many are an attempt all the same. */
const fewestAlone = 4
/** "2026-12-24" and "24.12.2026" are days, though the digits would make a number in the 020 series. */
const dateShapes = /(?<!\d)(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4})(?!\d)/gu
const attempt = /\+?\d[\d\s()./–-]{4,}\d/u

export type PhoneReading = { readonly number: string } | 'bad' | undefined

/**
 * The one phone number in the text: `070-123 45 67` → `+46701234567`. Numbers without a country are Swedish; fixed lines
 * are accepted too. `'bad'` when the text clearly tries to be a number and is none; undefined when it does not try.
 */
export function readPhone(text: string): PhoneReading {
  const whole = parsePhoneNumberFromString(withoutDates(text), 'SE')
  if (whole?.isValid() === true && isOnlyNumber(text)) return { number: whole.number }
  const numbers = new Set(findPhones(text).map((found) => found.number))
  const [only] = numbers
  if (only !== undefined && numbers.size === 1) return { number: only }
  const tried = attempt.exec(text)?.[0].replace(/\D/g, '') ?? ''
  const isAttempt = tried.length >= fewestDigits || (isOnlyNumber(text) && digitsOf(text) >= fewestAlone)
  return numbers.size === 0 && isAttempt ? 'bad' : undefined
}

export interface FoundPhone {
  readonly number: string
  readonly start: number
  readonly end: number
}

/** Every valid number in a longer text, with its place in UTF-16 code units. */
export function findPhones(text: string): readonly FoundPhone[] {
  if (digitsOf(text) < fewestDigits) return []
  return findPhoneNumbersInText(withoutDates(text), 'SE').map(({ number, startsAt, endsAt }) => ({
    number: number.number,
    start: startsAt,
    end: endsAt,
  }))
}

/** Dates blanked out, every other character where it was. */
const withoutDates = (text: string): string => text.replace(dateShapes, (date) => ' '.repeat(date.length))

function isOnlyNumber(text: string): boolean {
  return /^[\s\d+()./–-]+$/u.test(text)
}

const digitsOf = (text: string): number => text.replace(/\D/g, '').length

/** `+46701234567` → `070-123 45 67`; a foreign number keeps its country. */
export function showPhone(number: string): string {
  const parsed = parsePhoneNumberFromString(number, 'SE')
  if (parsed === undefined) return number
  return parsed.country === 'SE' ? parsed.formatNational() : parsed.formatInternational()
}
