// Embeddings from any server that speaks OpenAI's `/embeddings`.
import type { OpenAI } from 'openai'
import type { SteadyMs } from '../../bot/contracts/basics/clock'
import type { Embedded, Embedder, EmbeddingResult } from '../../bot/contracts/knowledge/embedder'
import type { Logger } from '../../bot/contracts/basics/logger'
import { CircuitBreaker } from './circuit-breaker'
import { fewestCharactersPerToken, type ModelBudget, type Reservation, type Usage } from './model-budget'
import { openClient } from './open-client'
import { parseJson } from './read-completion'
import { readEmbeddings, readEmbeddingUsage } from './read-embeddings'
import { translateError, type FailedRequest } from './translate-error'

export interface EmbedderOptions {
  readonly apiKey: string
  readonly baseUrl: string
  readonly model: string
  /** Kronor for a million tokens. */
  readonly kronorIn: number
  readonly budget: ModelBudget
  readonly steadyMs: SteadyMs
  readonly logger: Logger
  /** Told how each call ended. */
  readonly called: (result: EmbeddingResult) => void
}

/** Numbers in JSON: 32 texts of 3,072 dimensions are some two megabytes. */
const mostBytes = 8 * 1024 * 1024
/** No caller gives more time. */
const longestMs = 60_000

type Requested =
  | { readonly kind: 'vectors'; readonly vectors: readonly Float32Array[]; readonly usage: Usage | undefined }
  | ({ readonly kind: 'failed'; readonly usage: Usage | undefined } & FailedRequest)

export function createEmbedder(options: EmbedderOptions): Embedder {
  const { model, baseUrl, kronorIn, budget, steadyMs, logger, called } = options
  const client = openClient({ ...options, deadlineMs: longestMs, mostBytes })
  const breaker = new CircuitBreaker(steadyMs)

  const call = async (texts: readonly string[], deadlineMs: number): Promise<Embedded> => {
    const reservation = budget.reserve(dearest(texts), { in: kronorIn, out: 0 })
    if (reservation === undefined) return { kind: 'failed', failure: 'over-budget' }
    if (!breaker.allows()) {
      reservation.release()
      return { kind: 'failed', failure: 'resting' }
    }
    const requested = await request(client, model, texts, AbortSignal.timeout(deadlineMs))
    settle(reservation, requested)
    // The server is there when its answer is bad: a rest would not mend it.
    if (requested.kind === 'vectors' || requested.failure === 'unusable') breaker.succeeded()
    else breaker.failed()
    if (requested.kind === 'vectors') return { kind: 'vectors', vectors: requested.vectors }
    const { failure, status } = requested
    logger.warn({ failure, status }, 'the embedding model gave no usable answer')
    return { kind: 'failed', failure }
  }

  return {
    name: `${baseUrl} ${model}`,
    embed: async (texts, deadlineMs) => {
      const embedded = await call(texts, deadlineMs)
      called(embedded.kind === 'vectors' ? 'vectors' : embedded.failure)
      return embedded
    },
  }
}

const dearest = (texts: readonly string[]): Usage => ({
  tokensIn: Math.ceil(texts.reduce((sum, { length }) => sum + length, 0) / fewestCharactersPerToken),
  tokensOut: 0,
})

async function request(
  client: OpenAI,
  model: string,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<Requested> {
  try {
    // Numbers as text: not every server knows base64, which the package would ask for.
    const response = await client.embeddings
      .create({ model, input: [...texts], encoding_format: 'float' }, { signal })
      .asResponse()
    const read = parseJson(await response.text())
    const usage = readEmbeddingUsage(read)
    const vectors = readEmbeddings(read, texts.length)
    return vectors === undefined
      ? { kind: 'failed', failure: 'unusable', isFree: false, usage }
      : { kind: 'vectors', vectors, usage }
  } catch (error) {
    return { kind: 'failed', usage: undefined, ...translateError(error, signal) }
  }
}

function settle(reservation: Reservation, requested: Requested): void {
  if (requested.kind === 'failed' && requested.isFree) reservation.release()
  else reservation.settle(requested.usage)
}
