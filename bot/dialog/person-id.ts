// Swedish personal identity numbers and coordination numbers (Skatteverket, SKV 704 and 707), read, masked and hidden.
import Personnummer from 'personnummer'

/** With the century, or with its sign, or ten digits in a row that no Swedish phone number begins like. */
const longForm = String.raw`(?:18|19|20)\d{6}[-+ ]?\d{4}`
const shortForm = String.raw`\d{6}[-+]\d{4}|[1-9]\d{9}`
const edges = (form: string): RegExp => new RegExp(String.raw`(?<![\d+-])(?:${form})(?![\d-])`, 'gu')
const anyForm = edges(`${longForm}|${shortForm}`)
const longOnly = edges(longForm)
/** Clearly tries to be one. */
const attempt = /\d{6,8}\s?[-+ ]?\s?\d{4}/u

export type PersonIdReading = { readonly value: string } | 'bad' | undefined

/** The one number in the text as twelve digits; `'bad'` when there is none but something tries to be, or there are several. */
export function readPersonId(text: string, today: string): PersonIdReading {
  const values = new Set(find(text, today, anyForm).map(({ value }) => value))
  const [value] = values
  if (value !== undefined && values.size === 1) return { value }
  return values.size > 1 || attempt.test(text) ? 'bad' : undefined
}

/** What stands in the place of a number that is not kept. */
export const hiddenPersonId = 'XXXXXX-XXXX'

/**
 * The text with each valid number made unreadable. `besidePhone`: a phone number is expected, so only a number with its
 * century is sure to be none.
 */
export const hidePersonIds = (text: string, today: string, besidePhone = false): string =>
  find(text, today, besidePhone ? longOnly : anyForm).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}${hiddenPersonId}${rest.slice(end)}`,
    text,
  )

/** `199001011239` → `19900101-****`. */
export const maskPersonId = (value: string): string => `${value.slice(0, 8)}-****`

interface Found {
  readonly value: string
  readonly start: number
  readonly end: number
}

const find = (text: string, today: string, form: RegExp): readonly Found[] =>
  [...text.matchAll(form)].flatMap(({ 0: written, index }) => {
    const value = withCentury(written, today)
    return isValid(value, today) ? [{ value, start: index, end: index + written.length }] : []
  })

/** Without a century the person is under a hundred years old, or over with a `+`. */
function withCentury(written: string, today: string): string {
  const digits = written.replace(/\D/g, '')
  if (digits.length === 12) return digits
  const thisYear = Number(today.slice(0, 4))
  const latest = written.includes('+') ? thisYear - 100 : thisYear
  const year = latest - ((latest - Number(digits.slice(0, 2))) % 100)
  const value = `${year}${digits.slice(2)}`
  return written.includes('+') || birthDay(value) <= today ? value : `${year - 100}${digits.slice(2)}`
}

function isValid(value: string, today: string): boolean {
  try {
    return Personnummer.valid(value) && birthDay(value) <= today
  } catch {
    return false
  }
}

/** ISO date; a coordination number has its day with 60 added. */
function birthDay(value: string): string {
  const day = Number(value.slice(6, 8))
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`
}
