// Features → a vector of length 1, by sublinear TF-IDF.
import type { TextFeatures } from './features'
import type { SparseRow } from './sparse-rows'
import { Vocabulary } from './vocabulary'

export interface Vectoriser {
  readonly vocabulary: Vocabulary
  /** Column → weight of the feature: its inverse document frequency, damped. */
  readonly idf: Float32Array
}

/** The square root of idf: rare features count for more, but a single odd word does not outweigh a sentence. */
const idfPower = 0.5
/** From so many texts on, a feature that only one of them has teaches nothing and is left out. */
const manyTexts = 5000

/** Learns the vocabulary and `(1 + ln((1 + n) / (1 + df))) ^ 0.5` (Salton & Buckley, IP&M 24:5, 1988; smoothed). */
export function learnVectoriser(texts: readonly TextFeatures[]): Vectoriser {
  const textsWith = new Map<number, { count: number; last: number }>()
  for (const [text, { codes }] of texts.entries())
    for (const code of codes) {
      const seen = textsWith.get(code)
      if (seen === undefined) textsWith.set(code, { count: 1, last: text })
      else if (seen.last !== text) {
        seen.count += 1
        seen.last = text
      }
    }
  const fewest = texts.length >= manyTexts ? 2 : 1
  const kept = [...textsWith].filter(([, { count }]) => count >= fewest)
  return {
    vocabulary: new Vocabulary(Uint32Array.from(kept, ([code]) => code)),
    idf: Float32Array.from(
      kept,
      ([, { count }]) => (1 + Math.log((1 + texts.length) / (1 + count))) ** idfPower,
    ),
  }
}

/**
 * `(1 + ln tf) · idf`, then length 1 (Manning, Raghavan & Schütze, "Introduction to Information Retrieval", 6.4).
 * Unknown features count for nothing. Columns ascend; a text without known features gives an empty row.
 */
export function vectorise({ vocabulary, idf }: Vectoriser, { codes }: TextFeatures): SparseRow {
  // Plain loops: this runs for every message and thousands of times in a training, and iterators cost the double.
  const found = new Int32Array(codes.length)
  for (let at = 0; at < codes.length; at += 1) found[at] = vocabulary.columnOf(codes[at] ?? 0)
  found.sort()
  const columns = new Int32Array(found.length)
  const values = new Float64Array(found.length)
  let count = 0
  let squares = 0
  for (let at = found.lastIndexOf(-1) + 1; at < found.length; count += 1) {
    const column = found[at] ?? 0
    const first = at
    while (found[at] === column) at += 1
    const value = (1 + Math.log(at - first)) * (idf[column] ?? 0)
    columns[count] = column
    values[count] = value
    squares += value * value
  }
  const length = Math.sqrt(squares)
  for (let entry = 0; entry < count; entry += 1) values[entry] = (values[entry] ?? 0) / length
  return { columns: columns.slice(0, count), values: new Float32Array(values.subarray(0, count)) }
}

/**
 * Share of a text's features that the vocabulary does not know; 1 without any. Finer than a share of unknown words: a
 * known word with another ending or a slip of the finger is known by most of its letter runs.
 */
export function unknownShare({ vocabulary }: Vectoriser, { codes }: TextFeatures): number {
  const different = new Set(codes)
  let unknown = 0
  for (const code of different) if (vocabulary.columnOf(code) < 0) unknown += 1
  return different.size === 0 ? 1 : unknown / different.size
}
