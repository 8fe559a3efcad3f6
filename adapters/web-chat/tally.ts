// How much of something goes on for whom, so that nobody takes the room of all others.

export interface Tally {
  countOf(key: string): number
  /** @returns what takes it away again; to be called once. */
  add(key: string): () => void
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  const countOf = (key: string): number => counts.get(key) ?? 0
  return {
    countOf,
    add(key) {
      counts.set(key, countOf(key) + 1)
      return () => {
        if (countOf(key) > 1) counts.set(key, countOf(key) - 1)
        else counts.delete(key)
      }
    },
  }
}
