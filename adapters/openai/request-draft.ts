// One request for a draft; whatever comes back or does not is translated here, and nothing of its texts goes further.
import { APIConnectionError, APIConnectionTimeoutError, APIError, type OpenAI } from 'openai'
import type { ModelFailure, ModelPrompt } from '../../bot/contracts/language-model'
import type { Usage } from './daily-budget'
import { draftSchema, parseJson, readCompletion, readUsage, type ReadCompletion } from './read-completion'

/** An answer has some hundred; models that think first take more. Bounds what one call can cost. */
export const mostTokensOut = 2_000

export interface Requested {
  readonly read: ReadCompletion
  /** Undefined: not told. `free`: nothing was charged. */
  readonly usage: Usage | 'free' | undefined
  /** How long the server wants to be left alone before the same request. */
  readonly retryAfterMs?: number
  readonly status?: number
}

export interface DraftRequest {
  readonly client: OpenAI
  readonly model: string
  readonly prompt: ModelPrompt
  readonly signal: AbortSignal
}

export async function requestDraft({ client, model, prompt, signal }: DraftRequest): Promise<Requested> {
  try {
    const request = client.chat.completions.create(
      {
        model,
        messages: [
          { role: 'system', content: prompt.instructions },
          { role: 'user', content: prompt.input },
        ],
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'answer', strict: true, schema: draftSchema },
        },
        max_completion_tokens: mostTokensOut,
      },
      { signal },
    )
    const body = parseJson(await (await request.asResponse()).text())
    return { read: readCompletion(body), usage: readUsage(body) }
  } catch (error) {
    return translateError(error, signal)
  }
}

function translateError(error: unknown, signal: AbortSignal): Requested {
  if (signal.aborted || error instanceof APIConnectionTimeoutError) return failed('timeout')
  if (error instanceof APIConnectionError) return failed('unreachable', 'free')
  // Of its message nothing is kept: it may quote the key or the question.
  if (error instanceof APIError) return failedWithStatus(error as APIError)
  return failed('cut-off')
}

function failedWithStatus({ status = 0, headers }: APIError): Requested {
  if (status === 429) {
    const retryAfterMs = readRetryAfter(headers?.get('retry-after'))
    return { ...failed('overloaded', 'free'), status, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
  return { ...failed(status >= 500 ? 'server-error' : 'rejected', 'free'), status }
}

const failed = (failure: ModelFailure, usage?: 'free'): Requested => ({
  read: { kind: 'failed', failure },
  usage,
})

/** Seconds, or a date. */
function readRetryAfter(header: string | null | undefined): number | undefined {
  if (!header) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - Date.now()
  return Number.isNaN(ms) ? undefined : Math.max(0, ms)
}
