// Features → a vector of length 1, by sublinear TF-IDF.
import type { CountedText } from './count-features'
import type { SparseRow } from './sparse-rows'
import type { Vocabulary } from './vocabulary'

export interface Vectoriser {
  readonly vocabulary: Vocabulary
  /** Column → weight of the feature, its inverse document frequency, damped; 0 for one that was not taught. */
  readonly idf: Float32Array
}

/** A text in the columns of a vocabulary. Columns ascend when those of the vocabulary follow its codes. */
export interface FoundText {
  readonly columns: Int32Array
  readonly counts: Uint8Array
  /** How many different features the text has, known or not. */
  readonly featureCount: number
}

export function findColumns(vocabulary: Vocabulary, { codes, counts }: CountedText): FoundText {
  const columns = new Int32Array(codes.length)
  const kept = new Uint8Array(codes.length)
  let found = 0
  for (let at = 0; at < codes.length; at += 1) {
    const column = vocabulary.columnOf(codes[at] ?? 0)
    if (column < 0) continue
    columns[found] = column
    kept[found] = counts[at] ?? 0
    found += 1
  }
  return { columns: columns.slice(0, found), counts: kept.slice(0, found), featureCount: codes.length }
}

/** The square root of idf: rare features count for more, but a single odd word does not outweigh a sentence. */
const idfPower = 0.5

/**
 * `(1 + ln((1 + n) / (1 + df))) ^ 0.5` of each column (Salton & Buckley, IP&M 24:5, 1988; smoothed).
 * @param fewest texts a feature must stand in to count.
 */
export function learnIdf(texts: readonly FoundText[], columnCount: number, fewest: number): Float32Array {
  const textsWith = new Int32Array(columnCount)
  for (const { columns } of texts)
    for (const column of columns) textsWith[column] = (textsWith[column] ?? 0) + 1
  return Float32Array.from(textsWith, (count) =>
    count < fewest ? 0 : (1 + Math.log((1 + texts.length) / (1 + count))) ** idfPower,
  )
}

/** `(1 + ln tf) · idf`, then length 1 (Manning, Raghavan & Schütze, "Introduction to Information Retrieval", 6.4). */
export function vectorise(idf: Float32Array, text: FoundText): SparseRow {
  const columns = new Int32Array(text.columns.length)
  const values = new Float32Array(columns.length)
  let count = 0
  let squares = 0
  for (let at = 0; at < columns.length; at += 1) {
    const column = text.columns[at] ?? 0
    const weight = idf[column] ?? 0
    if (weight === 0) continue
    const value = (1 + Math.log(text.counts[at] ?? 1)) * weight
    columns[count] = column
    values[count] = value
    squares += value * value
    count += 1
  }
  const length = Math.sqrt(squares)
  for (let entry = 0; entry < count; entry += 1) values[entry] = (values[entry] ?? 0) / length
  return { columns: columns.subarray(0, count), values: values.subarray(0, count) }
}
