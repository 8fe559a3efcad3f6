// What the package throws, in the house's words. Of its message nothing is kept: it may quote the key or the question.
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai'
import type { EmbeddingFailure } from '../../bot/contracts/embedder'

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

function translateStatus({ status = 0, headers }: APIError): FailedRequest {
  if (status === 429) {
    const retryAfterMs = readRetryAfter(headers?.get('retry-after'))
    return {
      failure: 'overloaded',
      isFree: true,
      status,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    }
  }
  return { failure: status >= 500 ? 'server-error' : 'rejected', isFree: true, status }
}

/** Seconds, or a date. */
function readRetryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
