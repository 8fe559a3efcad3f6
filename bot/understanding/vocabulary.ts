// Which features a model knows: 32-bit code → column.

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
    this.slots = new Int32Array(size).fill(-1)
    for (let column = 0; column < codes.length; column += 1) {
      let slot = (codes[column] ?? 0) & this.mask
      while ((this.slots[slot] ?? -1) !== -1) slot = (slot + 1) & this.mask
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
      const column = this.slots[slot] ?? -1
      if (column === -1 || this.codes[column] === code) return column
      slot = (slot + 1) & this.mask
    }
  }
}
