// A model that turns texts into vectors, so that texts which mean the same lie near each other, whatever their words are.
import type { ModelFailure } from './language-model'

/** How a call can end; `vectors` is the only good end. Each is a figure for operators. */
export type EmbeddingFailure = Exclude<ModelFailure, 'refused'>
export type EmbeddingResult = 'vectors' | EmbeddingFailure
export const embeddingResults: readonly EmbeddingResult[] = [
  'vectors',
  'unusable',
  'cut-off',
  'timeout',
  'unreachable',
  'overloaded',
  'server-error',
  'rejected',
  'resting',
  'over-budget',
]

export type Embedded =
  /** One for each text, in their order, of length 1 and of one dimension. */
  | { readonly kind: 'vectors'; readonly vectors: readonly Float32Array[] }
  | { readonly kind: 'failed'; readonly failure: EmbeddingFailure }

export interface Embedder {
  /** Of the model and where it runs; vectors of different ones are never compared. */
  readonly name: string
  /** Never rejects, and takes no longer than the deadline. */
  embed(texts: readonly string[], deadlineMs: number): Promise<Embedded>
}
