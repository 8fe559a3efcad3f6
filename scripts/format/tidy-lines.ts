// Blanks at the ends of lines, empty lines in a row, and the end of the file.
import type { TextEdit } from '../../bot/contracts/basics/finding'
import type { YamlNode } from '../../bot/yaml/node'
import { insideOf, linesOf } from './lines-of'

/** Lines within a text that goes over several lines stay as they are: there blanks may be words. */
export function tidyLines(text: string, roots: readonly YamlNode[]): readonly TextEdit[] {
  const isWithin = insideOf(roots, (node) => node.kind === 'scalar')
  const edits: TextEdit[] = []
  let emptyAbove = true
  for (const { start, end } of linesOf(text)) {
    if (isWithin(start)) {
      emptyAbove = false
      continue
    }
    const length = text.slice(start, end).trimEnd().length
    const isEmpty = length === 0
    const isLast = end === text.length
    if (isEmpty && emptyAbove && !isLast) edits.push({ start, end: end + 1, text: '' })
    else if (start + length < end) edits.push({ start: start + length, end, text: '' })
    emptyAbove = isEmpty
  }
  return edits
}

/** One line end after the last line, and no empty lines before it. */
export const tidyEnd = (text: string): string => text.replace(/\s*$/, '\n')
