// What the package throws, in the house's words. Of its message nothing is kept: it may quote the key or the question.
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import type { EmbeddingFailure } from '../../bot/contracts/knowledge/embedder'
import { readRetryAfter } from '../bounded-bodies'

export interface FailedRequest {
  readonly failure: EmbeddingFailure
  /** Nothing was charged. */
  readonly isFree: boolean
  /** How long the server wants to be left alone before the same request. */
  readonly retryAfterMs?: number
  readonly status?: number
}

export function translateError(error: unknown, signal: AbortSignal): FailedRequest {
  if (signal.aborted || error instanceof APIConnectionTimeoutError)
    return { failure: 'timeout', isFree: false }
  if (error instanceof APIConnectionError) return { failure: 'unreachable', isFree: true }
  if (error instanceof APIError) return translateStatus(error as APIError)
  return { failure: 'cut-off', isFree: false }
}

/** Told in the middle of a stream, an error has no status, and what was written before it may be charged. */
function translateStatus({ status, headers }: APIError): FailedRequest {
  if (status === undefined) return { failure: 'server-error', isFree: false }
  if (status === 429) {
    const retryAfterMs = readRetryAfter(headers?.get('retry-after'), Date.now())
    return {
      failure: 'overloaded',
      isFree: true,
      status,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    }
  }
  return { failure: status >= 500 ? 'server-error' : 'rejected', isFree: true, status }
}
