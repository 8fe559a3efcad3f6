// How Twilio signs a request: HMAC-SHA1 over the address and the sorted form (https://www.twilio.com/docs/usage/security).
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The 20 bytes of a signature. `url` is the address that Twilio was told, whatever proxies made of it since. A name that comes
 * several times counts with its different values, sorted.
 */
export function twilioSignature(token: string, url: string, form: URLSearchParams): Buffer {
  const values = new Map<string, Set<string>>()
  for (const [name, value] of form) values.set(name, (values.get(name) ?? new Set()).add(value))
  const signed = [...values.keys()].sort().map((name) =>
    [...(values.get(name) ?? [])]
      .sort()
      .map((value) => name + value)
      .join(''),
  )
  return createHmac('sha1', token)
    .update(url + signed.join(''), 'utf8')
    .digest()
}

const base64 = /^[A-Za-z0-9+/]{27}=$/

/** Whether any of the tokens signed it: while one is changed for another, two are good. */
export function isSignedByTwilio(
  signature: string | undefined,
  tokens: readonly string[],
  url: string,
  form: URLSearchParams,
): boolean {
  if (signature === undefined || !base64.test(signature)) return false
  const given = Buffer.from(signature, 'base64')
  return tokens
    .map((token) => timingSafeEqual(given, twilioSignature(token, url, form)))
    .some((isRight) => isRight)
}
