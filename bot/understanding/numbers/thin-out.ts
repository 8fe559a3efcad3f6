// Fewer of many, spread evenly over all of them.

/** So many of the items at most, in their order; all of them when they are no more. */
export function thinOut<Item>(items: readonly Item[], most: number): readonly Item[] {
  const stride = Math.max(1, items.length / most)
  return items.filter((_, at) => Math.floor(at / stride) !== Math.floor((at - 1) / stride))
}
