// Rankings of different kinds made into one, by places alone: their scores need not be comparable.

/** So many places are added to each, so that one ranking's first does not outweigh two rankings' seconds. */
const addedPlaces = 60

/**
 * Best first, by the sum of `1 / (60 + place)` over the rankings that hold an item, its place from 1; of equals the one that
 * stands earlier in the first ranking first. "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning
 * Methods" (Cormack, Clarke & Büttcher, SIGIR 2009).
 */
export function fuseRankings<Item>(rankings: readonly (readonly Item[])[]): readonly Item[] {
  const scores = new Map<Item, number>()
  for (const ranking of rankings)
    for (const [at, item] of ranking.entries())
      scores.set(item, (scores.get(item) ?? 0) + 1 / (addedPlaces + at + 1))
  return [...scores].sort(([, a], [, b]) => b - a).map(([item]) => item)
}
