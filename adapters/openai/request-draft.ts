// One request for a draft; whatever comes back or does not is translated here, and nothing of its texts goes further.
import type { OpenAI } from 'openai'
import { Stream } from 'openai/core/streaming'
import type { ModelPrompt, SeeDraft } from '../../bot/contracts/knowledge/language-model'
import { gatherStream } from './gather-stream'
import type { Usage } from './model-budget'
import {
  draftSchema,
  parseJson,
  readCompletion,
  readOpenDraft,
  readUsage,
  type ReadCompletion,
} from './read-completion'
import { translateError, type FailedRequest } from './translate-error'

/** An answer has some hundred; models that think first take more. Bounds what one call can cost. */
export const mostTokensOut = 2_000
/** Of a draft that is looked at while it is written, in characters: each look reads all of it. */
const mostSeen = 4_000

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
  /** Asks for a stream. */
  readonly see?: SeeDraft | undefined
}

export async function requestDraft(request: DraftRequest): Promise<Requested> {
  const { client, signal, see } = request
  try {
    const response = await client.chat.completions.create(bodyOf(request), { signal }).asResponse()
    if (see !== undefined && isStream(response)) return await readStream(response, request, see)
    const body = parseJson(await response.text())
    return { read: readCompletion(body), usage: readUsage(body) }
  } catch (error) {
    return toRequested(translateError(error, signal))
  }
}

const bodyOf = ({ model, prompt, see }: DraftRequest): OpenAI.ChatCompletionCreateParams => ({
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
  ...(see !== undefined && { stream: true, stream_options: { include_usage: true } }),
})

/** A server that does not stream may answer as if it had not been asked to. */
const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') === true

async function readStream(
  response: Response,
  { client, signal }: DraftRequest,
  see: SeeDraft,
): Promise<Requested> {
  // With the client it logs nothing, as that was told.
  const chunks = Stream.fromSSEResponse<unknown>(response, new AbortController(), client)
  const { body, isOver } = await gatherStream(chunks, (content) => {
    const soFar = content.length <= mostSeen ? readOpenDraft(content) : undefined
    if (soFar !== undefined) see(soFar)
  })
  // The package takes its end by our signal for an end.
  signal.throwIfAborted()
  const read = readCompletion(body)
  const isCut = !isOver && read.kind === 'failed'
  return { read: isCut ? { kind: 'failed', failure: 'cut-off' } : read, usage: readUsage(body) }
}

function toRequested({ failure, isFree, ...told }: FailedRequest): Requested {
  return { read: { kind: 'failed', failure }, usage: isFree ? 'free' : undefined, ...told }
}
