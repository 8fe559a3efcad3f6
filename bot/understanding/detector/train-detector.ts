// Teaches a detector from examples, and how far it can be believed from examples it was not taught.
import { Detector, oddsFeatures, scoreOf, weighTexts, type Plane } from './detector'
import { fitChoices } from '../numbers/fit-logistic'
import { keysOfTexts } from '../numbers/counted-parts'
import { columnCount, hashTexts, noKin, partsOfText, type HashedTexts, type ReadKin } from './hashed-text'
import { orderByChance } from '../numbers/seeded-random'
import type { SparseRows } from '../numbers/sparse-rows'

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

/** The same examples in the same order give the same detector. */
export function trainDetector(examples: readonly DetectorExample[], readKin: ReadKin = noKin): Detector {
  const whole = hashTexts(
    examples.map(({ text }) => text),
    readKin,
  )
  const keys = keysOfTexts(whole, partsOfText)
  const hashed = withoutLone(whole)
  const kinds = [...new Set(examples.flatMap(({ kind }) => kind ?? []))].sort()
  const kindAt = (at: number): string | null => examples[at]?.kind ?? null
  const all = [...examples.keys()]
  const found = all.filter((at) => kindAt(at) !== null)
  const idf = learnIdf(hashed, all)
  const rows = weighTexts(idf, hashed)
  const planes = [
    trainPlane({ rows, keys, taught: all }, (at) => kindAt(at) !== null),
    ...kinds.map((kind) => trainPlane({ rows, keys, taught: found }, (at) => kindAt(at) === kind)),
  ]
  return new Detector({ kinds, idf, planes, trust: learnTrust(examples, hashed, keys) }, readKin)
}

/** What one text alone shows teaches nothing. */
const fewestTexts = 2

/** Without what none of several texts could be compared by: each sweep would go through it. */
function withoutLone(hashed: HashedTexts): HashedTexts {
  const textCount = (hashed.starts.length - 1) / partsOfText
  const textsWith = countTexts(hashed, [...Array(textCount).keys()])
  const { starts, numbers: columns, counts } = hashed
  const keptStarts = new Int32Array(starts.length)
  let end = 0
  for (let part = 0; part + 1 < starts.length; part += 1) {
    const partEnd = starts[part + 1] ?? 0
    for (let entry = starts[part] ?? 0; entry < partEnd; entry += 1) {
      const column = columns[entry] ?? 0
      if ((textsWith[column] ?? 0) < fewestTexts) continue
      columns[end] = column
      counts[end] = counts[entry] ?? 0
      end += 1
    }
    keptStarts[part + 1] = end
  }
  return { starts: keptStarts, numbers: columns.subarray(0, end), counts: counts.subarray(0, end) }
}

/** Column → how many of the texts `at` show it. */
function countTexts({ starts, numbers: columns }: HashedTexts, texts: readonly number[]): Int32Array {
  const textsWith = new Int32Array(columnCount)
  for (const text of texts) {
    const end = starts[partsOfText * (text + 1)] ?? 0
    for (let entry = starts[partsOfText * text] ?? 0; entry < end; entry += 1) {
      const column = columns[entry] ?? 0
      textsWith[column] = (textsWith[column] ?? 0) + 1
    }
  }
  return textsWith
}

/** `1 + ln((1 + n) / (1 + df))` of each column (Salton & Buckley, 1988; smoothed). */
function learnIdf(hashed: HashedTexts, texts: readonly number[]): Float32Array {
  const textsWith = countTexts(hashed, texts)
  const idf = new Float32Array(columnCount)
  for (let column = 0; column < columnCount; column += 1) {
    const count = textsWith[column] ?? 0
    if (count >= fewestTexts) idf[column] = 1 + Math.log((1 + texts.length) / (1 + count))
  }
  return idf
}

/** 1 / 2C of a support vector machine with squared hinge loss, of a plane's own examples, which are few, and of all others. */
const softness = { own: 0.125, other: 0.5 } as const
const sweepCount = 12
/** In the sweeps between, only what the plane rests on: of the others few come to weigh anything. */
const fullEvery = 3
const seed = 20_261_128

interface Taught {
  readonly rows: SparseRows
  /** Row → a number that its text alone gives: in this order rows are gone through, so that one more moves no other. */
  readonly keys: Uint32Array
  readonly taught: readonly number[]
}

