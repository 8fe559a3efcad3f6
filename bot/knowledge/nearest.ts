// Which known word was probably meant by an unknown one.

/**
 * The known word with the fewest edits (a letter added, dropped, replaced, or two neighbours swapped), capitals aside;
 * undefined when even that takes more than a third of its letters.
 * Optimal string alignment distance: R. A. Wagner and M. J. Fischer (1974) with the swaps of F. J. Damerau (1964).
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, edits: editsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(1, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.edits - b.edits)
  return ranked[0]?.candidate
}

function editsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity
  for (let row = 1; row <= a.length; row += 1) {
    rows.push([row])
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a.charAt(row - 1) === b.charAt(column - 1)
      const isSwap = a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1)
      const costs = [
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (isSame ? 0 : 1),
      ]
      rows[row]?.push(Math.min(...costs, isSwap ? at(row - 2, column - 2) + 1 : Infinity))
    }
  }
  return at(a.length, b.length)
}
