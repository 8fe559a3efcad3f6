// The linear part of a model: for each class one plane that parts it from all others.
import type { SparseRow } from './sparse-rows'

/** Weight of a column for a class: `levels[column * classCount + class] * scales[class]`. */
export interface LinearPlanes {
  readonly classCount: number
  /** Rounded to 8 bits: what it changes in a score is a hundredth of what a mistake would need. */
  readonly levels: Int8Array
  readonly scales: Float32Array
}

/** The score of a text that shares nothing with a class; what is learnt is added to it. */
export const scoreOfNothing = -1

/** One score per class: about 1 for a text of the class, about -1 for any other. */
export function scoreRow({ classCount, levels, scales }: LinearPlanes, row: SparseRow): Float64Array {
  const scores = new Float64Array(classCount)
  for (let entry = 0; entry < row.columns.length; entry += 1) {
    const from = (row.columns[entry] ?? 0) * classCount
    const value = row.values[entry] ?? 0
    for (let k = 0; k < classCount; k += 1) scores[k] = (scores[k] ?? 0) + value * (levels[from + k] ?? 0)
  }
  for (let k = 0; k < classCount; k += 1) scores[k] = (scores[k] ?? 0) * (scales[k] ?? 0) + scoreOfNothing
  return scores
}
