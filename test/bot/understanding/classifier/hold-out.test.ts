// What is held back of the examples: one phrase more draws no other one's lot anew, and small groups are never held back whole.
import { planTrials, type Trial } from '../../../../bot/understanding/classifier/hold-out'
import { seededRandom } from '../../../../bot/understanding/numbers/seeded-random'

const classCount = 10
const perClass = 40

/** Rows of the classes in turn, behind them rows that belong to none. */
function planOf(rowCount: number): Trial | undefined {
  const labels = Int32Array.from({ length: rowCount }, (_, row) => (row % (classCount + 1)) - 1)
  const random = seededRandom(7)
  const keys = Uint32Array.from(labels, () => random() * 2 ** 32)
  return planTrials(
    labels,
    classCount,
    Array.from(labels, () => true),
    keys,
  )[0]
}

/** The rows of the first class, then those of the second, and so on. */
const byClass = (count: number): Int32Array =>
  Int32Array.from({ length: count * perClass }, (_, row) => Math.floor(row / perClass))

test('one phrase more leaves all others where they were', () => {
  const rowCount = (classCount + 1) * perClass
  const before = planOf(rowCount)
  const after = planOf(rowCount + 1)
  const without = (rows: readonly number[] = []) => rows.filter((row) => row !== rowCount)
  expect(before?.known.length).toBeGreaterThan(perClass)
  expect(before?.strange.length).toBeGreaterThan(perClass)
  for (const sort of ['taught', 'known', 'strange'] as const)
    expect(without(after?.[sort])).toEqual(before?.[sort])
})

test('one class more leaves the texts of all others where they were', () => {
  const random = seededRandom(9)
  const keys = Uint32Array.from({ length: 31 * perClass }, () => random() * 2 ** 32)
  const before = planTrials(
    byClass(30),
    30,
    Array<boolean>(30 * perClass).fill(true),
    keys.slice(perClass),
  )[0]
  // Its name comes before all others, so that each of them has another number.
  const after = planTrials(byClass(31), 31, Array<boolean>(31 * perClass).fill(true), keys)[0]
  expect(before?.strange.length).toBeGreaterThan(perClass)
  for (const sort of ['taught', 'known', 'strange'] as const)
    expect(after?.[sort].filter((row) => row >= perClass).map((row) => row - perClass)).toEqual(
      before?.[sort],
    )
})

test('of a class with three phrases two are taught, unless the class is held back', () => {
  const trial = planOf((classCount + 1) * 3)
  const strange = new Set(trial?.strange.map((row) => row % (classCount + 1)))
  for (let group = 1; group <= classCount; group += 1) {
    const taught = trial?.taught.filter((row) => row % (classCount + 1) === group) ?? []
    if (!strange.has(group)) expect(taught.length).toBeGreaterThanOrEqual(2)
  }
})
