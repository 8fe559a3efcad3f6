// A request that is refused: a status and a code that a program can read, and nothing of what was sent.
import type { Response } from 'express'

const refusals = {
  'bad-request': 400,
  'agent-id-missing': 400,
  'cut-off': 400,
  'not-json': 400,
  'not-signed': 401,
  'not-found': 404,
  'already-taken': 409,
  /** Something else came under this id: what is new needs an id of its own. */
  'use-a-new-id': 409,
  'too-large': 413,
  'unsupported-encoding': 415,
  'unsupported-type': 415,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
  // What the planning system of the home care is told, which looks its faults up by these names.
  malformed: 400,
  'signature-missing': 401,
  'timestamp-out-of-range': 401,
  'signature-invalid': 401,
  'method-not-allowed': 405,
  'too-many-events': 413,
  encoding: 415,
  'media-type': 415,
  'forbidden-field': 422,
} as const satisfies Record<string, number>
type RefusalCode = keyof typeof refusals

export class Refusal extends Error {
  /** @param detail for whoever writes the other side: which field, or what to send; never a value that came. */
  constructor(
    readonly code: RefusalCode,
    readonly detail?: string,
  ) {
    super(code)
    this.name = 'Refusal'
  }
}

const dataHeaders = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const

export const answer = (response: Response, status: number, body: object): void => {
  response.status(status).set(dataHeaders).json(body)
}

export function refuse(response: Response, { code, detail }: Refusal): void {
  // What is still on its way is not waited for.
  if (!response.req.complete) response.set('Connection', 'close')
  answer(response, refusals[code], { error: { code, ...(detail !== undefined && { detail }) } })
}
