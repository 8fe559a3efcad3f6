// Swedish personal identity numbers and coordination numbers (Skatteverket, SKV 704 and 707), read, masked and hidden.
import { toPersonNumber } from '../text/person-number'

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
    const value = toPersonNumber(written, today)
    return value === undefined ? [] : [{ value, start: index, end: index + written.length }]
  })
