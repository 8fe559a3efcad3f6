// Chance that repeats: the same seed gives the same numbers on every machine.
import { finish } from './feature-hash'

/** Numbers in [0, 1) by mulberry32 (T. Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Shuffles in place (Fisher & Yates; Knuth, TAOCP 2, 3.4.2, algorithm P). */
export function shuffle(items: number[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1))
    const kept = items[last] ?? 0
    items[last] = items[chosen] ?? 0
    items[chosen] = kept
  }
}

/** So many keys at most: a hash of 32 bits and a place are one number that is still exact. */
const placeBits = 21

/**
 * The places of `keys` in an order that chance gives each key by itself: one more of them takes its place among the others and
 * moves none. Of equal keys the earlier one goes first.
 */
export function orderByChance(keys: Uint32Array, seed: number): Int32Array {
  const drawn = Float64Array.from(keys, (key, at) => finish(key ^ finish(seed)) * 2 ** placeBits + at)
  return Int32Array.from(drawn.sort(), (one) => one % 2 ** placeBits)
}
