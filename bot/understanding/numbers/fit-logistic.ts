// Small regressions that turn raw numbers into probabilities, fitted by Newton's method.

/** Solves `matrix · x = vector` for a few unknowns by Gauss-Jordan elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at] ?? 0])
  for (const [pivot, pivotRow] of rows.entries()) {
    const divisor = pivotRow[pivot] ?? 1
    for (const [column, value] of pivotRow.entries()) pivotRow[column] = value / divisor
    for (const [at, row] of rows.entries()) {
      if (at === pivot) continue
      const times = row[pivot] ?? 0
      for (const [column, value] of row.entries()) row[column] = value - times * (pivotRow[column] ?? 0)
    }
  }
  return rows.map((row) => row[vector.length] ?? 0)
}

/**
 * Alternatives one after the other: of `n` coefficients, alternative `a` has its features from `a * n` on. In one piece,
 * for a fit goes through all of them dozens of times.
 */
export type Alternatives = Float64Array

/** One question with several possible answers of which one was right; each answer has its features. */
export interface ChoiceCase {
  readonly alternatives: Alternatives
  readonly right: number
  readonly weight: number
}

/** Probabilities of the alternatives: softmax of their weighted features. */
export function choiceProbabilities(
  alternatives: Alternatives,
  coefficients: readonly number[],
): Float64Array {
  const count = coefficients.length
  const chances = new Float64Array(alternatives.length / count)
  let highest = -Infinity
  for (let a = 0, from = 0; a < chances.length; a += 1, from += count) {
    let score = 0
    for (let i = 0; i < count; i += 1) score += (alternatives[from + i] ?? 0) * (coefficients[i] ?? 0)
    chances[a] = score
    if (score > highest) highest = score
  }
  let total = 0
  for (let a = 0; a < chances.length; a += 1) {
    const power = Math.exp((chances[a] ?? 0) - highest)
    chances[a] = power
    total += power
  }
  for (let a = 0; a < chances.length; a += 1) chances[a] = (chances[a] ?? 0) / total
  return chances
}

/** Where a fit begins, how hard it is held there, and how far each coefficient may go. */
export interface FitOptions {
  readonly start: readonly number[]
  /** As if so many cases had spoken for the start; few cases then change little. */
  readonly ridge: number
  /** Lowest and highest value of each coefficient; left out, they are free. */
  readonly bounds?: readonly (readonly [number, number])[]
}

const mostNewtonSteps = 50
const smallStep = 1e-6

/**
 * Conditional logit (McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974): coefficients that
 * make the right alternatives likely. With one feature it is temperature scaling (Guo et al., "On Calibration of Modern
 * Neural Networks", ICML 2017); with two alternatives, one of them all zeros, it is Platt scaling (1999).
 * A coefficient that leaves its bounds is set to the bound, and the others are fitted again.
 */
export function fitChoices(cases: readonly ChoiceCase[], options: FitOptions): readonly number[] {
  const { start, bounds } = options
  const fixed = new Set<number>()
  let coefficients: readonly number[] = start
  for (let round = 0; round <= start.length; round += 1) {
    coefficients = climb(cases, coefficients, fixed, options)
    const bounded = coefficients.map((value, at) => {
      const [lowest, highest] = bounds?.[at] ?? [-Infinity, Infinity]
      return Math.max(lowest, Math.min(highest, value))
    })
    const outside = [...bounded.keys()].filter((at) => bounded[at] !== coefficients[at])
    coefficients = bounded
    if (outside.length === 0) break
    for (const at of outside) fixed.add(at)
  }
  return coefficients
}

/** What stands at some coefficients: the log likelihood less the penalty, and its derivatives. */
interface Outlook {
  height: number
  readonly gradient: number[]
  /** The second derivative with its sign turned. */
  readonly curvature: number[][]
}

/** Newton's method; a step that would make matters worse is halved until it does not. */
function climb(
  cases: readonly ChoiceCase[],
  from: readonly number[],
  fixed: ReadonlySet<number>,
  options: FitOptions,
): readonly number[] {
  let at = from
  let outlook = lookFrom(cases, at, options)
  for (let count = 0; count < mostNewtonSteps; count += 1) {
    const step = stepFrom(outlook, fixed)
    const length = Math.max(...step.map(Math.abs))
    let share = 1
    let next = at
    let nextOutlook = outlook
    for (;;) {
      next = at.map((value, i) => value + share * (step[i] ?? 0))
      nextOutlook = lookFrom(cases, next, options)
      // At the top only rounding tells heights apart, and no halving of so short a step would find a higher one.
      if (nextOutlook.height >= outlook.height || length * share < smallStep) break
      share /= 2
    }
    at = next
    outlook = nextOutlook
    if (length * share < smallStep) break
  }
  return at
}

/** Fixed coefficients stay. */
function stepFrom({ gradient, curvature }: Outlook, fixed: ReadonlySet<number>): readonly number[] {
  const isFree = (i: number): boolean => !fixed.has(i)
  return solve(
    curvature.map((row, i) => row.map((value, j) => (isFree(i) && isFree(j) ? value : i === j ? 1 : 0))),
    gradient.map((value, i) => (isFree(i) ? value : 0)),
  )
}

function lookFrom(
  cases: readonly ChoiceCase[],
  coefficients: readonly number[],
  { start, ridge }: FitOptions,
): Outlook {
  const outlook: Outlook = {
    height: -(ridge / 2) * coefficients.reduce((sum, value, i) => sum + (value - (start[i] ?? 0)) ** 2, 0),
    gradient: coefficients.map((value, i) => ridge * ((start[i] ?? 0) - value)),
    curvature: start.map((_, i) => start.map((__, j) => (i === j ? ridge : 0))),
  }
  for (const one of cases) addCase(outlook, one, coefficients)
  return outlook
}

const leastProbability = 1e-300

function addCase(
  outlook: Outlook,
  { alternatives, right, weight }: ChoiceCase,
  coefficients: readonly number[],
): void {
  const { gradient, curvature } = outlook
  const chances = choiceProbabilities(alternatives, coefficients)
  outlook.height += weight * Math.log(Math.max(leastProbability, chances[right] ?? 0))
  const count = coefficients.length
  const means = new Float64Array(count)
  const products = new Float64Array(count * count)
  for (let k = 0, from = 0; k < chances.length; k += 1, from += count) {
    const chance = chances[k] ?? 0
    for (let i = 0; i < count; i += 1) {
      const share = chance * (alternatives[from + i] ?? 0)
      means[i] = (means[i] ?? 0) + share
      for (let j = 0; j <= i; j += 1)
        products[i * count + j] = (products[i * count + j] ?? 0) + share * (alternatives[from + j] ?? 0)
    }
  }
  for (const [i, row] of curvature.entries()) {
    gradient[i] = (gradient[i] ?? 0) + weight * ((alternatives[right * count + i] ?? 0) - (means[i] ?? 0))
    for (const j of row.keys()) {
      const product = products[Math.max(i, j) * count + Math.min(i, j)] ?? 0
      row[j] = (row[j] ?? 0) + weight * (product - (means[i] ?? 0) * (means[j] ?? 0))
    }
  }
}
