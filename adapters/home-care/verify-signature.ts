// Whether a request is from the planning system, and from now: HMAC-SHA256 over `<timestamp>.<body>`.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** How far the clocks may differ, and how long a request that somebody copied is good for. */
const toleranceMs = 5 * 60_000

export const timestampHeader = 'x-homecare-timestamp'
export const signatureHeader = 'x-homecare-signature'

/** `sha256=<hex>`, what the sender puts into its header. @param timestamp Unix seconds, as the header has them */
export const signBody = (timestamp: string, body: Buffer, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`

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
  if (!/^\d{10}$/.test(timestamp)) return { kind: 'refused', code: 'timestamp-out-of-range' }
  const atMs = Number(timestamp) * 1_000
  if (Math.abs(now.getTime() - atMs) > toleranceMs) return { kind: 'refused', code: 'timestamp-out-of-range' }
  const given = Buffer.from(signature)
  // All are tried, so that the time taken does not tell which one is in use.
  const fits = secrets.map((secret) => {
    const wanted = Buffer.from(signBody(timestamp, body, secret))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return fits.includes(true)
    ? { kind: 'signed', at: new Date(atMs) }
    : { kind: 'refused', code: 'signature-invalid' }
}
