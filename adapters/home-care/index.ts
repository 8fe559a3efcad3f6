// The door of the planning system: `POST /v1/homecare/events`, signed, one event or many, as JSON or as lines of JSON.
import { Router, type Request, type Response } from 'express'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { HomeCareObserver, TakeFeed } from '../../bot/contracts/home-care/home-care'
import type { Logger } from '../../bot/contracts/basics/logger'
import { readBody } from '../bounded-bodies'
import { answer, Refusal, refuse, verifySignature } from '../signed-door'
import { parseFeed, type IsOpaque } from './parse-feed'

export interface HomeCareFeedParts {
  /** One, or two while the newer one takes over. */
  readonly secrets: readonly string[]
  readonly take: TakeFeed
  readonly isOpaque: IsOpaque
  readonly clock: Clock
  readonly logger: Logger
  readonly observer: Pick<HomeCareObserver, 'feedRefused'>
}

export const timestampHeader = 'x-homecare-timestamp'
export const signatureHeader = 'x-homecare-signature'

const path = '/v1/homecare/events'
/** Five hundred events take a third of it. */
const mostBytes = 512 * 1_024

export function createHomeCareFeed(parts: HomeCareFeedParts): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.post(path, async (request, response) => {
    try {
      answer(response, 202, await takeRequest(request, parts))
    } catch (error) {
      refuseFeed(error, response, parts)
    }
  })
  router.all(path, (_request, response) => refuseFeed(new Refusal('method-not-allowed'), response, parts))
  return router
}

async function takeRequest(
  request: Request,
  { secrets, take, isOpaque, clock }: HomeCareFeedParts,
): Promise<object> {
  const isLines = readsLines(request)
  const body = await readWhole(request)
  const signed = {
    timestamp: request.get(timestampHeader),
    signature: request.get(signatureHeader),
    signed: body,
  }
  const verified = verifySignature(signed, secrets, clock.now())
  if (verified.kind === 'refused') throw new Refusal(verified.code)
  return take(parseFeed(body, isLines, verified.at, isOpaque))
}

/** @throws Refusal for a body that is neither JSON nor lines of it, or is packed. */
function readsLines({ headers }: Request): boolean {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers
  if (encoding !== 'identity') throw new Refusal('encoding')
  const [, name] = /^(application\/(?:json|x-ndjson))\s*(?:;\s*charset=utf-8\s*)?$/i.exec(type) ?? []
  if (name === undefined) throw new Refusal('media-type')
  return name.toLowerCase() === 'application/x-ndjson'
}

async function readWhole(request: Request): Promise<Buffer> {
  const read = await readBody(request, { most: mostBytes })
  if (read.kind === 'whole') return read.bytes
  throw new Refusal(read.kind === 'too-large' ? 'too-large' : 'malformed')
}

function refuseFeed(error: unknown, response: Response, { logger, observer }: HomeCareFeedParts): void {
  const refusal = error instanceof Refusal ? error : new Refusal('unavailable')
  observer.feedRefused(refusal.code)
  if (refusal === error) logger.warn({ code: refusal.code }, 'a request to the home care feed was refused')
  else logger.error({ err: error }, 'events of the home care could not be kept')
  if (!response.headersSent) refuse(response, refusal)
}
