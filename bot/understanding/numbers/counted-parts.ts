// Parts of texts one after the other in one piece of memory, each as the numbers it has and how often it has them.
import { fnvBasis, fnvStep } from './feature-hash'

/** Part `i` has the entries `starts[i]` to `starts[i + 1]` (exclusive). */
export interface CountedParts {
  readonly starts: Int32Array
  /** In each part every different one once, ascending. */
  readonly numbers: Uint32Array
  /** 255 stands for all that is more. */
  readonly counts: Uint8Array
}

/**
 * Text → a number that its numbers alone give, whatever other texts there are.
 * @param perText so many parts are one text
 */
export const keysOfTexts = ({ starts, numbers }: CountedParts, perText = 1): Uint32Array =>
  Uint32Array.from({ length: (starts.length - 1) / perText }, (_, text) =>
    numbers.subarray(starts[perText * text], starts[perText * (text + 1)]).reduce(fnvStep, fnvBasis),
  )

const mostCounted = 255
const firstRoom = 1024

/** Room is doubled when it is used up: thousands of texts are learnt from at once, and a piece of memory for each is dear. */
export class PartCounter {
  private readonly starts = [0]
  private numbers = new Uint32Array(firstRoom)
  private counts = new Uint8Array(firstRoom)
  private end = 0

  add(part: readonly number[]): void {
    while (this.end + part.length > this.numbers.length) this.grow()
    const room = this.numbers.subarray(this.end, this.end + part.length)
    room.set(part)
    this.countSorted(room.sort())
    this.starts.push(this.end)
  }

  all(): CountedParts {
    const { starts, numbers, counts, end } = this
    return { starts: Int32Array.from(starts), numbers: numbers.slice(0, end), counts: counts.slice(0, end) }
  }

  /** The numbers stand where they are moved to, or behind it. */
  private countSorted(sorted: Uint32Array): void {
    for (let at = 0; at < sorted.length; this.end += 1) {
      const one = sorted[at] ?? 0
      const first = at
      while (at < sorted.length && sorted[at] === one) at += 1
      this.numbers[this.end] = one
      this.counts[this.end] = Math.min(mostCounted, at - first)
    }
  }

  private grow(): void {
    const { numbers, counts } = this
    this.numbers = new Uint32Array(2 * numbers.length)
    this.numbers.set(numbers)
    this.counts = new Uint8Array(2 * counts.length)
    this.counts.set(counts)
  }
}
