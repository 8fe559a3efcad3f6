// A personal identity or coordination number as the answer to a question, and as it is shown.
import { toPersonNumber } from '../../text/person-number'

/** With the century, or with its sign, or ten digits in a row that no Swedish phone number begins like. */
const anyForm = /(?<![\d+-])(?:(?:18|19|20)\d{6}[-+ ]?\d{4}|\d{6}[-+]\d{4}|[1-9]\d{9})(?![\d-])/gu
/** Clearly tries to be one. */
const attempt = /\d{6,8}\s?[-+ ]?\s?\d{4}/u

export type PersonIdReading = { readonly value: string } | 'bad' | undefined

/** The one number in the text as twelve digits; `'bad'` when there is none but something tries to be, or there are several. */
export function readPersonId(text: string, today: string): PersonIdReading {
  const values = new Set(
    (text.match(anyForm) ?? []).flatMap((written) => toPersonNumber(written, today) ?? []),
  )
  const [value] = values
  if (value !== undefined && values.size === 1) return { value }
  return values.size > 1 || attempt.test(text) ? 'bad' : undefined
}

/** `199001011239` → `19900101-****`. */
export const maskPersonId = (value: string): string => `${value.slice(0, 8)}-****`
