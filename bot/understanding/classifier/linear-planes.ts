// The linear part of a model: for each class one plane that parts it from all others.
import type { SparseRow } from '../numbers/sparse-rows'

/**
 * Column `c` has the entries `starts[c]` to `starts[c + 1]`, one for each class it speaks for or against; its weight for
 * `classes[entry]` is `levels[entry] * scales[class]`. What is next to nothing has no entry, which is most.
 */
export interface LinearPlanes {
  readonly starts: Uint32Array
  readonly classes: Uint16Array
  /** Rounded to 8 bits: what it changes in a score is a hundredth of what a mistake would need. */
  readonly levels: Int8Array
  readonly scales: Float32Array
  /** Class → what every feature of a text adds, times its value. */
  readonly slopes: Float32Array
}

/** The score of a text that shares nothing with a class; what is learnt is added to it. */
export const scoreOfNothing = -1

/** One score per class: about 1 for a text of the class, about -1 for any other. */
export function scoreRow(
  { starts, classes, levels, scales, slopes }: LinearPlanes,
  row: SparseRow,
): Float64Array {
  const scores = new Float64Array(scales.length)
  let total = 0
  for (let at = 0; at < row.columns.length; at += 1) {
    const column = row.columns[at] ?? 0
    const value = row.values[at] ?? 0
    const end = starts[column + 1] ?? 0
    total += value
    for (let entry = starts[column] ?? 0; entry < end; entry += 1) {
      const k = classes[entry] ?? 0
      scores[k] = (scores[k] ?? 0) + value * (levels[entry] ?? 0)
    }
  }
  for (let k = 0; k < scores.length; k += 1)
    scores[k] = (scores[k] ?? 0) * (scales[k] ?? 0) + total * (slopes[k] ?? 0) + scoreOfNothing
  return scores
}

const mostLevel = 127
/** Lower ones are left out: they are most of all, and no fewer texts are understood without them. */
const leastLevel = 6

/** @param weights of column `c` for class `k` at `c * classCount + k` */
export function packPlanes(weights: Float32Array, slopes: Float32Array): LinearPlanes {
  const classCount = slopes.length
  const columnCount = classCount === 0 ? 0 : weights.length / classCount
  const scales = highestOfClasses(weights, classCount).map((highest) => highest / mostLevel)
  const least = scales.map((scale) => scale * (leastLevel - 0.5))
  const starts = new Uint32Array(columnCount + 1)
  const classes = new Uint16Array(weights.length)
  const levels = new Int8Array(weights.length)
  let end = 0
  for (let column = 0, at = 0; column < columnCount; column += 1) {
    for (let k = 0; k < classCount; k += 1, at += 1) {
      const weight = weights[at] ?? 0
      if (weight === 0 || Math.abs(weight) < (least[k] ?? 0)) continue
      classes[end] = k
      levels[end] = Math.round(weight / (scales[k] ?? 1))
      end += 1
    }
    starts[column + 1] = end
  }
  return { starts, classes: classes.slice(0, end), levels: levels.slice(0, end), scales, slopes }
}

function highestOfClasses(weights: Float32Array, classCount: number): Float32Array {
  const highest = new Float32Array(classCount)
  for (let at = 0; at < weights.length; at += classCount)
    for (let k = 0; k < classCount; k += 1) {
      const size = Math.abs(weights[at + k] ?? 0)
      if (size > (highest[k] ?? 0)) highest[k] = size
    }
  return highest
}

/**
 * The planes with `steps[k]` times the row added to the weights of class `k`; however little comes of it is kept.
 * @param row its columns ascend
 */
export function movePlanes(planes: LinearPlanes, row: SparseRow, steps: Float64Array): LinearPlanes {
  const { starts, classes, levels, scales, slopes } = planes
  const room = classes.length + row.columns.length * scales.length
  const moved = { starts: starts.slice(), classes: new Uint16Array(room), levels: new Int8Array(room) }
  const ofColumn = new Float64Array(scales.length)
  let [read, written] = [0, 0]
  const copyBefore = (end: number): void => {
    moved.classes.set(classes.subarray(read, end), written)
    moved.levels.set(levels.subarray(read, end), written)
    written += end - read
    read = end
  }
  for (const [at, column] of row.columns.entries()) {
    copyBefore(starts[column] ?? 0)
    const last = starts[column + 1] ?? 0
    ofColumn.fill(0)
    for (; read < last; read += 1) ofColumn[classes[read] ?? 0] = levels[read] ?? 0
    addSteps(ofColumn, scales, steps, row.values[at] ?? 0)
    for (let k = 0; k < ofColumn.length; k += 1) {
      if (ofColumn[k] === 0) continue
      moved.classes[written] = k
      moved.levels[written] = ofColumn[k] ?? 0
      written += 1
    }
    const nextColumn = row.columns[at + 1] ?? starts.length - 1
    for (let later = column + 1; later <= nextColumn; later += 1)
      moved.starts[later] = (starts[later] ?? 0) + written - read
  }
  copyBefore(classes.length)
  return {
    starts: moved.starts,
    classes: moved.classes.slice(0, written),
    levels: moved.levels.slice(0, written),
    scales,
    slopes,
  }
}

/** A class without a scale has no weight at all, and none is added. */
function addSteps(ofColumn: Float64Array, scales: Float32Array, steps: Float64Array, value: number): void {
  if (value === 0) return
  for (let k = 0; k < ofColumn.length; k += 1) {
    const scale = scales[k] ?? 0
    if (scale === 0) continue
    const level = Math.round((ofColumn[k] ?? 0) + ((steps[k] ?? 0) * value) / scale)
    ofColumn[k] = Math.max(-mostLevel, Math.min(mostLevel, level))
  }
}
