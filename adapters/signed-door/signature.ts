// Signatures of requests between the house and other systems: HMAC-SHA256 over the time, a full stop and what is signed.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** A signature is good for so long before and after its time, for clocks differ. */
export const signatureWindowMs = 5 * 60_000

/** Unix time, in whole seconds, as a header holds it. */
export const timestampOf = (now: Date): string => String(Math.floor(now.getTime() / 1_000))

/** `sha256=` and 64 hexadecimal digits. */
export const signatureOf = (secret: string, timestamp: string, signed: string | Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(signed).digest('hex')}`

export interface Signed {
  readonly timestamp: string | undefined
  readonly signature: string | undefined
  readonly signed: string | Buffer
}

/** Whether one who knows the secret signed it, now. */
export function isSigned(
  { timestamp = '', signature = '', signed }: Signed,
  secret: string,
  now: Date,
): boolean {
  if (secret === '' || !/^\d{1,12}$/.test(timestamp)) return false
  const isFresh = Math.abs(now.getTime() - Number(timestamp) * 1_000) <= signatureWindowMs
  // Compared also when it is too old, so that the time it takes tells nothing.
  return isSame(signatureOf(secret, timestamp, signed), signature) && isFresh
}

/** In a time that does not depend on where they differ. */
function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)]
  return one.length === other.length && timingSafeEqual(one, other)
}
