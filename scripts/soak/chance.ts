// Chance that falls the same way again for the same seed.
import { seededRandom } from '../../bot/understanding/numbers/seeded-random'

export interface Chance {
  /** At least 0 and below 1. */
  readonly next: () => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly isOneIn: (count: number) => boolean
}

export function chanceOf(seed: number): Chance {
  const next = seededRandom(seed)
  return {
    next,
    pick: (from) => {
      const picked = from[Math.floor(next() * from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    isOneIn: (count) => next() * count < 1,
  }
}
