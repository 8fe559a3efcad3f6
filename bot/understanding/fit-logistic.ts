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

const mostNewtonSteps = 25
const smallStep = 1e-7
/** A Newton step may not move a coefficient further: far from the optimum the curve it trusts is wrong. */
const longestStep = 4

/**
 * Conditional logit (McFadden 1974): coefficients that make the right alternatives likely. With one feature this is
 * temperature scaling (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017); with two alternatives, one
 * of them all zeros, it is Platt scaling (1999). `ridge` pulls towards `start`, so that few cases change little.
 */
export function fitChoices(
  cases: readonly ChoiceCase[],
  start: readonly number[],
  ridge: number,
): readonly number[] {
  let coefficients = [...start]
  for (let count = 0; count < mostNewtonSteps; count += 1) {
    const { gradient, curvature } = slope(cases, coefficients, start, ridge)
    const step = solve(curvature, gradient).map((part) => Math.max(-longestStep, Math.min(longestStep, part)))
    coefficients = coefficients.map((value, at) => value + (step[at] ?? 0))
    if (Math.max(...step.map(Math.abs)) < smallStep) break
  }
  return coefficients
}

/** First and second derivative of the penalised log likelihood (the second with its sign turned). */
function slope(
  cases: readonly ChoiceCase[],
  coefficients: readonly number[],
  start: readonly number[],
  ridge: number,
): { gradient: number[]; curvature: number[][] } {
  const size = start.length
  const gradient = coefficients.map((value, at) => ridge * ((start[at] ?? 0) - value))
  const curvature = start.map((_, i) => start.map((__, j) => (i === j ? ridge : 0)))
  for (const { alternatives, right, weight } of cases) {
    const chances = choiceProbabilities(alternatives, coefficients)
    const mean = start.map((_, i) =>
      alternatives.reduce((sum, f, at) => sum + (chances[at] ?? 0) * (f[i] ?? 0), 0),
    )
    for (let i = 0; i < size; i += 1)
      gradient[i] = (gradient[i] ?? 0) + weight * ((alternatives[right]?.[i] ?? 0) - (mean[i] ?? 0))
    for (const [at, features] of alternatives.entries()) {
      const share = weight * (chances[at] ?? 0)
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j < size; j += 1) {
          const row = curvature[i] ?? []
          row[j] =
            (row[j] ?? 0) +
            share * ((features[i] ?? 0) - (mean[i] ?? 0)) * ((features[j] ?? 0) - (mean[j] ?? 0))
        }
    }
  }
  return { gradient, curvature }
}
