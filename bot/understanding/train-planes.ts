// Learns the planes of a linear model from labelled rows: one-vs-rest support vector machines with squared hinge loss.
import { scoreOfNothing } from './linear-planes'
import { seededRandom, shuffle } from './seeded-random'
import { rowCountOf, type SparseRows } from './sparse-rows'

export interface LabelledRows {
  readonly rows: SparseRows
  /** Row → class, or -1 for a row that belongs to none. */
  readonly labels: Int32Array
  /** Row → whether it is like a resident's text; others lend their words, and count for less. */
  readonly isAsked: readonly boolean[]
  readonly classCount: number
  readonly columnCount: number
}

/** 1 / 2C of the rows of other classes, and of the class's own, which are few and must not drown. */
const softness = { other: 1 / 2, own: 1 / 8 } as const
/** A row that is told and not asked has a C so many times smaller. */
const toldSoftness = 4
/** A step that is smaller is not taken. */
const smallestStep = 0.05
/** Rows looked at in all sweeps together, about: few rows can be gone through more often, and need it. */
const rowsOfAllSweeps = 20_000
const sweepsOf = (rowCount: number): number =>
  Math.max(3, Math.min(10, Math.round(rowsOfAllSweeps / Math.max(1, rowCount))))
const seed = 20_261_124

/** What is learnt, for all classes at once: a row is read once for all of them, and neighbours in memory stay neighbours. */
interface Learning {
  readonly data: LabelledRows
  /** Weight of column `c` for class `k` at `c * classCount + k`. */
  readonly weights: Float32Array
  /** Dual variable of row `r` for class `k` at `r * classCount + k`; the weights are the sum of the rows times these. */
  readonly duals: Float32Array
  readonly scores: Float64Array
  /** The steps of the row at hand: so many classes, and how far for each. */
  readonly movedClasses: Int32Array
  readonly moves: Float64Array
}

/** Eight columns at a time: each sum is then fetched and put back an eighth as often. */
function scoreClasses({ data, weights, scores }: Learning, row: number): void {
  const { starts, columns, values } = data.rows
  const { classCount } = data
  const end = starts[row + 1] ?? 0
  let entry = starts[row] ?? 0
  scores.fill(scoreOfNothing)
  for (; entry + 7 < end; entry += 8) {
    const a = (columns[entry] ?? 0) * classCount
    const b = (columns[entry + 1] ?? 0) * classCount
    const c = (columns[entry + 2] ?? 0) * classCount
    const d = (columns[entry + 3] ?? 0) * classCount
    const e = (columns[entry + 4] ?? 0) * classCount
    const f = (columns[entry + 5] ?? 0) * classCount
    const g = (columns[entry + 6] ?? 0) * classCount
    const h = (columns[entry + 7] ?? 0) * classCount
    const ofA = values[entry] ?? 0
    const ofB = values[entry + 1] ?? 0
    const ofC = values[entry + 2] ?? 0
    const ofD = values[entry + 3] ?? 0
    const ofE = values[entry + 4] ?? 0
    const ofF = values[entry + 5] ?? 0
    const ofG = values[entry + 6] ?? 0
    const ofH = values[entry + 7] ?? 0
    for (let k = 0; k < classCount; k += 1)
      scores[k] =
        (scores[k] ?? 0) +
        (ofA * (weights[a + k] ?? 0) + ofB * (weights[b + k] ?? 0)) +
        (ofC * (weights[c + k] ?? 0) + ofD * (weights[d + k] ?? 0)) +
        (ofE * (weights[e + k] ?? 0) + ofF * (weights[f + k] ?? 0)) +
        (ofG * (weights[g + k] ?? 0) + ofH * (weights[h + k] ?? 0))
  }
  for (; entry < end; entry += 1) {
    const from = (columns[entry] ?? 0) * classCount
    const value = values[entry] ?? 0
    for (let k = 0; k < classCount; k += 1) scores[k] = (scores[k] ?? 0) + value * (weights[from + k] ?? 0)
  }
}

/**
 * One coordinate step of each class for one row: "A Dual Coordinate Descent Method for Large-scale Linear SVM" (Hsieh,
 * Chang, Lin, Keerthi & Sundararajan, ICML 2008), algorithm 1 with L2 loss. Rows have length 1 or are empty.
 * @returns how many classes moved.
 */
function planSteps({ data, duals, scores, movedClasses, moves }: Learning, row: number): number {
  const { classCount, labels, isAsked } = data
  const times = isAsked[row] === true ? 1 : toldSoftness
  let moved = 0
  for (let k = 0, at = row * classCount; k < classCount; k += 1, at += 1) {
    const isOwn = k === labels[row]
    const soft = (isOwn ? softness.own : softness.other) * times
    const dual = duals[at] ?? 0
    const score = scores[k] ?? 0
    const gradient = (isOwn ? score : -score) - 1 + soft * dual
    if (dual === 0 && gradient >= 0) continue
    const next = Math.max(0, dual - gradient / (1 + soft))
    if (Math.abs(next - dual) < smallestStep) continue
    duals[at] = next
    movedClasses[moved] = k
    moves[moved] = isOwn ? next - dual : dual - next
    moved += 1
  }
  return moved
}

function takeSteps({ data, weights, movedClasses, moves }: Learning, row: number, moved: number): void {
  const { starts, columns, values } = data.rows
  const end = starts[row + 1] ?? 0
  for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
    const from = (columns[entry] ?? 0) * data.classCount
    const value = values[entry] ?? 0
    for (let step = 0; step < moved; step += 1) {
      const at = from + (movedClasses[step] ?? 0)
      weights[at] = (weights[at] ?? 0) + value * (moves[step] ?? 0)
    }
  }
}

/**
 * Trains every class against the rest. A text that shares nothing with a class scores -1 from the start, which is right
 * for nearly all: so only a few classes move for a row, and a row of which none did is passed over once. The same rows
 * give the same planes.
 * @param onSweep told how much is done, 0 to 1
 * @returns the weight of column `c` for class `k` at `c * classCount + k`
 */
export function trainPlanes(data: LabelledRows, onSweep?: (share: number) => void): Float32Array {
  const rowCount = rowCountOf(data.rows)
  if (rowCount !== data.labels.length) throw new RangeError('one label per row is needed')
  const { classCount, columnCount } = data
  const learning: Learning = {
    data,
    weights: new Float32Array(columnCount * classCount),
    duals: new Float32Array(rowCount * classCount),
    scores: new Float64Array(classCount),
    movedClasses: new Int32Array(classCount),
    moves: new Float64Array(classCount),
  }
  const random = seededRandom(seed)
  const order = [...data.labels.keys()]
  const rests = new Uint8Array(rowCount)
  const sweeps = sweepsOf(rowCount)
  for (let sweep = 1; sweep <= sweeps; sweep += 1) {
    shuffle(order, random)
    for (const row of order) {
      if (rests[row] === 1) {
        rests[row] = 0
        continue
      }
      scoreClasses(learning, row)
      const moved = planSteps(learning, row)
      if (moved > 0) takeSteps(learning, row, moved)
      else rests[row] = 1
    }
    onSweep?.(sweep / sweeps)
  }
  return learning.weights
}
