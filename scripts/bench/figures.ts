// Small arithmetic of measurements.

/** The value below which `share` (0 to 1) of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Three figures that count, so that a diff of two runs shows what changed. */
export const rounded = (value: number): number => Number(value.toPrecision(3))
