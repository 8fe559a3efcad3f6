// The examples a model was taught, kept to see how near a text comes to one that is known.
import type { SparseRow } from './sparse-rows'

/** Class `k` has the examples `classStarts[k]` to `classStarts[k + 1]`; example `i` the entries `starts[i]` to `starts[i + 1]`. */
export interface ExampleStore {
  readonly classStarts: Int32Array
  readonly starts: Int32Array
  readonly columns: Int32Array
  /** Value of an entry: `levels[entry] * scales[example]`, 8 bits each. */
  readonly levels: Uint8Array
  readonly scales: Float32Array
}

/** More examples of one class are thinned out evenly: time and memory have a ceiling, a near one stays near. */
const mostPerClass = 150

/** @param labels row → class, or -1 for rows that are left out. */
export function storeExamples(
  rows: readonly SparseRow[],
  labels: Int32Array,
  classCount: number,
): ExampleStore {
  const ofClass: SparseRow[][] = Array.from({ length: classCount }, () => [])
  for (const [at, row] of rows.entries()) ofClass[labels[at] ?? -1]?.push(row)
  const kept = ofClass.map((all) => {
    const stride = Math.max(1, all.length / mostPerClass)
    return all.filter((_, at) => Math.floor(at / stride) !== Math.floor((at - 1) / stride))
  })
  return packExamples(kept)
}

function packExamples(ofClass: readonly (readonly SparseRow[])[]): ExampleStore {
  const all = ofClass.flat()
  const classStarts = new Int32Array(ofClass.length + 1)
  for (const [k, own] of ofClass.entries()) classStarts[k + 1] = (classStarts[k] ?? 0) + own.length
  const starts = new Int32Array(all.length + 1)
  for (const [at, row] of all.entries()) starts[at + 1] = (starts[at] ?? 0) + row.columns.length
  const columns = new Int32Array(starts[all.length] ?? 0)
  const levels = new Uint8Array(columns.length)
  const scales = new Float32Array(all.length)
  for (const [at, row] of all.entries()) {
    const largest = row.values.reduce((most, value) => Math.max(most, value), 0)
    scales[at] = largest / 255
    columns.set(row.columns, starts[at])
    levels.set(
      row.values.map((value) => Math.round((value * 255) / largest)),
      starts[at],
    )
  }
  return { classStarts, starts, columns, levels, scales }
}

/**
 * Cosine, 0 to 1, of a text to the nearest example of a class (k-nearest-neighbour with k = 1: Cover & Hart, 1967).
 * @param dense the text's row with one entry per column of the vocabulary.
 */
export function nearestSimilarity(store: ExampleStore, ofClass: number, dense: Float32Array): number {
  const { classStarts, starts, columns, levels, scales } = store
  const lastExample = classStarts[ofClass + 1] ?? 0
  let nearest = 0
  for (let example = classStarts[ofClass] ?? 0; example < lastExample; example += 1) {
    const end = starts[example + 1] ?? 0
    let entry = starts[example] ?? 0
    // Two sums side by side, so that one addition need not wait for the other.
    let even = 0
    let odd = 0
    for (; entry + 1 < end; entry += 2) {
      even += (dense[columns[entry] ?? 0] ?? 0) * (levels[entry] ?? 0)
      odd += (dense[columns[entry + 1] ?? 0] ?? 0) * (levels[entry + 1] ?? 0)
    }
    if (entry < end) even += (dense[columns[entry] ?? 0] ?? 0) * (levels[entry] ?? 0)
    nearest = Math.max(nearest, (even + odd) * (scales[example] ?? 0))
  }
  return Math.min(1, nearest)
}
