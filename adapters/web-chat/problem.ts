// A refused request, in the words and statuses that Direct Line clients know: `{error: {code, message}}`.
import type { ServerResponse } from 'node:http'
import type { Advice } from './web-chat-options'

/**
 * Every refusal of this door. Two rows follow from how the official client fails:
 * its poller dies for good of anything but 200, 403 and 404, and it treats every other 4xx on a post as final at once,
 * but hides a 429 or 5xx from the resident for 20 seconds (see `busy-answer.ts`).
 */
export const problems = {
  BadArgument: 400,
  TokenExpired: 403,
  BadToken: 403,
  OriginNotAllowed: 403,
  ConversationNotFound: 404,
  ConversationHeld: 423,
  FileEmpty: 400,
  TooManyFiles: 400,
  FileTooLarge: 413,
  FileTypeNotAccepted: 415,
  FileDamaged: 422,
  // Not 408, after which browsers send the whole upload again by themselves.
  UploadTooSlow: 422,
  NotFound: 404,
  TryAgain: 409,
  MessageTooLarge: 413,
  UnsupportedMediaType: 415,
  AttachmentsNotAccepted: 415,
  TooManyRequests: 429,
  InternalError: 500,
  ServiceUnavailable: 503,
} as const
export type ProblemCode = keyof typeof problems

export class Problem extends Error {
  readonly status: number

  /** @param message for developers of clients, in English; residents read their client's own words. */
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly retryAfterMs?: number,
    readonly more: {
      /** What the resident reads, in their language, where the client has no words of its own for it. */
      readonly said?: string
      readonly advice?: Advice
      readonly cause?: unknown
    } = {},
  ) {
    super(message, { cause: more.cause })
    this.name = 'Problem'
    this.status = problems[code]
  }
}

/** Headers of every answer that is data: never cached, never taken for something else, never a page. */
export const dataHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
} as const

/** Writes JSON by hand: `response.json` computes an ETag and negotiates, which no client of these calls uses. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value))
  response.writeHead(status, { ...dataHeaders, 'Content-Length': body.length }).end(body)
}

/** As clients show what the bot says, though it is in no transcript. */
export const toAdviceActivity = ({ text, language }: Advice): object => ({
  type: 'message',
  text,
  locale: language,
  channelData: { dygnet: { language, aside: true } },
})

export function sendProblem(response: ServerResponse, problem: Problem): void {
  if (problem.retryAfterMs !== undefined)
    response.setHeader('Retry-After', String(Math.max(1, Math.ceil(problem.retryAfterMs / 1_000))))
  const {
    code,
    message,
    more: { said, advice },
  } = problem
  sendJson(response, problem.status, {
    error: { code, message, ...(said !== undefined && { said }) },
    ...(advice && { advice: toAdviceActivity(advice) }),
  })
}
