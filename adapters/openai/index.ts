// The language model, and embeddings, behind any server that speaks as OpenAI's does. Loaded only when one of them is switched
// on: the package costs a fifth of a second at the start and 11 MB.
import { setTimeout as wait } from 'node:timers/promises'
import type { SteadyMs } from '../../bot/contracts/basics/clock'
import type {
  AskedModel,
  LanguageModel,
  ModelFailure,
  ModelPrompt,
  ModelResult,
  SeeDraft,
} from '../../bot/contracts/knowledge/language-model'
import type { Logger } from '../../bot/contracts/basics/logger'
import { CircuitBreaker } from './circuit-breaker'
import {
  fewestCharactersPerToken,
  type ModelBudget,
  type ModelPrices,
  type Reservation,
} from './model-budget'
import { openClient } from './open-client'
import { mostTokensOut, requestDraft, type DraftRequest, type Requested } from './request-draft'

export { createEmbedder } from './create-embedder'
export { createModelBudget, type ModelBudget } from './model-budget'

export interface OpenAiOptions {
  readonly apiKey: string
  readonly baseUrl: string
  readonly model: string
  readonly prices: ModelPrices
  readonly budget: ModelBudget
  readonly steadyMs: SteadyMs
  readonly logger: Logger
  /** Told how each call ended. */
  readonly called: (result: ModelResult) => void
  /** For the whole of a call, waits included; twenty seconds when not given. */
  readonly deadlineMs?: number
}

const defaultDeadlineMs = 20_000
const mostTries = 3

/** The server is there, and its answer was bad: a rest would not mend it. */
const whileAlive: ReadonlySet<ModelFailure> = new Set(['refused', 'unusable'])

export function createOpenAiModel(options: OpenAiOptions): LanguageModel {
  const { prices, budget, steadyMs, logger, called, deadlineMs = defaultDeadlineMs } = options
  const client = openClient({ ...options, deadlineMs })
  const breaker = new CircuitBreaker(steadyMs)
  let streams = true

  /** A server that knows no streams, or not what goes with them, refuses what it would answer in one piece. */
  const request = async (prompt: ModelPrompt, see: SeeDraft | undefined): Promise<Requested> => {
    const asked = { client, model: options.model, prompt, signal: AbortSignal.timeout(deadlineMs) }
    const endsAt = performance.now() + deadlineMs
    if (see === undefined || !streams) return requestInTime(asked, endsAt)
    const streamed = await requestInTime({ ...asked, see }, endsAt)
    if (streamed.status !== 400) return streamed
    const whole = await requestInTime(asked, endsAt)
    if (whole.read.kind === 'draft') {
      streams = false
      logger.warn({}, "the language model's server does not stream; answers are shown when they are whole")
    }
    return whole
  }

  const call = async (prompt: ModelPrompt, see: SeeDraft | undefined): Promise<AskedModel> => {
    const reservation = budget.reserve(dearest(prompt), prices)
    if (reservation === undefined) return { kind: 'failed', failure: 'over-budget' }
    if (!breaker.allows()) {
      reservation.release()
      return { kind: 'failed', failure: 'resting' }
    }
    const { read, usage, status } = await request(prompt, see)
    settle(reservation, usage)
    if (read.kind === 'draft' || whileAlive.has(read.failure)) breaker.succeeded()
    else breaker.failed()
    if (read.kind === 'failed')
      logger.warn({ failure: read.failure, status }, 'the language model gave no usable answer')
    return read
  }

  return {
    ask: async (prompt, see) => {
      const asked = await call(prompt, see)
      called(asked.kind === 'draft' ? 'draft' : asked.failure)
      return asked
    },
  }
}

const dearest = ({ instructions, input }: ModelPrompt) => ({
  tokensIn: Math.ceil((instructions.length + input.length) / fewestCharactersPerToken),
  tokensOut: mostTokensOut,
})

/** Tries again only when the server says after how long, and that is in time. */
async function requestInTime(asked: DraftRequest, endsAt: number): Promise<Requested> {
  for (let tries = 1; ; tries += 1) {
    const requested = await requestDraft(asked)
    const { retryAfterMs } = requested
    if (retryAfterMs === undefined || tries === mostTries) return requested
    if (performance.now() + retryAfterMs >= endsAt) return requested
    await wait(retryAfterMs)
  }
}

function settle(reservation: Reservation, usage: Requested['usage']): void {
  if (usage === 'free') reservation.release()
  else reservation.settle(usage)
}
