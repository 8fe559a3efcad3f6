// Signatures of requests between the house and other systems: HMAC-SHA256 over the time, a full stop and what is signed.
import { createHmac } from 'node:crypto'
import { minuteMs } from '../../bot/contracts/basics/durations'
import { isSameText } from './same-text'

/** A signature is good for so long before and after its time, for clocks differ. */
const signatureWindowMs = 5 * minuteMs

/** Unix time, in whole seconds, as a header holds it. */
export const timestampOf = (now: Date): string => String(Math.floor(now.getTime() / 1_000))

/** The time that a header holds; undefined when it holds none, or one of which no signature is good now. */
function freshTime(timestamp: string, now: Date): Date | undefined {
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

export type Verified =
  | { readonly kind: 'signed'; readonly at: Date }
  | {
      readonly kind: 'refused'
      readonly code: 'signature-missing' | 'timestamp-out-of-range' | 'signature-invalid'
    }

/**
 * Whether one who knows a secret signed it, now.
 *
 * @param secrets any of them will do, while one takes over from another; with an empty one nobody can sign
 */
export function verifySignature(
  { timestamp, signature, signed }: Signed,
  secrets: readonly string[],
  now: Date,
): Verified {
  if (timestamp === undefined || signature === undefined)
    return { kind: 'refused', code: 'signature-missing' }
  const at = freshTime(timestamp, now)
  if (at === undefined) return { kind: 'refused', code: 'timestamp-out-of-range' }
  // All are tried, so that the time taken does not tell which one is in use.
  const fits = secrets
    .filter((secret) => secret !== '')
    .map((secret) => isSameText(signature, signatureOf(secret, timestamp, signed)))
  return fits.includes(true) ? { kind: 'signed', at } : { kind: 'refused', code: 'signature-invalid' }
}
