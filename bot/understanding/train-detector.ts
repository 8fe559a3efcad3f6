// Teaches a detector from examples, and how far it can be believed from examples it was not taught.
import { Detector, oddsFeatures, scoresOf, weighText, type DetectorParts, type Plane } from './detector'
import { fitChoices } from './fit-logistic'
import { columnCount, hashText, type HashedText } from './hashed-text'
import { seededRandom, shuffle } from './seeded-random'
import type { SparseRow } from './sparse-rows'

export interface DetectorExample {
  readonly text: string
  /** The kind of what is looked for; null for all else. */
  readonly kind: string | null
  /**
   * Examples of one writer or one scene. They are taught or held out together: a detector that was shown the same scene in
   * other words would be believed too much.
   */
  readonly group: string
}

interface ReadExample extends DetectorExample {
  readonly hashed: HashedText
  /** Of `foldCount`. */
  readonly fold: number
}

const foldCount = 3

/** The same examples in the same order give the same detector. */
export function trainDetector(examples: readonly DetectorExample[]): Detector {
  const folds = new Map<string, number>()
  const read = examples.map((example): ReadExample => {
    const fold = folds.get(example.group) ?? folds.size % foldCount
    folds.set(example.group, fold)
    return { ...example, hashed: hashText(example.text), fold }
  })
  const kinds = [...new Set(read.flatMap(({ kind }) => kind ?? []))].sort()
  return new Detector({ kinds, ...teach(read, kinds), trust: learnTrust(read) })
}

type Taught = Pick<DetectorParts, 'idf' | 'planes'>

function teach(examples: readonly ReadExample[], kinds: readonly string[]): Taught {
  const idf = learnIdf(examples)
  const rows = examples.map(({ hashed }) => weighText(idf, hashed))
  const found = [...examples.keys()].filter((at) => examples[at]?.kind !== null)
  const rowsFound = found.flatMap((at) => rows[at] ?? [])
  return {
    idf,
    planes: [
      trainPlane(rows, (at) => examples[at]?.kind !== null),
      ...kinds.map((kind) => trainPlane(rowsFound, (at) => examples[found[at] ?? 0]?.kind === kind)),
    ],
  }
}

/** What one text alone shows teaches nothing. */
const fewestTexts = 2

/** `1 + ln((1 + n) / (1 + df))` of each column (Salton & Buckley, 1988; smoothed). */
function learnIdf(examples: readonly ReadExample[]): Float32Array {
  const textsWith = new Int32Array(columnCount)
  for (const { hashed } of examples)
    for (const { columns } of hashed)
      for (const column of columns) textsWith[column] = (textsWith[column] ?? 0) + 1
  return Float32Array.from(textsWith, (count) =>
    count < fewestTexts ? 0 : 1 + Math.log((1 + examples.length) / (1 + count)),
  )
}

/** 1 / 2C of a support vector machine with squared hinge loss, of a plane's own examples, which are few, and of all others. */
const softness = { own: 0.125, other: 0.5 } as const
const sweepCount = 12
const seed = 20_261_128

/** "A Dual Coordinate Descent Method for Large-scale Linear SVM" (Hsieh, Chang, Lin, Keerthi & Sundararajan, ICML 2008), algorithm 1 with L2 loss; the bias is a column that each row of length 1 has. */
function trainPlane(rows: readonly SparseRow[], isOwn: (at: number) => boolean): Plane {
  const weights = new Float32Array(columnCount)
  let bias = 0
  const duals = new Float32Array(rows.length)
  const signs = Int8Array.from(rows, (_, at) => (isOwn(at) ? 1 : -1))
  const random = seededRandom(seed)
  const order = [...rows.keys()]
  for (let sweep = 0; sweep < sweepCount; sweep += 1) {
    shuffle(order, random)
    for (const at of order) {
      const row = rows[at]
      if (row === undefined) continue
      const sign = signs[at] ?? 1
      const soft = sign > 0 ? softness.own : softness.other
      const dual = duals[at] ?? 0
      const gradient = sign * (dot(weights, row) + bias) - 1 + soft * dual
      const next = Math.max(0, dual - gradient / (2 + soft))
      if (next === dual) continue
      duals[at] = next
      add(weights, row, (next - dual) * sign)
      bias += (next - dual) * sign
    }
  }
  return { ...toLevels(weights), bias }
}

function dot(weights: Float32Array, { columns, values }: SparseRow): number {
  let sum = 0
  for (let entry = 0; entry < columns.length; entry += 1)
    sum += (weights[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
  return sum
}

function add(weights: Float32Array, { columns, values }: SparseRow, times: number): void {
  for (let entry = 0; entry < columns.length; entry += 1) {
    const column = columns[entry] ?? 0
    weights[column] = (weights[column] ?? 0) + (values[entry] ?? 0) * times
  }
}

const mostLevel = 127

function toLevels(weights: Float32Array): Pick<Plane, 'levels' | 'scale'> {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / mostLevel
  return {
    scale,
    levels: Int8Array.from(weights, (weight) => (scale === 0 ? 0 : Math.round(weight / scale))),
  }
}

const trustStart = { start: [4, 0], ridge: 2 } as const

/** Platt scaling (1999) on what detectors say of the groups that they were taught without. */
function learnTrust(examples: readonly ReadExample[]): readonly number[] {
  const cases = Array.from({ length: foldCount }, (_, fold) => fold).flatMap((fold) => {
    const taught = teach(
      examples.filter((one) => one.fold !== fold),
      [],
    )
    return examples
      .filter((one) => one.fold === fold)
      .map(({ kind, hashed }) => ({
        alternatives: oddsFeatures(scoresOf(taught, hashed)[0] ?? 0),
        right: kind === null ? 1 : 0,
        weight: 1,
      }))
  })
  return fitChoices(cases, trustStart)
}
