// The examples a model was taught, kept to see how near a text comes to one that is known.
import { rowAt, type SparseRows } from '../numbers/sparse-rows'
import { thinOut } from '../numbers/thin-out'

/** Class `k` has the examples `classStarts[k]` to `classStarts[k + 1]`; example `i` the columns from `starts[i]` to `starts[i + 1]`. */
export interface ExampleStore {
  readonly classStarts: Uint32Array
  readonly starts: Uint32Array
  /** A feature counts once for an example, however often it occurs there: then its idf is all its value. */
  readonly columns: Uint16Array
  /** Example → 1 / its length. */
  readonly scales: Float32Array
}

/** More examples of one class are thinned out evenly: time and memory have a ceiling, a near one stays near. */
const mostPerClass = 400

/** @param labels row → class, or -1 for rows that are left out. */
export function storeExamples(
  rows: SparseRows,
  labels: Int32Array,
  { classCount, idf }: { readonly classCount: number; readonly idf: Float32Array },
): ExampleStore {
  const ofClass = Array.from({ length: classCount }, (): number[] => [])
  for (const [row, label] of labels.entries()) ofClass[label]?.push(row)
  return packExamples(
    rows,
    ofClass.map((all) => thinOut(all, mostPerClass)),
    idf,
  )
}

function packExamples(
  rows: SparseRows,
  ofClass: readonly (readonly number[])[],
  idf: Float32Array,
): ExampleStore {
  const all = ofClass.flat().map((row) => rowAt(rows, row).columns)
  const classStarts = new Uint32Array(ofClass.length + 1)
  for (const [k, own] of ofClass.entries()) classStarts[k + 1] = (classStarts[k] ?? 0) + own.length
  const starts = new Uint32Array(all.length + 1)
  for (const [at, own] of all.entries()) starts[at + 1] = (starts[at] ?? 0) + own.length
  const columns = new Uint16Array(starts[all.length] ?? 0)
  const scales = new Float32Array(all.length)
  for (const [at, own] of all.entries()) {
    columns.set(own, starts[at])
    scales[at] = scaleOf(own, idf)
  }
  return { classStarts, starts, columns, scales }
}

function scaleOf(columns: Uint32Array, idf: Float32Array): number {
  let squares = 0
  for (const column of columns) squares += (idf[column] ?? 0) ** 2
  return squares === 0 ? 0 : 1 / Math.sqrt(squares)
}

/** With one example more, the last of its class. */
export function addExample(
  store: ExampleStore,
  {
    columns,
    ofClass,
    idf,
  }: { readonly columns: Uint32Array; readonly ofClass: number; readonly idf: Float32Array },
): ExampleStore {
  const at = store.classStarts[ofClass + 1] ?? 0
  const entry = store.starts[at] ?? 0
  const added = {
    classStarts: store.classStarts.map((start, k) => (k > ofClass ? start + 1 : start)),
    starts: new Uint32Array(store.starts.length + 1),
    columns: new Uint16Array(store.columns.length + columns.length),
    scales: new Float32Array(store.scales.length + 1),
  }
  added.starts.set(store.starts.subarray(0, at + 1))
  added.starts.set(
    store.starts.subarray(at).map((start) => start + columns.length),
    at + 1,
  )
  added.columns.set(store.columns.subarray(0, entry))
  added.columns.set(columns, entry)
  added.columns.set(store.columns.subarray(entry), entry + columns.length)
  added.scales.set(store.scales.subarray(0, at))
  added.scales[at] = scaleOf(columns, idf)
  added.scales.set(store.scales.subarray(at), at + 1)
  return added
}

/**
 * Cosine, 0 to 1, of a text to the nearest example of a class (k-nearest-neighbour with k = 1: Cover & Hart, 1967).
 * @param dense column → the column's idf times its part of the text, where it too counts once.
 */
export function nearestSimilarity(store: ExampleStore, ofClass: number, dense: Float32Array): number {
  const { classStarts, starts, columns, scales } = store
  const lastExample = classStarts[ofClass + 1] ?? 0
  let nearest = 0
  for (let example = classStarts[ofClass] ?? 0; example < lastExample; example += 1) {
    const end = starts[example + 1] ?? 0
    let entry = starts[example] ?? 0
    // Four sums side by side, so that one addition need not wait for the other.
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (; entry + 3 < end; entry += 4) {
      a += dense[columns[entry] ?? 0] ?? 0
      b += dense[columns[entry + 1] ?? 0] ?? 0
      c += dense[columns[entry + 2] ?? 0] ?? 0
      d += dense[columns[entry + 3] ?? 0] ?? 0
    }
    for (; entry < end; entry += 1) a += dense[columns[entry] ?? 0] ?? 0
    nearest = Math.max(nearest, (a + b + (c + d)) * (scales[example] ?? 0))
  }
  return Math.min(1, nearest)
}
