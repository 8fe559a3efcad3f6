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

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)

/** One question with several possible answers of which one was right; each answer has its features. */
export interface ChoiceCase {
  readonly alternatives: readonly (readonly number[])[]
  readonly right: number
  readonly weight: number
}

/** Probabilities of the alternatives: softmax of their weighted features. */
export function choiceProbabilities(
  alternatives: readonly (readonly number[])[],
  coefficients: readonly number[],
): readonly number[] {
  const scores = alternatives.map((features) => dot(features, coefficients))
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
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
const mostHalvings = 20

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

/** Newton's method; a step that would make matters worse is halved until it does not. */
function climb(
  cases: readonly ChoiceCase[],
  from: readonly number[],
  fixed: ReadonlySet<number>,
  options: FitOptions,
): readonly number[] {
  let at = from
  let height = heightAt(cases, at, options)
  for (let count = 0; count < mostNewtonSteps; count += 1) {
    const { gradient, curvature } = slopeAt(cases, at, fixed, options)
    const step = solve(curvature, gradient)
    const next = (share: number): readonly number[] => at.map((value, i) => value + share * (step[i] ?? 0))
    let share = 1
    while (heightAt(cases, next(share), options) < height && share > 2 ** -mostHalvings) share /= 2
    at = next(share)
    height = heightAt(cases, at, options)
    if (Math.max(...step.map(Math.abs)) * share < smallStep) break
  }
  return at
}

/** The log likelihood, less the penalty for distance from the start. */
function heightAt(
  cases: readonly ChoiceCase[],
  coefficients: readonly number[],
  { start, ridge }: FitOptions,
): number {
  let height = 0
  for (const [at, value] of coefficients.entries()) height -= (ridge / 2) * (value - (start[at] ?? 0)) ** 2
  for (const { alternatives, right, weight } of cases)
    height += weight * Math.log(Math.max(1e-300, choiceProbabilities(alternatives, coefficients)[right] ?? 0))
  return height
}

/** First and second derivative of the height (the second with its sign turned); fixed coefficients stay. */
function slopeAt(
  cases: readonly ChoiceCase[],
  coefficients: readonly number[],
  fixed: ReadonlySet<number>,
  { start, ridge }: FitOptions,
): { readonly gradient: readonly number[]; readonly curvature: readonly (readonly number[])[] } {
  const gradient = coefficients.map((value, i) => ridge * ((start[i] ?? 0) - value))
  const curvature = start.map((_, i) => start.map((__, j) => (i === j ? ridge : 0)))
  for (const { alternatives, right, weight } of cases) {
    const chances = choiceProbabilities(alternatives, coefficients)
    const mean = start.map((_, i) =>
      sumOf(alternatives, (features, k) => (chances[k] ?? 0) * (features[i] ?? 0)),
    )
    for (const i of start.keys())
      gradient[i] = (gradient[i] ?? 0) + weight * ((alternatives[right]?.[i] ?? 0) - (mean[i] ?? 0))
    for (const [i, row] of curvature.entries())
      for (const j of row.keys())
        row[j] =
          (row[j] ?? 0) + weight * covariance(alternatives, chances, [i, mean[i] ?? 0], [j, mean[j] ?? 0])
  }
  for (const i of fixed) {
    gradient[i] = 0
    for (const [j, row] of curvature.entries())
      for (const k of row.keys()) if (j === i || k === i) row[k] = j === k ? 1 : 0
  }
  return { gradient, curvature }
}

const sumOf = <Item>(items: readonly Item[], term: (item: Item, at: number) => number): number => {
  let sum = 0
  for (let at = 0; at < items.length; at += 1) sum += term(items[at] as Item, at)
  return sum
}

type Centred = readonly [feature: number, mean: number]

function covariance(
  alternatives: readonly (readonly number[])[],
  chances: readonly number[],
  [i, meanI]: Centred,
  [j, meanJ]: Centred,
): number {
  return sumOf(
    alternatives,
    (features, k) => (chances[k] ?? 0) * ((features[i] ?? 0) - meanI) * ((features[j] ?? 0) - meanJ),
  )
}
