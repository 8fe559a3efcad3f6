// What the doors for other systems share: who signed a request, who knows a secret, and how one is refused.
import type { Request, RequestHandler, Response } from 'express'
import type { Clock } from '../../bot/contracts/basics/clock'
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { Logger } from '../../bot/contracts/basics/logger'
import { readBody } from '../bounded-bodies'
import { refuse, Refusal } from './refusal'
import { verifySignature } from './signature'

export { readableText } from './readable-text'
export { answer, Refusal, refuse } from './refusal'
export { isSameText } from './same-text'
export { signatureOf, timestampOf, verifySignature } from './signature'

export interface SignedDoorParts {
  /** The secret of a department; undefined when it has none, and then nobody can sign as it. */
  readonly secretOf: (department: string) => string | undefined
  readonly clock: Clock
  readonly logger: Logger
  readonly mostBytes?: number
}

export interface SignedRequest {
  /** Who signed it: id of a department. */
  readonly department: string
  /** What its JSON says; undefined for a request without a body. */
  readonly body: unknown
  readonly request: Request
}

export type AnswerSigned = (signed: SignedRequest, response: Response) => Promise<void>

const defaultMostBytes = 64 * 1_024

/**
 * Headers: `x-dygnet-department`, `x-dygnet-timestamp` (Unix seconds) and `x-dygnet-signature` over
 * `<timestamp>.<METHOD> <path with query>\n<body>`, so that a signature holds for one thing only.
 */
export const signedDoor =
  (parts: SignedDoorParts, work: AnswerSigned): RequestHandler =>
  async (request, response) => {
    try {
      await work(await readSigned(request, parts), response)
    } catch (error) {
      refuse(response, refusalOf(error, parts.logger))
    }
  }

export const signedText = (method: string, path: string, body: Buffer | string): Buffer =>
  Buffer.concat([Buffer.from(`${method} ${path}\n`), Buffer.from(body)])

async function readSigned(
  request: Request,
  { secretOf, clock, mostBytes = defaultMostBytes }: SignedDoorParts,
): Promise<SignedRequest> {
  const body = await readWhole(request, mostBytes)
  const department = request.get('x-dygnet-department') ?? ''
  const secret = /^[a-z0-9-]{1,60}$/.test(department) ? (secretOf(department) ?? '') : ''
  const signed = {
    timestamp: request.get('x-dygnet-timestamp'),
    signature: request.get('x-dygnet-signature'),
    signed: signedText(request.method, request.originalUrl, body),
  }
  if (verifySignature(signed, [secret], clock.now()).kind === 'refused') throw new Refusal('not-signed')
  return { department, body: body.length === 0 ? undefined : parseJson(request, body), request }
}

async function readWhole(request: Request, most: number): Promise<Buffer> {
  if ((request.get('content-encoding') ?? 'identity') !== 'identity')
    throw new Refusal('unsupported-encoding')
  const read = await readBody(request, { most })
  if (read.kind !== 'whole') throw new Refusal(read.kind)
  return read.bytes
}

function parseJson(request: Request, body: Buffer): unknown {
  if (!/^application\/json\b/i.test(request.get('content-type') ?? '')) throw new Refusal('unsupported-type')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown
  } catch {
    throw new Refusal('not-json')
  }
}

function refusalOf(error: unknown, logger: Logger): Refusal {
  if (error instanceof Refusal) return error
  logger.error({ err: error }, 'a signed request failed')
  return new Refusal('unavailable', error instanceof DygnetError ? error.code : undefined)
}