/** "A Dual Coordinate Descent Method for Large-scale Linear SVM" (Hsieh, Chang, Lin, Keerthi & Sundararajan, ICML 2008), algorithm 1 with L2 loss; the bias is a column that each row of length 1 has. */
function trainPlane({ rows, keys, taught }: Taught, isOwn: (at: number) => boolean): Plane {
  const weights = new Float32Array(columnCount)
  let bias = 0
  const duals = new Float32Array(rows.starts.length)
  const signs = new Int8Array(rows.starts.length)
  for (const at of taught) signs[at] = isOwn(at) ? 1 : -1
  const own = Uint32Array.from(taught, (at) => keys[at] ?? 0)
  for (let sweep = 0; sweep < sweepCount; sweep += 1) {
    const isFull = sweep % fullEvery === 0
    for (const place of orderByChance(own, seed + sweep)) {
      const at = taught[place] ?? 0
      if (!isFull && duals[at] === 0) continue
      const sign = signs[at] ?? 1
      const soft = sign > 0 ? softness.own : softness.other
      const dual = duals[at] ?? 0
      const gradient = sign * (dot(weights, rows, at) + bias) - 1 + soft * dual
      const next = Math.max(0, dual - gradient / (2 + soft))
      if (next === dual) continue
      duals[at] = next
      add(weights, rows, at, (next - dual) * sign)
      bias += (next - dual) * sign
    }
  }
  return { ...toLevels(weights), bias }
}

function dot(weights: Float32Array, { starts, columns, values }: SparseRows, at: number): number {
  const end = starts[at + 1] ?? 0
  let sum = 0
  for (let entry = starts[at] ?? 0; entry < end; entry += 1)
    sum += (weights[columns[entry] ?? 0] ?? 0) * (values[entry] ?? 0)
  return sum
}

function add(
  weights: Float32Array,
  { starts, columns, values }: SparseRows,
  at: number,
  times: number,
): void {
  const end = starts[at + 1] ?? 0
  for (let entry = starts[at] ?? 0; entry < end; entry += 1) {
    const column = columns[entry] ?? 0
    weights[column] = (weights[column] ?? 0) + (values[entry] ?? 0) * times
  }
}

const mostLevel = 127

function toLevels(weights: Float32Array): Pick<Plane, 'levels' | 'scale'> {
  const levels = new Int8Array(weights.length)
  let most = 0
  for (const weight of weights) {
    if (weight > most) most = weight
    else if (-weight > most) most = -weight
  }
  const scale = most / mostLevel
  for (let column = 0; column < levels.length; column += 1) {
    const weight = weights[column] ?? 0
    // Most columns no text has.
    if (weight !== 0) levels[column] = Math.round(weight / scale)
  }
  return { scale, levels }
}

const trustStart = { start: [4, 0], ridge: 2 } as const

const foldCount = 3

/** Platt scaling (1999) on what detectors say of the groups that they were taught without. */
function learnTrust(
  examples: readonly DetectorExample[],
  hashed: HashedTexts,
  keys: Uint32Array,
): readonly number[] {
  const folds = foldsOf(examples)
  const cases = Array.from({ length: foldCount }, (_, fold) => fold).flatMap((fold) => {
    const isTaught = (at: number): boolean => folds[at] !== fold
    const taught = [...examples.keys()].filter(isTaught)
    const rows = weighTexts(learnIdf(hashed, taught), hashed)
    const plane = trainPlane({ rows, keys, taught }, (at) => examples[at]?.kind !== null)
    return examples.flatMap(({ kind }, at) =>
      isTaught(at)
        ? []
        : {
            alternatives: oddsFeatures(scoreOf(plane, rows, at)),
            right: kind === null ? 1 : 0,
            weight: 1,
          },
    )
  })
  return fitChoices(cases, trustStart)
}

/** Of each example, below `foldCount`: that of the first of its group. */
function foldsOf(examples: readonly DetectorExample[]): readonly number[] {
  const folds = new Map<string, number>()
  return examples.map(({ group }) => {
    const fold = folds.get(group) ?? folds.size % foldCount
    folds.set(group, fold)
    return fold
  })
}
