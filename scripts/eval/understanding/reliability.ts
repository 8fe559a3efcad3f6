// Whether probabilities are true: of all answers that were given with 0.8, eight of ten should be right.

/** One answer: how probable it was held to be, and whether it was right. */
export interface Held {
  readonly probability: number
  readonly isRight: boolean
}

export interface Bin {
  /** Probabilities from `from`, below `to`; the last bin holds 1 as well. */
  readonly from: number
  readonly to: number
  readonly count: number
  /** Mean probability and share that was right, 0 to 1; 0 in an empty bin. */
  readonly meanProbability: number
  readonly accuracy: number
}

const binCount = 10

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length

/** Ten bins of equal width. */
export function binsOf(held: readonly Held[]): readonly Bin[] {
  return Array.from({ length: binCount }, (_, at) => {
    const here = held.filter(
      ({ probability }) => Math.min(binCount - 1, Math.floor(probability * binCount)) === at,
    )
    return {
      from: at / binCount,
      to: (at + 1) / binCount,
      count: here.length,
      meanProbability: mean(here.map(({ probability }) => probability)),
      accuracy: mean(here.map(({ isRight }) => (isRight ? 1 : 0))),
    }
  })
}

/**
 * Expected calibration error: the mean distance between probability and accuracy over the bins, weighed by their counts (Naeini,
 * Cooper & Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", AAAI 2015). 0 of nothing.
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce(
    (sum, { count, meanProbability, accuracy }) =>
      sum + (count / Math.max(1, all)) * Math.abs(meanProbability - accuracy),
    0,
  )
}
