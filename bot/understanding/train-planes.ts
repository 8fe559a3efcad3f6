// Learns the planes of a linear model from labelled rows: one-vs-rest support vector machines with squared hinge loss.
import { scoreOfNothing, type LinearPlanes } from './linear-planes'
import { seededRandom, shuffle } from './seeded-random'
import { rowCountOf, type SparseRows } from './sparse-rows'

export interface LabelledRows {
  readonly rows: SparseRows
  /** Row → class, or -1 for a row that belongs to none. */
  readonly labels: Int32Array
  readonly classCount: number
  readonly columnCount: number
}

/** C of the rows of other classes, and of the class's own, which are few and must not drown. */
const costs = { other: 2, own: 8 } as const
/** A row whose share of the optimum is off by less is let be. */
const tolerance = 0.15
const mostSweeps = 6
const mostRoundsPerSweep = 10
const seed = 20_261_124

/** One class against the rest while it is being learnt. */
interface Plane {
  readonly own: number
  readonly weights: Float64Array
  /** Row → its dual variable; the weights are the sum of the rows times these. */
  readonly duals: Float64Array
  readonly isActive: Uint8Array
  active: number[]
}

/** Two sums side by side, so that one addition need not wait for the other. */
function scoreOf({ starts, columns, values }: SparseRows, weights: Float64Array, row: number): number {
  const end = starts[row + 1] ?? 0
  let entry = starts[row] ?? 0
  let even = 0
  let odd = 0
  for (; entry + 1 < end; entry += 2) {
    even += (weights[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
    odd += (weights[columns[entry + 1] ?? 0] ?? 0) * (values[entry + 1] ?? 0)
  }
  if (entry < end) even += (weights[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
  return scoreOfNothing + even + odd
}

function addRow(
  { starts, columns, values }: SparseRows,
  weights: Float64Array,
  row: number,
  times: number,
): void {
  const end = starts[row + 1] ?? 0
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    const column = columns[entry] ?? 0
    weights[column] = (weights[column] ?? 0) + times * (values[entry] ?? 0)
  }
}

/**
 * One coordinate step for one row: "A Dual Coordinate Descent Method for Large-scale Linear SVM" (Hsieh, Chang, Lin,
 * Keerthi & Sundararajan, ICML 2008), algorithm 1 with L2 loss. Rows have length 1 or are empty.
 * @returns how far the row was from its optimum, or undefined when it has nothing to say and leaves the active set.
 */
function step({ rows, labels }: LabelledRows, plane: Plane, row: number): number | undefined {
  const sign = labels[row] === plane.own ? 1 : -1
  const softness = 1 / (2 * (sign > 0 ? costs.own : costs.other))
  const dual = plane.duals[row] ?? 0
  const gradient = sign * scoreOf(rows, plane.weights, row) - 1 + softness * dual
  if (dual === 0 && gradient > tolerance) return undefined
  const next = Math.max(0, dual - gradient / (1 + softness))
  if (next !== dual) {
    plane.duals[row] = next
    addRow(rows, plane.weights, row, sign * (next - dual))
  }
  return dual === 0 && gradient > 0 ? 0 : Math.abs(gradient)
}

/** Steps through the active rows, in a new order each round, until none is far off. */
function settle(data: LabelledRows, plane: Plane, random: () => number): void {
  for (let round = 0; round < mostRoundsPerSweep; round += 1) {
    let furthest = 0
    shuffle(plane.active, random)
    plane.active = plane.active.filter((row) => {
      const distance = step(data, plane, row)
      if (distance === undefined) plane.isActive[row] = 0
      else furthest = Math.max(furthest, distance)
      return distance !== undefined
    })
    if (furthest < tolerance) return
  }
}

/** Wakes the sleeping rows that the plane now gets wrong; true when there were any. */
function wake({ rows, labels }: LabelledRows, plane: Plane): boolean {
  const before = plane.active.length
  for (let row = 0; row < labels.length; row += 1) {
    if (plane.isActive[row] === 1) continue
    const sign = labels[row] === plane.own ? 1 : -1
    if (sign * scoreOf(rows, plane.weights, row) - 1 >= -tolerance) continue
    plane.isActive[row] = 1
    plane.active.push(row)
  }
  return plane.active.length > before
}

function trainPlane(data: LabelledRows, own: number, random: () => number): Float64Array {
  const active = [...data.labels.keys()].filter((row) => data.labels[row] === own)
  const plane: Plane = {
    own,
    weights: new Float64Array(data.columnCount),
    duals: new Float64Array(data.labels.length),
    isActive: new Uint8Array(data.labels.length),
    active,
  }
  for (const row of active) plane.isActive[row] = 1
  for (let sweep = 0; sweep < mostSweeps; sweep += 1) {
    settle(data, plane, random)
    if (!wake(data, plane)) break
  }
  return plane.weights
}

/**
 * Trains every class against the rest. Since a text that shares nothing with a class scores -1 from the start, other
 * classes' rows are asleep until the class's own rows pull them up, and most of them never wake: that is where the
 * time is saved (the active set in place of LIBLINEAR's shrinking). The same rows give the same planes.
 */
export function trainPlanes(data: LabelledRows, onClass?: (done: number) => void): LinearPlanes {
  if (rowCountOf(data.rows) !== data.labels.length) throw new RangeError('one label per row is needed')
  const { classCount, columnCount } = data
  const levelsOf: Int8Array[] = []
  const scales = new Float32Array(classCount)
  const random = seededRandom(seed)
  for (let own = 0; own < classCount; own += 1) {
    const weights = trainPlane(data, own, random)
    let largest = 0
    for (let column = 0; column < columnCount; column += 1)
      largest = Math.max(largest, Math.abs(weights[column] ?? 0))
    scales[own] = largest / 127
    const levels = new Int8Array(columnCount)
    for (let column = 0; column < columnCount && largest > 0; column += 1)
      levels[column] = Math.round(((weights[column] ?? 0) * 127) / largest)
    levelsOf.push(levels)
    onClass?.(own + 1)
  }
  return { classCount, levels: byColumn(levelsOf, columnCount), scales }
}

/** A column's levels of all classes side by side; put together at the end, for a write here and there is slow. */
function byColumn(levelsOf: readonly Int8Array[], columnCount: number): Int8Array {
  const classCount = levelsOf.length
  const levels = new Int8Array(columnCount * classCount)
  let at = 0
  for (let column = 0; column < columnCount; column += 1)
    for (let k = 0; k < classCount; k += 1, at += 1) levels[at] = levelsOf[k]?.[column] ?? 0
  return levels
}
