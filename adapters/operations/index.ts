// What operators ask: is it alive, may it get traffic, and how is it doing.
import { Router } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { embeddingResults, type EmbeddingResult } from '../../bot/contracts/knowledge/embedder'
import type { HomeCareObserver } from '../../bot/contracts/home-care/home-care'
import type { Language } from '../../bot/contracts/talk/language'
import { modelResults, type ModelResult } from '../../bot/contracts/knowledge/language-model'
import { channels } from '../../bot/contracts/talk/message'
import { askedAboutDanger, modelVerdicts, type TurnObserver } from '../../bot/contracts/talk/observer'
import { entryResults, type EntryResult } from '../../bot/contracts/store/outbox-work'
import { outcomes } from '../../bot/contracts/talk/outcome'
import type { Store } from '../../bot/contracts/store/store'
import { textMessageKind } from '../../bot/contracts/sms/text-message'
import { homeCareMetrics } from './home-care-metrics'
import { createReadiness } from './readiness'

export type OperatedStore = Pick<Store, 'ping' | 'countOutbox' | 'refusedWrites' | 'tryWrite'>

export interface OperationsParts {
  readonly store: OperatedStore
  /** Which bundle of content is served, and why a newer one is not. */
  readonly content: () => { readonly bundle: string; readonly since: string; readonly fault?: string }
  /** That the city speaks. */
  readonly languages: () => readonly Language[]
}

/** What is known when everything is open that these counts are handed to. */
export interface OpenCity {
  readonly openSockets: () => number
  /** What the models have cost today, in kronor. */
  readonly modelKronorToday: () => number
  /** True from the first signal to stop: no new traffic should come. */
  readonly isDraining: () => boolean
}

export interface Operations {
  /** Once, when the rest of the city is open. */
  readonly openRouter: (city: OpenCity) => Router
  readonly observer: TurnObserver
  /** Counts how a call of the language model ended. */
  readonly modelCalled: (result: ModelResult) => void
  /** Counts texts that were met with silence at the door. */
  readonly textSilent: (gateway: string, why: string) => void
  /** Counts what came of an entry of the outbox. */
  readonly entryEnded: (kind: string, result: EntryResult['kind']) => void
  /** Counts how a call of the embedding model ended. */
  readonly embeddingCalled: (result: EmbeddingResult) => void
  readonly homeCare: HomeCareObserver
  /** Counts promises to call back by what became of them. */
  readonly callBackSeen: (department: string, result: 'kept' | 'broken') => void
}

export function createOperations(parts: OperationsParts): Operations {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const observer = turnMetrics(registry, parts)
  const modelCalled = modelMetrics(registry)
  const entryEnded = outboxMetrics(registry)
  const textSilent = textMetrics(registry)
  const embeddingCalled = countCalls(registry, {
    name: 'dygnet_embedding_calls_total',
    help: 'Calls of the embedding model by result',
    results: embeddingResults,
  })
  const homeCare = homeCareMetrics(registry)
  const callBackSeen = callBackMetrics(registry)
  storeMetrics(registry, parts)
  contentMetrics(registry, parts)

  const openRouter = (city: OpenCity): Router => {
    cityMetrics(registry, city)
    const whyNotReady = createReadiness(parts.store)
    const router = Router()
    router.get('/healthz', (_request, response) => {
      response.json({ status: 'ok' })
    })
    router.get('/readyz', async (_request, response) => {
      const why = city.isDraining() ? 'draining' : await whyNotReady()
      response
        .status(why === undefined ? 200 : 503)
        .json({ ...(why === undefined ? { ready: true } : { ready: false, why }), content: parts.content() })
    })
    router.get('/metrics', async (_request, response) => {
      response.type(registry.contentType).send(await registry.metrics())
    })
    return router
  }
  return {
    openRouter,
    observer,
    modelCalled,
    embeddingCalled,
    entryEnded,
    textSilent,
    homeCare,
    callBackSeen,
  }
}

