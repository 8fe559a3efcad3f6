// How often each of sorted numbers occurs.

/**
 * Moves each different number to the front, in order, and its count to the same place of `counts`.
 * @param most stands for all that is more
 * @returns how many are different
 */
export function countSorted(
  sorted: Uint32Array | Int32Array,
  counts: Uint8Array | Uint16Array,
  most: number,
): number {
  let different = 0
  for (let at = 0; at < sorted.length; different += 1) {
    const one = sorted[at] ?? 0
    const first = at
    while (at < sorted.length && sorted[at] === one) at += 1
    sorted[different] = one
    counts[different] = Math.min(most, at - first)
  }
  return different
}
