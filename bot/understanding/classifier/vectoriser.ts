// Features → a vector of length 1, by sublinear TF-IDF.
import type { CountedParts } from '../numbers/counted-parts'
import type { SparseRows } from '../numbers/sparse-rows'
import type { Vocabulary } from './vocabulary'

export interface Vectoriser {
  readonly vocabulary: Vocabulary
  /** Column → weight of the feature, its inverse document frequency, damped; 0 for one that was not taught. */
  readonly idf: Float32Array
}

/**
 * Texts in the columns of a vocabulary: text `i` has the entries `starts[i]` to `starts[i + 1]` (exclusive). The columns of a
 * text ascend when those of the vocabulary follow its codes.
 */
export interface FoundTexts {
  readonly starts: Int32Array
  readonly columns: Uint32Array
  readonly counts: Uint8Array
}

/** What the vocabulary lacks is left out. */
export function findColumns(vocabulary: Vocabulary, { starts, numbers, counts }: CountedParts): FoundTexts {
  const found = {
    starts: new Int32Array(starts.length),
    columns: new Uint32Array(numbers.length),
    counts: new Uint8Array(numbers.length),
  }
  let end = 0
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const textEnd = starts[text + 1] ?? 0
    for (let entry = starts[text] ?? 0; entry < textEnd; entry += 1) {
      const column = vocabulary.columnOf(numbers[entry] ?? 0)
      if (column < 0) continue
      found.columns[end] = column
      found.counts[end] = counts[entry] ?? 0
      end += 1
    }
    found.starts[text + 1] = end
  }
  return { starts: found.starts, columns: found.columns.slice(0, end), counts: found.counts.slice(0, end) }
}

/** Those of the texts whose places are named, in that order. */
export function pickTexts({ starts, columns, counts }: FoundTexts, places: readonly number[]): FoundTexts {
  const startOf = (place: number): number => starts[place] ?? 0
  const sizes = places.map((place) => startOf(place + 1) - startOf(place))
  const size = sizes.reduce((sum, one) => sum + one, 0)
  const picked = {
    starts: new Int32Array(places.length + 1),
    columns: new Uint32Array(size),
    counts: new Uint8Array(size),
  }
  let end = 0
  for (const [at, place] of places.entries()) {
    picked.columns.set(columns.subarray(startOf(place), startOf(place + 1)), end)
    picked.counts.set(counts.subarray(startOf(place), startOf(place + 1)), end)
    end += sizes[at] ?? 0
    picked.starts[at + 1] = end
  }
  return picked
}

/** The square root of idf: rare features count for more, but a single odd word does not outweigh a sentence. */
const idfPower = 0.5

/**
 * `(1 + ln((1 + n) / (1 + df))) ^ 0.5` of each column (Salton & Buckley, IP&M 24:5, 1988; smoothed).
 * @param fewest texts a feature must stand in to count.
 */
export function learnIdf({ starts, columns }: FoundTexts, columnCount: number, fewest: number): Float32Array {
  const textsWith = new Int32Array(columnCount)
  for (const column of columns) textsWith[column] = (textsWith[column] ?? 0) + 1
  // One more than there are texts: the length of `starts`.
  return Float32Array.from(textsWith, (count) =>
    count < fewest ? 0 : (1 + Math.log(starts.length / (1 + count))) ** idfPower,
  )
}

/**
 * A row for each text: `(1 + ln tf) · idf`, then length 1 (Manning, Raghavan & Schütze, "Introduction to Information
 * Retrieval", 6.4).
 */
export function vectorise(idf: Float32Array, { starts, columns, counts }: FoundTexts): SparseRows {
  const rows = {
    starts: new Int32Array(starts.length),
    columns: new Uint32Array(columns.length),
    values: new Float32Array(columns.length),
  }
  let end = 0
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const first = end
    let squares = 0
    const textEnd = starts[text + 1] ?? 0
    for (let entry = starts[text] ?? 0; entry < textEnd; entry += 1) {
      const column = columns[entry] ?? 0
      const weight = idf[column] ?? 0
      if (weight === 0) continue
      const value = (1 + Math.log(counts[entry] ?? 1)) * weight
      rows.columns[end] = column
      rows.values[end] = value
      squares += value * value
      end += 1
    }
    const length = Math.sqrt(squares)
    for (let entry = first; entry < end; entry += 1) rows.values[entry] = (rows.values[entry] ?? 0) / length
    rows.starts[text + 1] = end
  }
  return { starts: rows.starts, columns: rows.columns.slice(0, end), values: rows.values.slice(0, end) }
}
