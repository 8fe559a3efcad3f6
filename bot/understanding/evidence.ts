// What speaks for which class in one text: raw numbers, not yet probabilities.
import { nearestSimilarity, type ExampleStore } from './example-store'
import { scoreRow, type LinearPlanes } from './linear-planes'
import { unknownShare, vectorise, type FoundText, type Vectoriser } from './vectoriser'

/** A model before its numbers are calibrated. */
export interface RawModel {
  readonly vectoriser: Vectoriser
  readonly planes: LinearPlanes
  readonly examples: ExampleStore
}

export interface Evidence {
  /** Class → score of its plane. */
  readonly scores: Float64Array
  /** Class → cosine to its nearest example; classes that are far behind share the lowest one measured. */
  readonly nearest: Float64Array
  /** Share of its features that the model has never seen. */
  readonly unknown: number
}

/** For so many classes with the best scores the nearest example is looked up. */
const candidateCount = 5

/** Indexes of the largest numbers, largest first; of equals the earlier one first. */
export function largest(numbers: Float64Array, count: number): readonly number[] {
  const best: number[] = []
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0
    if (best.length === count && number <= (numbers[best[count - 1] ?? 0] ?? 0)) continue
    const place = best.findIndex((other) => number > (numbers[other] ?? 0))
    best.splice(place < 0 ? best.length : place, 0, at)
    if (best.length > count) best.pop()
  }
  return best
}

/** @param dense scratch of one entry per column, all zero; it is handed back so. */
export function weigh(
  { vectoriser, planes, examples }: RawModel,
  text: FoundText,
  dense: Float32Array,
): Evidence {
  const { idf } = vectoriser
  const row = vectorise(idf, text)
  const scores = scoreRow(planes, row)
  for (let entry = 0; entry < row.columns.length; entry += 1) {
    const column = row.columns[entry] ?? 0
    dense[column] = (row.values[entry] ?? 0) * (idf[column] ?? 0)
  }
  const candidates = largest(scores, candidateCount)
  const similarities = candidates.map((k) => nearestSimilarity(examples, k, dense))
  for (const column of row.columns) dense[column] = 0
  const nearest = new Float64Array(scores.length).fill(Math.min(...similarities))
  for (const [at, k] of candidates.entries()) nearest[k] = similarities[at] ?? 0
  return { scores, nearest, unknown: unknownShare(text, row) }
}
