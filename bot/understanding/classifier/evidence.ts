// What speaks for which class in one text: raw numbers, not yet probabilities.
import { nearestSimilarity, type ExampleStore } from './example-store'
import { scoreOfNothing, scoreRow, type LinearPlanes } from './linear-planes'
import type { SparseRow } from '../numbers/sparse-rows'
import type { Vectoriser } from './vectoriser'

/** A model before its numbers are calibrated. */
export interface RawModel {
  readonly vectoriser: Vectoriser
  readonly planes: LinearPlanes
  readonly examples: ExampleStore
}

export interface Evidence {
  /** Class → score of its plane. */
  readonly scores: Float64Array
  /** Score of the plane of what belongs to no class; as of nothing where no such text was taught. */
  readonly background: number
  /** Class → cosine to its nearest example; classes that are far behind share the lowest one measured. */
  readonly nearest: Float64Array
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

/** A text is an example word for word when its cosine is no less. */
const sameText = 0.9999
/** What staff taught word for word leads by so much: a phrase of theirs means what they said, whatever its words mean elsewhere. */
const leadOfSame = 1

/**
 * Class → cosine to its nearest example, for the candidates.
 * @param dense scratch of one entry per column, all zero; it is handed back so.
 */
function nearestOf(
  { vectoriser, examples }: RawModel,
  { columns }: SparseRow,
  { candidates, dense }: { readonly candidates: readonly number[]; readonly dense: Float32Array },
): readonly number[] {
  const { idf } = vectoriser
  let squares = 0
  for (const column of columns) squares += (idf[column] ?? 0) ** 2
  const length = Math.sqrt(squares)
  for (const column of columns) dense[column] = (idf[column] ?? 0) ** 2 / length
  const similarities = candidates.map((k) => nearestSimilarity(examples, k, dense))
  for (const column of columns) dense[column] = 0
  return similarities
}

/**
 * @param row of the text, by the model's own vectoriser.
 * @param dense scratch of one entry per column, all zero; it is handed back so.
 */
export function weigh(model: RawModel, row: SparseRow, dense: Float32Array): Evidence {
  const classCount = model.examples.classStarts.length - 1
  const allScores = scoreRow(model.planes, row)
  const scores = allScores.subarray(0, classCount)
  const candidates = largest(scores, candidateCount)
  const similarities = nearestOf(model, row, { candidates, dense })
  const nearest = new Float64Array(scores.length).fill(Math.min(...similarities))
  for (const [at, k] of candidates.entries()) {
    const similarity = similarities[at] ?? 0
    nearest[k] = similarity
    if (similarity >= sameText) scores[k] = (scores[k] ?? 0) + leadOfSame
  }
  return { scores, background: allScores[classCount] ?? scoreOfNothing, nearest }
}
