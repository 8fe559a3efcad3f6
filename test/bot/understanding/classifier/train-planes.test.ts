import { seededRandom } from '../../../../bot/understanding/numbers/seeded-random'
import { rowAt, type SparseRow, type SparseRows } from '../../../../bot/understanding/numbers/sparse-rows'
import {
  firstSteps,
  trainPlanes,
  type LabelledRows,
} from '../../../../bot/understanding/classifier/train-planes'

const columnCount = 40

const packRows = (rows: readonly SparseRow[]): SparseRows => ({
  starts: rows.reduce(
    (starts, { columns }) => Int32Array.of(...starts, starts.at(-1)! + columns.length),
    new Int32Array(1),
  ),
  columns: Uint32Array.from(rows.flatMap(({ columns }) => [...columns])),
  values: Float32Array.from(rows.flatMap(({ values }) => [...values])),
})

/** Rows of length 1, more classes than are learnt at once, and some rows of none. */
function drawRows(rowCount: number, classCount: number): LabelledRows {
  const random = seededRandom(7)
  const labels = Int32Array.from({ length: rowCount }, () => Math.floor(random() * (classCount + 1)) - 1)
  const rows = [...labels].map((label): SparseRow => {
    const columns = [...Array(columnCount).keys()].filter((at) => at === label || random() < 0.1)
    const values = columns.map((at) => (at === label ? 2 : random() + 0.1))
    const length = Math.hypot(...values)
    return {
      columns: Uint32Array.from(columns),
      values: Float32Array.from(values, (value) => value / length),
    }
  })
  return {
    rows: packRows(rows),
    labels,
    keys: Uint32Array.from(labels, () => random() * 2 ** 32),
    isAsked: rows.map(() => random() < 0.8),
    classCount,
    columnCount,
  }
}

/** The same rows, and in their middle the first of them once more, as one of a class. */
function withOneMore(data: LabelledRows): LabelledRows {
  const middle = data.labels.length / 2
  const places = [...data.labels.keys()]
  places.splice(middle, 0, 0)
  return {
    ...data,
    rows: packRows(places.map((at) => rowAt(data.rows, at))),
    keys: Uint32Array.from(places, (at, place) => (place === middle ? 12_345 : data.keys[at]!)),
    labels: Int32Array.from(places, (at, place) => (place === middle ? 1 : data.labels[at]!)),
    isAsked: places.map((at) => data.isAsked[at]!),
  }
}

const scoreOf = (
  { rows, classCount }: LabelledRows,
  weights: Float32Array,
  row: number,
  k: number,
): number => {
  let score = -1
  for (let entry = rows.starts[row]!; entry < rows.starts[row + 1]!; entry += 1)
    score += rows.values[entry]! * weights[rows.columns[entry]! * classCount + k]!
  return score
}

/**
 * What support vector machines with squared hinge loss make small for class `k`, by the book: half the square of the
 * weights, and of each row C times the square of what its margin lacks.
 */
function objective(data: LabelledRows, weights: Float32Array, k: number): number {
  let sum = 0
  for (let column = 0; column < columnCount; column += 1)
    sum += weights[column * data.classCount + k]! ** 2 / 2
  for (const [row, label] of data.labels.entries()) {
    const own = label === k
    const c = (own ? 4 : 1) / (data.isAsked[row] ? 1 : 4)
    const lack = Math.max(0, 1 - (own ? 1 : -1) * scoreOf(data, weights, row, k))
    sum += c * lack ** 2
  }
  return sum
}

/** The smallest value, found another way: by going downhill until it is level. */
function smallestObjective(data: LabelledRows, k: number): number {
  const weights = new Float32Array(columnCount * data.classCount)
  for (let round = 0; round < 4_000; round += 1) {
    const slope = new Float64Array(columnCount)
    for (let column = 0; column < columnCount; column += 1)
      slope[column] = weights[column * data.classCount + k]!
    for (const [row, label] of data.labels.entries()) {
      const own = label === k
      const c = (own ? 4 : 1) / (data.isAsked[row] ? 1 : 4)
      const sign = own ? 1 : -1
      const lack = 1 - sign * scoreOf(data, weights, row, k)
      if (lack <= 0) continue
      for (let entry = data.rows.starts[row]!; entry < data.rows.starts[row + 1]!; entry += 1)
        slope[data.rows.columns[entry]!]! -= 2 * c * lack * sign * data.rows.values[entry]!
    }
    for (let column = 0; column < columnCount; column += 1)
      weights[column * data.classCount + k]! -= 0.002 * slope[column]!
  }
  return objective(data, weights, k)
}

describe('training planes', () => {
  const data = drawRows(300, 21)
  const weights = trainPlanes(data)

  it.each([0, 15, 16, 20])('comes near the best plane of class %i', (k) => {
    const best = smallestObjective(data, k)
    const learnt = objective(data, weights, k)
    expect(learnt).toBeGreaterThan(best * 0.999)
    expect(learnt).toBeLessThan(best * 1.02)
  })

  it('gives each class what it gives it beside others', () => {
    const few = trainPlanes({ ...data, classCount: 3 })
    for (let column = 0; column < columnCount; column += 1)
      for (let k = 0; k < 3; k += 1)
        expect(few[column * 3 + k]).toBeCloseTo(weights[column * data.classCount + k]!, 1)
  })

  it('learns nearly the same of the others when there is one row more', () => {
    const many = drawRows(6000, 3)
    const before = trainPlanes(many)
    const after = trainPlanes(withOneMore(many))
    // What the row itself is of may move.
    const moved = before.map((weight, at) => (at % 3 === 1 ? 0 : Math.abs(weight - after[at]!)))
    expect(Math.max(...moved)).toBeLessThan(0.02 * Math.max(...before))
  })

  it('learns nothing of nothing', () => {
    const none = packRows([])
    const labels = new Int32Array(0)
    const keys = new Uint32Array(0)
    expect(trainPlanes({ rows: none, labels, keys, isAsked: [], classCount: 2, columnCount: 3 })).toEqual(
      new Float32Array(6),
    )
    expect(
      trainPlanes({ rows: none, labels, keys, isAsked: [], classCount: 0, columnCount: 3 }),
    ).toHaveLength(0)
  })

  it('does not take rows without their labels', () => {
    expect(() => trainPlanes({ ...data, labels: new Int32Array(2) })).toThrow(RangeError)
  })
})

test('a row that is met for the first time moves the classes as training moves them for it alone', () => {
  const row = { columns: Uint32Array.of(3, 17), values: Float32Array.of(0.6, 0.8) }
  for (const isRowAsked of [true, false]) {
    const data = {
      rows: packRows([row]),
      labels: Int32Array.of(1),
      keys: Uint32Array.of(5),
      isAsked: [isRowAsked],
      classCount: 3,
      columnCount,
    }
    const steps = firstSteps(new Float64Array(3).fill(-1), 1, isRowAsked)
    const weights = trainPlanes(data)
    for (const [at, column] of row.columns.entries())
      for (const [k, step] of steps.entries())
        expect(weights[column * 3 + k]).toBeCloseTo(step * row.values[at]!, 6)
  }
  expect([...firstSteps(Float64Array.of(-1, 0.99, -0.99, 0.4), 3, true)]).toEqual([
    0,
    expect.closeTo(-1.99 / 1.5),
    0,
    expect.closeTo(0.6 / 1.125),
  ])
})
