// Tells texts of something rare and grave from all others: how likely a text is of it, and of which kind.
import { choiceProbabilities } from '../numbers/fit-logistic'
import { hashTexts, noKin, partsOfText, type HashedTexts, type ReadKin } from './hashed-text'
import type { SparseRows } from '../numbers/sparse-rows'

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
  /** @param readKin the one it was taught with */
  constructor(
    readonly parts: DetectorParts,
    private readonly readKin: ReadKin = noKin,
  ) {}

  detect(text: string): Detected {
    const { kinds, idf, planes, trust } = this.parts
    const row = weighTexts(idf, hashTexts([text], this.readKin))
    const [score = 0, ...kindScores] = planes.map((plane) => scoreOf(plane, row, 0))
    const shares = choiceProbabilities(Float64Array.from(kindScores), kindTrust)
    return {
      probability: oddsOf(score, trust),
      shares: new Map(kinds.map((kind, at) => [kind, shares[at] ?? 0])),
    }
  }
}

/** Beside the alternative that it is not. */
export const oddsFeatures = (score: number): Float64Array => Float64Array.of(score, 1, 0, 0)

const oddsOf = (score: number, trust: readonly number[]): number =>
  choiceProbabilities(oddsFeatures(score), trust)[0] ?? 0

/** Of row `at`: above 0 on the side of what the plane is for. */
export function scoreOf({ levels, scale, bias }: Plane, rows: SparseRows, at: number): number {
  const { starts, columns, values } = rows
  const end = starts[at + 1] ?? 0
  let sum = 0
  for (let entry = starts[at] ?? 0; entry < end; entry += 1)
    sum += (levels[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
  return sum * scale + bias
}

/** A row for each text: `(1 + ln tf) · idf`, words, letters and kin each to a third of the length of 1 (Salton & Buckley, IP&M 24:5, 1988). */
export function weighTexts(idf: Float32Array, { starts, numbers: columns, counts }: HashedTexts): SparseRows {
  const values = new Float32Array(columns.length)
  for (let part = 0; part + 1 < starts.length; part += 1) {
    const from = starts[part] ?? 0
    const end = starts[part + 1] ?? 0
    let squares = 0
    for (let entry = from; entry < end; entry += 1) {
      const value = (1 + Math.log(counts[entry] ?? 1)) * (idf[columns[entry] ?? 0] ?? 0)
      values[entry] = value
      squares += value * value
    }
    if (squares === 0) continue
    const length = Math.sqrt(squares * partsOfText)
    for (let entry = from; entry < end; entry += 1) values[entry] = (values[entry] ?? 0) / length
  }
  return { starts: starts.filter((_, part) => part % partsOfText === 0), columns, values }
}
