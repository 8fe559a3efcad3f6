// How "not now" is said, so that no client goes silent on the resident.
import type { IncomingMessage } from 'node:http'
import type { Request, Response } from 'express'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { Problem, type ProblemCode } from './problem'
import type { Advice } from './web-chat-options'

const storeRetryMs = 5_000

/** The official client names itself in this header on every call; the widget does not send it. */
const isOfficialClient = (request: IncomingMessage): boolean =>
  request.headers['x-ms-bot-agent'] !== undefined

/**
 * A post that must wait. The widget understands 429 with Retry-After, says "vänta en stund" and sends again by itself.
 * The official client would show nothing for 20 seconds and then fail; with 409 it says at once that sending failed and
 * offers to try again.
 */
export const busyPost = (request: IncomingMessage, retryAfterMs: number): Problem =>
  isOfficialClient(request)
    ? new Problem('TryAgain', 'Too many messages just now; send it again in a while.', retryAfterMs)
    : new Problem('TooManyRequests', 'Too many messages just now.', retryAfterMs)

/** A start or return that must wait: 429 is the one status after which the official client tries again by itself. */
export const busyStart = (retryAfterMs: number): Problem =>
  new Problem('TooManyRequests', 'Too many conversations just now.', retryAfterMs)

const isPassing = (error: unknown): boolean => error instanceof DygnetError && error.retryable

type Handler = (request: Request, response: Response) => Promise<void>

/**
 * Around the calls of tokens, starts and returns: a store that is away or full. A 503 says so to every client but the official
 * one, which would give up for good after it and tries again after a 429.
 */
export const survivesOutage =
  (handler: Handler): Handler =>
  async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      throw isPassing(error) && isOfficialClient(request) ? outage('TooManyRequests', error) : error
    }
  }

/** The same for a post, where the official client fails at once and offers to try again. */
export const asBusyPost = (request: IncomingMessage, error: unknown): unknown =>
  isPassing(error) && isOfficialClient(request) ? outage('TryAgain', error) : error

const outage = (code: ProblemCode, cause: unknown): Problem =>
  new Problem(code, 'The conversation cannot be reached just now.', storeRetryMs, { cause })

/** The refusal of a message with the advice in it: a cry for help is answered without a store, whatever is wrong with it. */
export function withAdvice(error: unknown, advice: Advice | undefined): unknown {
  if (advice === undefined) return error
  const problem = error instanceof Problem ? error : (asPassing(error) ?? fault())
  return new Problem(problem.code, problem.message, problem.retryAfterMs, {
    cause: problem.more.cause ?? error,
    advice,
  })
}

/** Something that trying again hardly cures. */
export const fault = (): Problem => new Problem('InternalError', 'Something went wrong here.')

/** For everything else only our own widget calls. Undefined for an error that trying again does not cure. */
export const asPassing = (error: unknown): Problem | undefined =>
  isPassing(error) ? outage('ServiceUnavailable', error) : undefined
