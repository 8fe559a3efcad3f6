// What the passages of the articles mean, as vectors learnt beside the talk, and how near a question comes to each of them.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Article } from '../../contracts/knowledge/article'
import type { Embedder } from '../../contracts/knowledge/embedder'
import type { Language } from '../../contracts/talk/language'
import type { Logger } from '../../contracts/basics/logger'
import type { Closeness, Passage } from '../../contracts/knowledge/passage'
import { plainOf, splitPassages } from '../search/split-passages'
import { VectorFile, type Vectors } from './vector-file'

export interface MeantContent {
  readonly articles: ReadonlyMap<string, Article>
  /** Changes with the articles. */
  readonly bundle: string
  /** Passages are searched in languages that are spoken whole. */
  readonly city: { readonly wholeLanguages: readonly Language[] }
}

export interface PassageMeaningsParts {
  readonly embedder: Embedder
  /** As it is now. */
  readonly content: () => MeantContent
  /** A folder of its own: what is old is removed from it. Made when it is not there. */
  readonly cacheDirectory: string
  readonly logger: Logger
  /** How long a question waits for its vector. */
  readonly questionMs?: number
  /** How long a failed learning rests. */
  readonly retryAfterMs?: number
}

const usualQuestionMs = 1_000
const usualRetryAfterMs = 60_000
const batchSize = 32
const batchMs = 20_000
/** Some five hundred tokens, which is what small models read; a passage says at its beginning what it is about. */
const mostCharacters = 1_500

/** As it is sent. */
const textOf = ({ title, heading, text }: Passage): string =>
  [title, heading ?? '', plainOf(text)].join('\n').slice(0, mostCharacters)

/** Of the Markdown, which needs no reading. */
const keyOf = ({ title, heading, text }: Passage): string =>
  createHash('sha256')
    .update(JSON.stringify([title, heading, text]))
    .digest('hex')
    .slice(0, 32)

/** Both of length 1. */
function cosineOf(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

export class PassageMeanings {
  private readonly file: VectorFile
  private vectors: Vectors | undefined
  private readonly keys = new WeakMap<Passage, string>()
  private learntBundle: string | undefined
  private learning: Promise<void> | undefined
  private timer: NodeJS.Timeout | undefined
  private stopped = false

  constructor(private readonly parts: PassageMeaningsParts) {
    this.file = new VectorFile(parts.cacheDirectory, parts.embedder.name, parts.logger)
  }

  /**
   * Asks for the vectors of passages that are new, a batch at a time. Resolves when that is done, or has failed and is tried
   * again later; never rejects.
   */
  learn(): Promise<void> {
    this.stopWaiting()
    this.learning ??= this.learnNew()
      .catch((error: unknown) => {
        this.parts.logger.warn({ err: error }, 'the meanings of passages could not be learnt')
        this.learnLater()
      })
      .finally(() => {
        this.learning = undefined
      })
    return this.learning
  }

  /** No further batch is asked for. */
  stop(): void {
    this.stopped = true
    this.stopWaiting()
  }

  /**
   * How near the passages come to a question. `failed` when the model does not answer in time or gives nothing usable;
   * undefined while nothing is learnt yet.
   * @param question as it may leave the house
   */
  async closenessTo(question: string): Promise<Closeness | 'failed' | undefined> {
    if (this.parts.content().bundle !== this.learntBundle && this.timer === undefined) void this.learn()
    const { vectors } = this
    if (vectors === undefined || vectors.size === 0) return undefined
    const embedded = await this.parts.embedder.embed([question], this.parts.questionMs ?? usualQuestionMs)
    const [vector] = embedded.kind === 'vectors' ? embedded.vectors : []
    if (vector === undefined) return 'failed'
    if (vector.length !== dimensionOf(vectors)) {
      this.forget(vectors)
      void this.learn()
      return 'failed'
    }
    return (passage) => {
      const known = vectors.get(this.keyOfPassage(passage))
      return known && cosineOf(vector, known)
    }
  }

  private async learnNew(): Promise<void> {
    const { content, logger } = this.parts
    const { bundle, articles, city } = content()
    const vectors = (this.vectors ??= this.file.read())
    const wanted = await passagesIn(articles, city.wholeLanguages)
    const fresh = [...wanted].filter(([key]) => !vectors.has(key))
    for (let at = 0; at < fresh.length && !this.stopped; at += batchSize) {
      const isLearnt = await this.learnBatch(vectors, fresh.slice(at, at + batchSize))
      if (!isLearnt || this.vectors !== vectors) {
        this.file.write(this.vectors)
        this.learnLater()
        return
      }
    }
    if (this.stopped) return
    const gone = [...vectors.keys()].filter((key) => !wanted.has(key))
    for (const key of gone) vectors.delete(key)
    if (fresh.length + gone.length > 0) this.file.write(vectors)
    this.learntBundle = bundle
    logger.info({ bundle, passages: vectors.size, fresh: fresh.length }, 'passages are known by meaning')
  }

  /** @returns false when it failed. */
  private async learnBatch(
    vectors: Vectors,
    batch: readonly (readonly [key: string, passage: Passage])[],
  ): Promise<boolean> {
    const embedded = await this.parts.embedder.embed(
      batch.map(([, passage]) => textOf(passage)),
      batchMs,
    )
    if (embedded.kind === 'failed') return false
    if (vectors.size > 0 && embedded.vectors[0]?.length !== dimensionOf(vectors)) {
      this.forget(vectors)
      return false
    }
    for (const [at, [key]] of batch.entries()) {
      const vector = embedded.vectors[at]
      if (vector !== undefined) vectors.set(key, vector)
    }
    return true
  }

  /**
   * The model behind the name is another one now, and what it says cannot be compared with what the other one said. Who still
   * works with these vectors has them to the end, and sees by `this.vectors` that they are no longer those that are used.
   */
  private forget(vectors: Vectors): void {
    if (this.vectors !== vectors) return
    this.parts.logger.warn({}, 'the embedding model gives vectors of another dimension now; learning anew')
    this.vectors = new Map()
    this.learntBundle = undefined
  }

  private learnLater(): void {
    if (this.stopped) return
    this.timer = setTimeout(() => {
      void this.learn()
    }, this.parts.retryAfterMs ?? usualRetryAfterMs)
    this.timer.unref()
  }

  private stopWaiting(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private keyOfPassage(passage: Passage): string {
    const known = this.keys.get(passage) ?? keyOf(passage)
    this.keys.set(passage, known)
    return known
  }
}

/** By key. Residents' turns come in between the articles. */
async function passagesIn(
  articles: ReadonlyMap<string, Article>,
  languages: readonly Language[],
): Promise<ReadonlyMap<string, Passage>> {
  const found = new Map<string, Passage>()
  for (const { id, texts } of articles.values()) {
    for (const language of languages) {
      const text = texts.get(language)
      for (const passage of text === undefined ? [] : splitPassages(id, text))
        found.set(keyOf(passage), passage)
    }
    await setImmediate()
  }
  return found
}

const dimensionOf = (vectors: Vectors): number | undefined => vectors.values().next().value?.length
