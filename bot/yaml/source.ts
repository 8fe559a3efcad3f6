// The text of one file and where its lines begin: turns offsets into the places that findings carry.
import type { Place } from '../contracts/basics/finding'

export interface Source {
  readonly file: string
  readonly text: string
  /** The place of `[start, end)`, offsets in UTF-16 code units. */
  place(start: number, end?: number): Place
}

/** Line ends are `\n` and `\r\n`. Offsets outside the text are moved to its nearest end. */
export function createSource(file: string, text: string): Source {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const within = (offset: number) => (offset < 0 ? 0 : offset > text.length ? text.length : offset)
  // Who reads a text asks for places in its order, so that the line is mostly the one of the last time or the next.
  let last = 0
  const lineAt = (offset: number): number => {
    const start = lineStarts[last] ?? 0
    const next = lineStarts[last + 1] ?? text.length + 1
    if (offset < start || offset >= next) last = lineOf(lineStarts, offset)
    return last
  }
  return {
    file,
    text,
    place: (start, end = start) => {
      const from = within(start)
      const to = within(end > start ? end : start)
      const line = lineAt(from)
      const column = from - (lineStarts[line] ?? 0) + 1
      const endLine = lineAt(to)
      return {
        file,
        line: line + 1,
        column,
        endLine: endLine + 1,
        endColumn: to - (lineStarts[endLine] ?? 0) + 1,
      }
    },
  }
}

/** Index of the last line that starts at or before `offset`, by bisection. */
function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