function turnMetrics(registry: Registry, { languages }: OperationsParts): TurnObserver {
  const turns = new Counter({
    name: 'dygnet_turns_total',
    help: 'Turns by outcome and channel',
    labelNames: ['outcome', 'channel'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'dygnet_turn_seconds',
    help: 'From the start of a turn to its commit',
    labelNames: ['channel'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  // A figure that is zero must be seen as zero, or an alarm on its growth never fires.
  for (const channel of channels) for (const outcome of outcomes) turns.inc({ outcome, channel }, 0)
  const fallbacks = new Counter({
    name: 'dygnet_fallback_total',
    help: "Turns in which something was not in the resident's language",
    labelNames: ['language'],
    registers: [registry],
    collect() {
      for (const language of languages()) this.inc({ language }, 0)
    },
  })
  const degraded = new Counter({
    name: 'dygnet_degraded_turns_total',
    help: 'Turns in which a part was down and the resident was served without it',
    registers: [registry],
  })
  const verdicts = new Counter({
    name: 'dygnet_model_turns_total',
    help: 'Turns for the language model, by what came of it',
    labelNames: ['verdict'],
    registers: [registry],
  })
  for (const verdict of modelVerdicts) verdicts.inc({ verdict }, 0)
  const takenBack = new Counter({
    name: 'dygnet_model_taken_back_total',
    help: 'Turns in which the beginning of an answer of the language model was shown and taken back',
    registers: [registry],
  })
  const danger = new Counter({
    name: 'dygnet_danger_questions_total',
    help: 'Turns in which a resident was asked whether somebody is in danger, for there were signs of it',
    labelNames: ['kind'],
    registers: [registry],
  })
  for (const kind of askedAboutDanger) danger.inc({ kind }, 0)
  return {
    turnEnded: ({ outcome, channel, durationMs, untranslated, model, degraded: isDegraded, ...facts }) => {
      if (facts.askedAboutDanger !== undefined) danger.inc({ kind: facts.askedAboutDanger })
      if (model !== undefined) verdicts.inc({ verdict: model })
      if (isDegraded === true) degraded.inc()
      if (facts.tookBack === true) takenBack.inc()
      if (untranslated !== undefined) fallbacks.inc({ language: untranslated })
      turns.inc({ outcome, channel })
      seconds.observe({ channel }, durationMs / 1_000)
    },
  }
}

function modelMetrics(registry: Registry): Operations['modelCalled'] {
  return countCalls(registry, {
    name: 'dygnet_model_calls_total',
    help: 'Calls of the language model by result',
    results: modelResults,
  })
}

/** Each result is there from the start: one that is missing raises no alarm when it grows. */
function countCalls<Result extends string>(
  registry: Registry,
  {
    results,
    ...named
  }: { readonly name: string; readonly help: string; readonly results: readonly Result[] },
): (result: Result) => void {
  const calls = new Counter({ ...named, labelNames: ['result'], registers: [registry] })
  for (const result of results) calls.inc({ result }, 0)
  return (result) => {
    calls.inc({ result })
  }
}

function outboxMetrics(registry: Registry): Operations['entryEnded'] {
  const results = new Counter({
    name: 'dygnet_outbox_results_total',
    help: 'What came of things to be done outside, by what they are; give-up is a dead letter',
    labelNames: ['kind', 'result'],
    registers: [registry],
  })
  for (const result of entryResults) results.inc({ kind: textMessageKind, result }, 0)
  return (kind, result) => {
    results.inc({ kind, result })
  }
}

function callBackMetrics(registry: Registry): Operations['callBackSeen'] {
  const promises = new Counter({
    name: 'dygnet_call_backs_total',
    help: 'Promises to call back whose time is over, by department and whether they were kept',
    labelNames: ['department', 'result'],
    registers: [registry],
  })
  return (department, result) => {
    promises.inc({ department, result })
  }
}

function textMetrics(registry: Registry): Operations['textSilent'] {
  const silent = new Counter({
    name: 'dygnet_texts_unanswered_total',
    help: 'Texts that were met with silence at the door, by gateway and reason',
    labelNames: ['gateway', 'why'],
    registers: [registry],
  })
  return (gateway, why) => {
    silent.inc({ gateway, why })
  }
}

function cityMetrics(registry: Registry, { openSockets, modelKronorToday }: OpenCity): void {
  new Gauge({
    name: 'dygnet_open_sockets',
    help: 'Open WebSockets of residents',
    registers: [registry],
    collect() {
      this.set(openSockets())
    },
  })
  new Gauge({
    name: 'dygnet_model_kronor_today',
    help: 'Kronor that models have cost today, with what running calls may still cost',
    registers: [registry],
    collect() {
      this.set(modelKronorToday())
    },
  })
}

function storeMetrics(registry: Registry, { store }: OperationsParts): void {
  new Gauge({
    name: 'dygnet_outbox_entries',
    help: 'Things to be done outside: waiting, or given up (dead)',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const counts = await store.countOutbox().catch(() => undefined)
      if (counts === undefined) return
      this.set({ state: 'waiting' }, counts.waiting)
      this.set({ state: 'dead' }, counts.dead)
    },
  })
  new Counter({
    name: 'dygnet_store_refused_writes_total',
    help: 'Writes that the store refused because it is full, read-only or its disk gives errors',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(store.refusedWrites())
    },
  })
}

function contentMetrics(registry: Registry, { content }: OperationsParts): void {
  new Gauge({
    name: 'dygnet_content_faulty',
    help: '1 while changed content is not served because of its errors',
    registers: [registry],
    collect() {
      this.set(content().fault === undefined ? 0 : 1)
    },
  })
  new Gauge({
    name: 'dygnet_content_bundle',
    help: 'The bundle of content that is served',
    labelNames: ['bundle'],
    registers: [registry],
    collect() {
      this.reset()
      this.set({ bundle: content().bundle }, 1)
    },
  })
}
