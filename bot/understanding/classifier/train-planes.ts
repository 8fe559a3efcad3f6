// Learns the planes of a linear model from labelled rows: one-vs-rest support vector machines with squared hinge loss.
import { scoreOfNothing } from './linear-planes'
import { classesAtOnce, prepareSweep } from './plane-sweep'
import { orderByChance } from '../numbers/seeded-random'
import { rowCountOf, type SparseRows } from '../numbers/sparse-rows'

export interface LabelledRows {
  readonly rows: SparseRows
  /** Row → class, or -1 for a row that belongs to none. */
  readonly labels: Int32Array
  /** Row → a number that its text alone gives. */
  readonly keys: Uint32Array
  /** Row → whether it is like a resident's text; others lend their words, and count for less. */
  readonly isAsked: readonly boolean[]
  readonly classCount: number
  readonly columnCount: number
}

/** 1 / 2C of the rows of other classes, and of the class's own, which are few and must not drown. */
const softness = { softOther: 1 / 2, softOwn: 1 / 8 } as const
/** A row that is told and not asked has a C so many times smaller. */
const toldSoftness = 4
const smallestStep = 0.05
/** Rows looked at in all sweeps together, about: few rows can be gone through more often, and need it. */
const rowsOfAllSweeps = 20_000
const sweepsOf = (rowCount: number): number =>
  Math.max(3, Math.min(10, Math.round(rowsOfAllSweeps / Math.max(1, rowCount))))
const seed = 20_261_124

/**
 * The order of the rows in each sweep: by chance, the same for every class. After a few sweeps the planes still depend on it, so
 * one text more must not draw it anew for all others: whoever adds a phrase would change what is answered about anything.
 */
const drawOrders = (keys: Uint32Array): readonly Int32Array[] =>
  Array.from({ length: sweepsOf(keys.length) }, (_, sweep) => orderByChance(keys, seed + sweep))

/**
 * Class → how far its weights move along a row that it meets for the first time: one step of `trainPlanes` for that row alone.
 * @param scores of the row, by planes as they are
 * @param own its class
 */
export function firstSteps(scores: Float64Array, own: number, isRowAsked: boolean): Float64Array {
  const times = isRowAsked ? 1 : toldSoftness
  return scores.map((score, k) => {
    const sign = k === own ? 1 : -1
    const soft = times * (k === own ? softness.softOwn : softness.softOther)
    const step = (1 - sign * score) / (1 + soft)
    return step < smallestStep ? 0 : sign * step
  })
}

/**
 * Trains every class against the rest: "A Dual Coordinate Descent Method for Large-scale Linear SVM" (Hsieh, Chang, Lin,
 * Keerthi & Sundararajan, ICML 2008), algorithm 1 with L2 loss. Rows have length 1 or are empty. A text that shares nothing
 * with a class scores -1 from the start, which is right for nearly all; a row for which no class moved is passed over once.
 * The same rows give the same planes.
 * @param onShare told how much is done, 0 to 1
 * @returns the weight of column `c` for class `k` at `c * classCount + k`
 */
export function trainPlanes(data: LabelledRows, onShare?: (share: number) => void): Float32Array {
  const { rows, labels, keys, isAsked, classCount, columnCount } = data
  if (rowCountOf(rows) !== labels.length) throw new RangeError('one label per row is needed')
  const times = Float32Array.from(labels, (_, row) => (isAsked[row] === true ? 1 : toldSoftness))
  const sweep = prepareSweep({ rows, labels, times, columnCount, ...softness, smallestStep, scoreOfNothing })
  const orders = drawOrders(keys)
  const weights = new Float32Array(columnCount * classCount)
  for (let firstClass = 0; firstClass < classCount; firstClass += classesAtOnce) {
    sweep.begin()
    for (const order of orders) sweep.run(order, firstClass)
    sweep.copyWeights(weights, classCount, firstClass)
    onShare?.(Math.min(1, (firstClass + classesAtOnce) / classCount))
  }
  return weights
}
