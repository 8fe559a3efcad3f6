// Reads a gateway's form: bounded, its bytes kept as they came until they are known to be the gateway's.
import type { IncomingMessage } from 'node:http'

/** A text of 1,600 characters, each of nine bytes when it is escaped, and what gateways say beside it. */
export const maxFormBytes = 64 * 1_024

export type FormBody =
  | { readonly kind: 'form'; readonly form: URLSearchParams }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415 }

/** Never rejects; reads to the end what it refuses, for a connection that breaks off is tried again by gateways. */
export async function readForm(request: IncomingMessage): Promise<FormBody> {
  const type = request.headers['content-type'] ?? ''
  const encoding = request.headers['content-encoding'] ?? 'identity'
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type) && encoding === 'identity'
  const bytes = await readBytes(request)
  if (bytes === 'broken') return { kind: 'refused', status: 400 }
  if (!isForm) return { kind: 'refused', status: 415 }
  if (bytes === 'too-large') return { kind: 'refused', status: 413 }
  return { kind: 'form', form: new URLSearchParams(bytes.toString('utf8')) }
}

/** More than this is not even read to its end. */
const maxDrainedBytes = 1_024 * 1_024

async function readBytes(request: IncomingMessage): Promise<Buffer | 'too-large' | 'broken'> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > maxDrainedBytes) return 'too-large'
      if (length <= maxFormBytes) chunks.push(chunk)
    }
  } catch {
    return 'broken'
  }
  return length > maxFormBytes ? 'too-large' : Buffer.concat(chunks)
}
