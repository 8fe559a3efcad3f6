// A form that another system posts, within a bound.
import type { IncomingMessage } from 'node:http'
import { readBody, type BodyBound } from './read-body'

export type ReadForm =
  | { readonly kind: 'form'; readonly form: URLSearchParams }
  /** Of another type, or packed. */
  | { readonly kind: 'no-form' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'cut-off' }

/** Never rejects. What is no form is not read at all, unless it is to be read all the same (`mostRead`). */
export async function readForm(message: IncomingMessage, bound: BodyBound): Promise<ReadForm> {
  const noForm = isForm(message) ? undefined : ({ kind: 'no-form' } as const)
  if (noForm !== undefined && bound.mostRead === undefined) return noForm
  const read = await readBody(message, bound)
  if (read.kind === 'cut-off') return read
  if (noForm !== undefined) return noForm
  return read.kind === 'whole'
    ? { kind: 'form', form: new URLSearchParams(read.bytes.toString('utf8')) }
    : read
}

function isForm({ headers }: IncomingMessage): boolean {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type) && encoding === 'identity'
}
