// Rising rows of columns as few bits: how far each column lies behind the one before it, by the code of Rice (1979), which is
// that of Golomb (1966) for a power of two. Witten, Moffat & Bell, Managing Gigabytes (1999), ch. 3.3, choose it like this.

/** Row `i` has the columns `starts[i]` to `starts[i + 1]`, rising. */
export interface RisingRows {
  readonly starts: Uint32Array
  readonly columns: Uint16Array
}

const bitsOfByte = 8

/** So many low bits of a gap stand as they are, those above as so many ones and a zero; best where gaps are as of chance. */
function lowBitsOf(starts: Uint32Array, columnCount: number): number {
  const rowCount = starts.length - 1
  const meanGap = (columnCount * rowCount) / Math.max(1, starts[rowCount] ?? 0)
  return Math.max(0, Math.floor(Math.log2(Math.max(1, meanGap * Math.LN2))))
}

export function toGapCode({ starts, columns }: RisingRows, columnCount: number): Uint8Array {
  const lowBits = lowBitsOf(starts, columnCount)
  const bytes: number[] = []
  let held = 0
  let heldBits = 0
  const write = (bit: number) => {
    held = (held << 1) | bit
    heldBits += 1
    if (heldBits < bitsOfByte) return
    bytes.push(held)
    held = 0
    heldBits = 0
  }
  for (let row = 0; row + 1 < starts.length; row += 1) {
    let before = -1
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1) {
      const column = columns[entry] ?? 0
      const gap = column - before - 1
      for (let ones = gap >> lowBits; ones > 0; ones -= 1) write(1)
      write(0)
      for (let at = lowBits - 1; at >= 0; at -= 1) write((gap >> at) & 1)
      before = column
    }
  }
  while (heldBits > 0) write(0)
  return Uint8Array.from(bytes)
}

/**
 * What `toGapCode` was given. Written out in one loop of plain numbers: a million columns are read before the first resident is
 * answered.
 * @param starts of the rows that were written.
 */
export function fromGapCode(bytes: Uint8Array, starts: Uint32Array, columnCount: number): RisingRows {
  const lowBits = lowBitsOf(starts, columnCount)
  const lowMask = (1 << lowBits) - 1
  const columns = new Uint16Array(starts[starts.length - 1] ?? 0)
  let at = 0
  let held = 0
  let heldBits = 0
  for (let row = 0; row + 1 < starts.length; row += 1) {
    let before = -1
    const end = starts[row + 1] ?? 0
    for (let entry = starts[row] ?? 0; entry < end; entry += 1) {
      let ones = 0
      for (;;) {
        if (heldBits === 0) {
          held = bytes[at] ?? 0
          heldBits = bitsOfByte
          at += 1
        }
        heldBits -= 1
        if (((held >> heldBits) & 1) === 0) break
        ones += 1
      }
      while (heldBits < lowBits) {
        held = ((held & ((1 << heldBits) - 1)) << bitsOfByte) | (bytes[at] ?? 0)
        heldBits += bitsOfByte
        at += 1
      }
      heldBits -= lowBits
      before += 1 + ((ones << lowBits) | ((held >> heldBits) & lowMask))
      columns[entry] = before
    }
  }
  return { starts, columns }
}
