// Whether a request is from the planning system, and from now: HMAC-SHA256 over `<timestamp>.<body>`.
import type { IncomingHttpHeaders } from 'node:http'
import { freshTime, isSameText, signatureOf } from '../signed-door'

export const timestampHeader = 'x-homecare-timestamp'
export const signatureHeader = 'x-homecare-signature'

export type Verified =
  | { readonly kind: 'signed'; readonly at: Date }
  | {
      readonly kind: 'refused'
      readonly code: 'signature-missing' | 'timestamp-out-of-range' | 'signature-invalid'
    }

/** @param secrets any of them will do, while one takes over from another */
export function verifySignature(
  headers: IncomingHttpHeaders,
  body: Buffer,
  secrets: readonly string[],
  now: Date,
): Verified {
  const timestamp = headers[timestampHeader]
  const signature = headers[signatureHeader]
  if (typeof timestamp !== 'string' || typeof signature !== 'string')
    return { kind: 'refused', code: 'signature-missing' }
  const at = freshTime(timestamp, now)
  if (at === undefined) return { kind: 'refused', code: 'timestamp-out-of-range' }
  // All are tried, so that the time taken does not tell which one is in use.
  const fits = secrets.map((secret) => isSameText(signature, signatureOf(secret, timestamp, body)))
  return fits.includes(true) ? { kind: 'signed', at } : { kind: 'refused', code: 'signature-invalid' }
}
