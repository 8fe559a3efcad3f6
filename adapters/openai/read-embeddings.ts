// What an answer with embeddings means: a vector for each text, or that it is of no use.
import { z } from 'zod'
import type { Usage } from './model-budget'

/** The part of the answer that is read; JSON knows neither NaN nor infinity, but 1e999 is one. */
const answer = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1) })),
})
const usage = z.object({ usage: z.object({ prompt_tokens: z.number().nonnegative() }) })

/** Undefined when it is not one vector for each text, all of one dimension and none without a direction. */
export function readEmbeddings(body: unknown, count: number): readonly Float32Array[] | undefined {
  const data = answer.safeParse(body).data?.data
  if (data?.length !== count) return undefined
  const vectors: Float32Array[] = []
  for (const { index, embedding } of data) {
    const vector = toLengthOne(embedding)
    if (vector === undefined || vectors[index] !== undefined || index >= count) return undefined
    vectors[index] = vector
  }
  return vectors.every(({ length }) => length === vectors[0]?.length) ? vectors : undefined
}

function toLengthOne(numbers: readonly number[]): Float32Array | undefined {
  const length = Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0))
  return length > 0 && Number.isFinite(length) ? Float32Array.from(numbers, (one) => one / length) : undefined
}

/** Undefined when the server does not tell. */
export function readEmbeddingUsage(body: unknown): Usage | undefined {
  const told = usage.safeParse(body).data?.usage
  return told && { tokensIn: told.prompt_tokens, tokensOut: 0 }
}
