// The language model behind any server that speaks OpenAI's chat completions. Loaded only when it is switched on: the
// package costs a fifth of a second at the start and 11 MB.
import { setTimeout as wait } from 'node:timers/promises'
import OpenAI from 'openai'
import type { Clock } from '../../bot/contracts/clock'
import type {
  AskedModel,
  LanguageModel,
  ModelFailure,
  ModelPrompt,
  ModelResult,
} from '../../bot/contracts/language-model'
import type { Logger } from '../../bot/contracts/logger'
import { CircuitBreaker } from './circuit-breaker'
import { DailyBudget, type ModelPrices, type Reservation } from './daily-budget'
import { limitedFetch } from './limited-fetch'
import { mostTokensOut, requestDraft, type Requested } from './request-draft'

export interface OpenAiOptions {
  readonly apiKey: string
  readonly baseUrl: string
  readonly model: string
  readonly kronorPerDay: number
  readonly prices: ModelPrices
  /** The day in the city, as an ISO date. */
  readonly today: () => string
  readonly clock: Clock
  readonly logger: Logger
  /** Told how each call ended. */
  readonly called: (result: ModelResult) => void
  /** For the whole of a call, waits included; twenty seconds when not given. */
  readonly deadlineMs?: number
}

export interface OpenAiModel extends LanguageModel {
  /** Spent today, with what running calls may still cost. */
  readonly kronorToday: () => number
}

const defaultDeadlineMs = 20_000
const mostTries = 3
/** Swedish has some three characters to a token; what a prompt may cost is rather thought too much. */
const fewestCharactersPerToken = 2

/** The server is there, and its answer was bad: a rest would not mend it. */
const whileAlive: ReadonlySet<ModelFailure> = new Set(['refused', 'unusable'])

export function createOpenAiModel(options: OpenAiOptions): OpenAiModel {
  const { clock, logger, called, deadlineMs = defaultDeadlineMs } = options
  const client = openClient(options, deadlineMs)
  const budget = new DailyBudget({ ...options, kronor: options.kronorPerDay })
  const breaker = new CircuitBreaker(clock)

  const call = async (prompt: ModelPrompt): Promise<AskedModel> => {
    const reservation = budget.reserve(dearest(prompt))
    if (reservation === undefined) return { kind: 'failed', failure: 'over-budget' }
    if (!breaker.allows()) {
      reservation.release()
      return { kind: 'failed', failure: 'resting' }
    }
    const { read, usage, status } = await requestInTime(client, options.model, prompt, deadlineMs)
    settle(reservation, usage)
    if (read.kind === 'draft' || whileAlive.has(read.failure)) breaker.succeeded()
    else breaker.failed()
    if (read.kind === 'failed')
      logger.warn({ failure: read.failure, status }, 'the language model gave no usable answer')
    return read
  }

  return {
    ask: async (prompt) => {
      const asked = await call(prompt)
      called(asked.kind === 'draft' ? 'draft' : asked.failure)
      return asked
    },
    kronorToday: () => budget.kronorToday,
  }
}

/** What the package would take from the environment by itself is said here; it retries nothing and logs nothing. */
const openClient = ({ apiKey, baseUrl }: OpenAiOptions, deadlineMs: number): OpenAI =>
  new OpenAI({
    apiKey,
    baseURL: baseUrl,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: deadlineMs,
    logLevel: 'off',
    fetch: limitedFetch,
  })

const dearest = ({ instructions, input }: ModelPrompt) => ({
  tokensIn: Math.ceil((instructions.length + input.length) / fewestCharactersPerToken),
  tokensOut: mostTokensOut,
})

/** Tries again only when the server says after how long, and that is in time. */
async function requestInTime(
  client: OpenAI,
  model: string,
  prompt: ModelPrompt,
  deadlineMs: number,
): Promise<Requested> {
  const signal = AbortSignal.timeout(deadlineMs)
  const endsAt = performance.now() + deadlineMs
  for (let tries = 1; ; tries += 1) {
    const requested = await requestDraft({ client, model, prompt, signal })
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
