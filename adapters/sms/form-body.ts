// Reads a gateway's form: bounded, its bytes kept as they came until they are known to be the gateway's.
import type { IncomingMessage } from 'node:http'
import { readBody } from '../bounded-bodies'

/** A text of 1,600 characters, each of nine bytes when it is escaped, and what gateways say beside it. */
const maxFormBytes = 64 * 1_024
/** More than this is not even read to its end. */
const maxDrainedBytes = 1_024 * 1_024

export type FormBody =
  | { readonly kind: 'form'; readonly form: URLSearchParams }
  | { readonly kind: 'refused'; readonly status: 400 | 413 | 415 }

/** Never rejects; reads to the end what it refuses, for a connection that breaks off is tried again by gateways. */
export async function readForm(request: IncomingMessage): Promise<FormBody> {
  const type = request.headers['content-type'] ?? ''
  const encoding = request.headers['content-encoding'] ?? 'identity'
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type) && encoding === 'identity'
  const read = await readBody(request, { most: maxFormBytes, mostRead: maxDrainedBytes })
  if (read.kind === 'cut-off') return { kind: 'refused', status: 400 }
  if (!isForm) return { kind: 'refused', status: 415 }
  if (read.kind === 'too-large') return { kind: 'refused', status: 413 }
  return { kind: 'form', form: new URLSearchParams(read.bytes.toString('utf8')) }
}
