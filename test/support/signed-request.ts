// A request of a department's own system, signed as the house asks.
import { signatureOf, signedText, timestampOf } from '../../adapters/signed-door'

export interface SignedSystem {
  readonly url: string
  readonly department: string
  readonly secret: string
  readonly now: Date
}

export interface Answered {
  readonly status: number
  readonly body: unknown
}

export async function sendSigned(
  { url, department, secret, now }: SignedSystem,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answered> {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const timestamp = timestampOf(now)
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'x-dygnet-department': department,
      'x-dygnet-timestamp': timestamp,
      'x-dygnet-signature': signatureOf(secret, timestamp, signedText(method, path, text)),
    },
    ...(body !== undefined && { body: text }),
  })
  const answered = await response.text()
  return { status: response.status, body: answered === '' ? undefined : (JSON.parse(answered) as unknown) }
}
