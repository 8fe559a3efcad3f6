// Tells texts of something rare and grave from all others: how likely a text is of it, and of which kind.
import { choiceProbabilities } from './fit-logistic'
import { hashText, type HashedText } from './hashed-text'
import type { SparseRow } from './sparse-rows'

export interface DetectorParts {
  readonly kinds: readonly string[]
  /** Column → inverse document frequency; 0 for what fewer than two texts showed. */
  readonly idf: Float32Array
  /** The first parts what is looked for from all else, then one for each kind parts it from the other kinds. */
  readonly planes: readonly Plane[]
  /** Of the first plane's score and of a one: the logarithm of the odds. */
  readonly trust: readonly number[]
}

export interface Plane {
  /** Column → weight, in levels of `scale`. */
  readonly levels: Int8Array
  readonly scale: number
  readonly bias: number
}

export interface Detected {
  /** 0 to 1, of any kind. */
  readonly probability: number
  /** Kind → its share of `probability`; they add up to 1. */
  readonly shares: ReadonlyMap<string, number>
}

/** Of a kind's score in the softmax over the kinds: what fits on samples gave, 1.4 to 3. */
const kindTrust = [2]

export class Detector {
  constructor(readonly parts: DetectorParts) {}

  detect(text: string): Detected {
    const { kinds, idf, planes, trust } = this.parts
    const [score = 0, ...kindScores] = scoresOf({ idf, planes }, hashText(text))
    const shares = choiceProbabilities(Float64Array.from(kindScores), kindTrust)
    return {
      probability: oddsOf(score, trust),
      shares: new Map(kinds.map((kind, at) => [kind, shares[at] ?? 0])),
    }
  }
}

/** One for each plane, above 0 on the side of what it is for. */
export function scoresOf(
  { idf, planes }: Pick<DetectorParts, 'idf' | 'planes'>,
  hashed: HashedText,
): readonly number[] {
  const row = weighText(idf, hashed)
  return planes.map((plane) => scoreOf(plane, row))
}

/** Beside the alternative that it is not. */
export const oddsFeatures = (score: number): Float64Array => Float64Array.of(score, 1, 0, 0)

const oddsOf = (score: number, trust: readonly number[]): number =>
  choiceProbabilities(oddsFeatures(score), trust)[0] ?? 0

function scoreOf({ levels, scale, bias }: Plane, { columns, values }: SparseRow): number {
  let sum = 0
  for (let entry = 0; entry < columns.length; entry += 1)
    sum += (levels[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
  return sum * scale + bias
}

/** `(1 + ln tf) · idf`, words and letters each to half the length of 1 (Salton & Buckley, IP&M 24:5, 1988). */
export function weighText(idf: Float32Array, hashed: HashedText): SparseRow {
  const size = hashed.reduce((sum, { columns }) => sum + columns.length, 0)
  const all = { columns: new Int32Array(size), values: new Float32Array(size) }
  let end = 0
  for (const { columns, counts } of hashed) {
    const from = end
    let squares = 0
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at] ?? 0
      const value = (1 + Math.log(counts[at] ?? 1)) * (idf[column] ?? 0)
      if (value === 0) continue
      all.columns[end] = column
      all.values[end] = value
      squares += value * value
      end += 1
    }
    const length = Math.sqrt(squares * hashed.length)
    for (let entry = from; entry < end; entry += 1) all.values[entry] = (all.values[entry] ?? 0) / length
  }
  return { columns: all.columns.subarray(0, end), values: all.values.subarray(0, end) }
}
