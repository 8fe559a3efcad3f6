// Two blanks for each level, and one after a dash.
import type { TextEdit } from '../../bot/contracts/basics/finding'
import type { YamlList, YamlMap, YamlNode } from '../../bot/yaml/node'
import { insideOf, isFlow, linesOf, type FileLine } from './lines-of'

const step = 2

interface Indents {
  /** Start of a line → the indent it shall have. */
  readonly wanted: Map<number, number>
  readonly edits: TextEdit[]
}

/** Lines that a text or a bracket goes on over move with the line it begins on; comments with the line they belong to. */
export function indentLines(text: string, roots: readonly YamlNode[]): readonly TextEdit[] {
  const indents: Indents = { wanted: new Map(), edits: [] }
  for (const root of roots) visit(root, 0, indents)
  const isWithin = insideOf(roots, (node) => node.kind === 'scalar' || isFlow(node))
  const lines = linesOf(text)
  let moved = 0
  let least = 0
  lines.forEach((line, index) => {
    if (line.content === '') return
    const own = indents.wanted.get(line.start)
    if (own !== undefined) {
      moved = own - line.indent
      least = own + 1
    }
    const target =
      own ??
      (isWithin(line.start)
        ? Math.max(line.indent + moved, least)
        : line.content.startsWith('#')
          ? indentOfComment(lines, index, indents.wanted)
          : line.indent)
    if (target !== line.indent)
      indents.edits.push({ start: line.start, end: line.start + line.indent, text: ' '.repeat(target) })
  })
  return indents.edits
}

/** A comment stands as far in as the line below it, or else the nearest above, if it did so before. */
function indentOfComment(
  lines: readonly FileLine[],
  index: number,
  wanted: ReadonlyMap<number, number>,
): number {
  const comment = lines[index]
  const isHeld = ({ start }: FileLine): boolean => wanted.has(start)
  const below = lines.slice(index + 1).find(isHeld)
  const above = lines.slice(0, index).findLast((line) => isHeld(line) && line.indent === comment?.indent)
  const like = below?.indent === comment?.indent ? below : above
  return (like && wanted.get(like.start)) ?? comment?.indent ?? 0
}

function visit(node: YamlNode, indent: number, indents: Indents): void {
  if (node.kind === 'map' && !isFlow(node)) visitMap(node, indent, indents)
  else if (node.kind === 'list' && !isFlow(node)) visitList(node, indent, indents)
  else want(node, node.start, indent, indents)
}

function visitMap(map: YamlMap, indent: number, indents: Indents): void {
  for (const { key, value } of map.entries) {
    want(map, key.start, indent, indents)
    visit(value, indent + step, indents)
  }
}

function visitList(list: YamlList, indent: number, indents: Indents): void {
  const { text } = list.source
  for (const item of list.items) {
    const lineStart = text.lastIndexOf('\n', item.start - 1) + 1
    const dash = lineStart + text.slice(lineStart, item.start).search(/-[ \t]*$/)
    if (dash < lineStart) continue
    want(list, dash, indent, indents)
    if (item.start > dash + step) indents.edits.push({ start: dash + 1, end: item.start, text: ' ' })
    visit(item, indent + step, indents)
  }
}

/** What stands first on its line decides how far in the line begins. */
function want({ source: { text } }: YamlNode, offset: number, indent: number, { wanted }: Indents): void {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  if (/^ *$/.test(text.slice(start, offset)) && !wanted.has(start)) wanted.set(start, indent)
}
