// What an answer with embeddings means: a vector for each text, or that it is of no use.
import { z } from 'zod'
import type { Usage } from './model-budget'

/** Three times what the largest models give. */
const mostDimensions = 10_000
const usage = z.object({ usage: z.object({ prompt_tokens: z.number().nonnegative() }) })

/** Undefined when it is not one vector for each text, all of one dimension and none without a direction. */
export function readEmbeddings(body: unknown, count: number): readonly Float32Array[] | undefined {
  const { data } = (body ?? {}) as { readonly data?: unknown }
  if (!Array.isArray(data) || data.length !== count) return undefined
  const vectors: Float32Array[] = []
  for (const one of data as readonly unknown[]) {
    const { index, embedding } = (one ?? {}) as { readonly index?: unknown; readonly embedding?: unknown }
    const vector = isVector(embedding) ? toLengthOne(embedding) : undefined
    if (vector === undefined || !isPlace(index, count) || vectors[index] !== undefined) return undefined
    vectors[index] = vector
  }
  return vectors.every(({ length }) => length === vectors[0]?.length) ? vectors : undefined
}

const isPlace = (index: unknown, count: number): index is number =>
  Number.isInteger(index) && Number(index) >= 0 && Number(index) < count

/** By hand, and only until the first that is wrong: a list of all that is wrong in megabytes holds up everybody. */
const isVector = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= mostDimensions &&
  value.every((one) => typeof one === 'number')

/** JSON knows neither NaN nor infinity, but 1e999 is one. */
function toLengthOne(numbers: readonly number[]): Float32Array | undefined {
  const length = Math.sqrt(numbers.reduce((sum, one) => sum + one * one, 0))
  return length > 0 && Number.isFinite(length) ? Float32Array.from(numbers, (one) => one / length) : undefined
}

/** Undefined when the server does not tell. */
export function readEmbeddingUsage(body: unknown): Usage | undefined {
  const told = usage.safeParse(body).data?.usage
  return told && { tokensIn: told.prompt_tokens, tokensOut: 0 }
}
