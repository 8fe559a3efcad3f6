// The text of one file and where its lines begin: turns offsets into the places that findings carry.
import type { Place } from '../contracts/finding'

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
  const position = (offset: number) => {
    const inside = Math.min(Math.max(offset, 0), text.length)
    const line = lineOf(lineStarts, inside)
    return { line: line + 1, column: inside - (lineStarts[line] ?? 0) + 1 }
  }
  return {
    file,
    text,
    place: (start, end = start) => {
      const from = position(start)
      const to = position(Math.max(start, end))
      return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
    },
  }
}

/** Index of the last line that starts at or before `offset`, by bisection. */
function lineOf(lineStarts: readonly number[], offset: number): number {
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
