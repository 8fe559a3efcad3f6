// JSON as it stands in Redis.
import { DygnetError } from '../../bot/contracts/basics/errors'

/** What JSON cannot say (`undefined`) becomes `null`. */
export const toStoredJson = (value: unknown): string => JSON.stringify(value ?? null)

/**
 * The same for what scripts read: they know no half of a sign, as a text has that was cut in the middle of an emoji, and would
 * fail at it each time.
 */
export const toScriptJson = (value: object): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'string' ? one.replace(/\p{Cs}/gu, '\ufffd') : one,
  )

/** @param what - names the place for operators; never holds its content */
export function readJson(text: string | undefined | null, what: string): unknown {
  if (typeof text !== 'string') throw new DygnetError('store-corrupt', `${what} is missing`)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    // The cause of JSON.parse quotes the text, which may be a resident's.
    throw new DygnetError('store-corrupt', `${what} is no JSON (${(cause as Error).name})`)
  }
}
