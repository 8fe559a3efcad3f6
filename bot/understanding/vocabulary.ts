// Which features a model knows: 32-bit code → column.
import type { CountedText } from './count-features'

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
export function learnVocabulary(texts: readonly CountedText[], fewest: number): Vocabulary {
  const all = sortedCodes(texts)
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

function sortedCodes(texts: readonly CountedText[]): Uint32Array {
  const all = new Uint32Array(texts.reduce((sum, { codes }) => sum + codes.length, 0))
  let end = 0
  for (const { codes } of texts) {
    all.set(codes, end)
    end += codes.length
  }
  return all.sort()
}

function mostFrequent(codes: readonly number[], textsWith: readonly number[]): readonly number[] {
  if (codes.length <= mostColumns) return codes
  const kept = [...codes.keys()].sort((a, b) => (textsWith[b] ?? 0) - (textsWith[a] ?? 0) || a - b)
  return kept
    .slice(0, mostColumns)
    .sort((a, b) => a - b)
    .map((at) => codes[at] ?? 0)
}
