// Many short lists of numbers in two pieces of memory, so that thousands of them are read from a file as fast as one.

export interface PackedLists {
  /** List `i` is `items[starts[i]]` to `items[starts[i + 1]]` (exclusive). */
  readonly starts: Int32Array
  readonly items: Uint16Array | Int32Array
}

const largestShort = 0xffff

export function packLists(lists: readonly (readonly number[])[]): PackedLists {
  const starts = new Int32Array(lists.length + 1)
  for (const [at, { length }] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + length
  const items = Int32Array.from(lists.flat())
  return { starts, items: items.every((item) => item <= largestShort) ? Uint16Array.from(items) : items }
}

const none: readonly number[] = []

/** Lists as they were before they were packed; each is unpacked when it is first asked for. */
export class UnpackedLists {
  private readonly known: (readonly number[] | undefined)[] = []

  constructor(private readonly packed: PackedLists) {}

  at(index: number): readonly number[] {
    return (this.known[index] ??= this.unpack(index))
  }

  private unpack(index: number): readonly number[] {
    const { starts, items } = this.packed
    const from = starts[index] ?? 0
    const to = starts[index + 1] ?? from
    return from === to ? none : Array.from(items.subarray(from, to))
  }
}
