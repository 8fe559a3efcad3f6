// Which features a model knows: 32-bit code → column.
import type { CountedParts } from '../numbers/counted-parts'

const free = -1

/** Open addressing with linear probing in a table at most half full (Knuth, TAOCP 3, section 6.4, algorithm L). */
export class Vocabulary {
  /** Column → code. */
  readonly codes: Uint32Array
  private readonly slots: Int32Array
  private readonly mask: number

  /** @param codes each different; the place of a code is its column. */
  constructor(codes: Uint32Array) {
    this.codes = codes
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, codes.length * 2)))
    this.mask = size - 1
    this.slots = new Int32Array(size).fill(free)
    for (let column = 0; column < codes.length; column += 1) {
      let slot = (codes[column] ?? 0) & this.mask
      while (this.slots[slot] !== free) slot = (slot + 1) & this.mask
      this.slots[slot] = column
    }
  }

  get size(): number {
    return this.codes.length
  }

  /** The column of a code, or -1. */
  columnOf(code: number): number {
    let slot = code & this.mask
    for (;;) {
      const column = this.slots[slot] ?? free
      if (column === free || this.codes[column] === code) return column
      slot = (slot + 1) & this.mask
    }
  }
}

/** So that a column is 16 bits wide wherever it is kept; the features that the most texts have are kept. */
const mostColumns = 65_536

/** @param fewest texts a feature must stand in to be learnt. */
export function learnVocabulary(texts: CountedParts, fewest: number): Vocabulary {
  const all = texts.numbers.slice().sort()
  const codes: number[] = []
  const textsWith: number[] = []
  for (let at = 0; at < all.length;) {
    const first = at
    while (at < all.length && all[at] === all[first]) at += 1
    if (at - first < fewest) continue
    codes.push(all[first] ?? 0)
    textsWith.push(at - first)
  }
  return new Vocabulary(Uint32Array.from(mostFrequent(codes, textsWith)))
}

/** In their order; of those that equally many texts have the first ones. */
function mostFrequent(codes: readonly number[], textsWith: readonly number[]): readonly number[] {
  if (codes.length <= mostColumns) return codes
  const least = Uint32Array.from(textsWith).sort()[codes.length - mostColumns] ?? 0
  let roomForLeast = mostColumns - textsWith.filter((count) => count > least).length
  return codes.filter((_, at) => {
    const count = textsWith[at] ?? 0
    if (count === least) roomForLeast -= 1
    return count > least || (count === least && roomForLeast >= 0)
  })
}
