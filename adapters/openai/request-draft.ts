// One request for a draft; whatever comes back or does not is translated here, and nothing of its texts goes further.
import type { OpenAI } from 'openai'
import type { ModelPrompt } from '../../bot/contracts/knowledge/language-model'
import type { Usage } from './model-budget'
import { draftSchema, parseJson, readCompletion, readUsage, type ReadCompletion } from './read-completion'
import { translateError, type FailedRequest } from './translate-error'

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
    return toRequested(translateError(error, signal))
  }
}

function toRequested({ failure, isFree, ...told }: FailedRequest): Requested {
  return { read: { kind: 'failed', failure }, usage: isFree ? 'free' : undefined, ...told }
}
