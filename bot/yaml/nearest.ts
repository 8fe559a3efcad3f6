// Which known word was probably meant by an unknown one: "did you mean …?".

/**
 * The known word with the fewest edits (a character added, dropped or replaced, or two neighbours swapped), capitals
 * aside; undefined when even that takes more than a third of the longer word.
 * Optimal string alignment distance: R. A. Wagner and M. J. Fischer (1974), with the swaps of F. J. Damerau (1964).
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().slice(0, 60)
  let best: string | undefined
  let fewest = Infinity
  for (const candidate of known) {
    const edits = editsBetween(wanted, candidate.toLowerCase().slice(0, 60))
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3))
    if (edits <= allowed && edits < fewest && candidate !== word) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

function editsBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a.charAt(row - 1) === b.charAt(column - 1)
      const isSwap =
        row > 1 &&
        column > 1 &&
        a.charAt(row - 1) === b.charAt(column - 2) &&
        a.charAt(row - 2) === b.charAt(column - 1)
      next.push(
        Math.min(
          (last[column] ?? Infinity) + 1,
          (next[column - 1] ?? Infinity) + 1,
          (last[column - 1] ?? Infinity) + (isSame ? 0 : 1),
          isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = next
  }
  return last[b.length] ?? Infinity
}
