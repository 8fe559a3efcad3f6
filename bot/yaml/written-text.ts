// A text that remembers where each of its characters stands in the file, so that a fault inside it has a column.
import type { Place, TextEdit } from '../contracts/basics/finding'
import type { YamlScalar } from './node'

export interface WrittenText {
  readonly text: string
  /** YAML has lost a part of it, and a finding says so: what follows from that is not worth another. */
  readonly damaged: boolean
  /** The place in the file of the text's characters `[start, end)`. */
  place(start: number, end?: number): Place
  /** An edit of the file that replaces the text's characters `[start, end)`. */
  edit(start: number, end: number, replacement: string): TextEdit
}

/** The text of a scalar, whatever its style: quotes, escapes and folded lines are seen through. */
export function writtenText(scalar: YamlScalar): WrittenText {
  let map: readonly number[] | undefined
  const offset = (index: number): number => {
    map ??= offsetsOf(scalar)
    return map[Math.min(Math.max(index, 0), map.length - 1)] ?? scalar.end
  }
  return {
    text: scalar.text,
    damaged: scalar.damaged,
    place: (start, end = start) => scalar.source.place(offset(start), offset(end)),
    edit: (start, end, replacement) => ({ start: offset(start), end: offset(end), text: replacement }),
  }
}

/** A text that stands in no file: for tests and for what is put together on the way. */
export const looseText = (text: string): WrittenText => ({
  text,
  damaged: false,
  place: (start, end = start) => ({
    file: '',
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: end + 1,
  }),
  edit: (start, end, replacement) => ({ start, end, text: replacement }),
})

/** A part of a text, cut out with the knowledge of its places. */
export const slice = (written: WrittenText, start: number, end: number): WrittenText => ({
  text: written.text.slice(start, end),
  damaged: written.damaged,
  place: (from, to = from) => written.place(start + from, start + to),
  edit: (from, to, replacement) => written.edit(start + from, start + to, replacement),
})

/** A text without the blanks around it. */
export function trimmed(written: WrittenText): WrittenText {
  const start = written.text.length - written.text.trimStart().length
  return slice(written, start, start + written.text.trim().length)
}

/** For each character of the text, and once more for its end, the offset in the file. */
function offsetsOf(scalar: YamlScalar): readonly number[] {
  const { source, text, style } = scalar
  const quoted = style === 'single' || style === 'double'
  let at = scalar.start + (quoted ? 1 : 0)
  if (style === 'block') at = source.text.indexOf('\n', at) + 1
  const offsets: number[] = []
  for (const character of text.split('')) {
    at = skipFolded(source.text, at, character, scalar.end)
    offsets.push(at)
    at += style === 'double' ? escapeLength(source.text, at) : 1
    if (style === 'single' && character === "'") at += 1
  }
  offsets.push(Math.min(at, scalar.end))
  return offsets
}

/** Where a line was folded, one space of the text stands for a line end and the next line's indentation. */
function skipFolded(file: string, from: number, character: string, end: number): number {
  if (/\s/.test(character)) return from
  let at = from
  while (at < end && /\s/.test(file.charAt(at))) at += 1
  return at
}

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** Length in the file of one character in double quotes: `\n` is two, `\u00e5` is six. */
const escapeLength = (file: string, at: number): number =>
  file.charAt(at) === '\\' ? 2 + (hexDigits[file.charAt(at + 1)] ?? 0) : 1
