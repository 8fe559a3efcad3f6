/** Of ascending numbers, where the first is that is not smaller than `wanted`; their count where all are. */
export function firstAt(ascending: ArrayLike<number>, wanted: number): number {
  let from = 0
  let to = ascending.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ascending[middle] ?? 0) < wanted) from = middle + 1
    else to = middle
  }
  return from
}
