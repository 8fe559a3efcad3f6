// Signatures of requests between the house and other systems: HMAC-SHA256 over the time, a full stop and what is signed.
import { createHmac } from 'node:crypto'
import { isSameText } from './same-text'

/** A signature is good for so long before and after its time, for clocks differ. */
const signatureWindowMs = 5 * 60_000

/** Unix time, in whole seconds, as a header holds it. */
export const timestampOf = (now: Date): string => String(Math.floor(now.getTime() / 1_000))

/** The time that a header holds; undefined when it holds none, or one of which no signature is good now. */
export function freshTime(timestamp: string, now: Date): Date | undefined {
  if (!/^\d{10}$/.test(timestamp)) return undefined
  const at = new Date(Number(timestamp) * 1_000)
  return Math.abs(now.getTime() - at.getTime()) <= signatureWindowMs ? at : undefined
}

/** `sha256=` and 64 hexadecimal digits. @param timestamp Unix seconds, as the header holds them */
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
  if (secret === '') return false
  // Compared also when it is too old, so that the time it takes tells nothing.
  const isRight = isSameText(signature, signatureOf(secret, timestamp, signed))
  return isRight && freshTime(timestamp, now) !== undefined
}
