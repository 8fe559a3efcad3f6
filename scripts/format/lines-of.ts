// A file's lines and what stands on them, for the passes that change nothing but blanks.
import type { TextEdit } from '../../bot/contracts/basics/finding'
import type { YamlNode } from '../../bot/yaml/node'

export interface FileLine {
  /** Offsets of the line in the text, without its line end. */
  readonly start: number
  readonly end: number
  readonly indent: number
  readonly content: string
}

export function linesOf(text: string): readonly FileLine[] {
  const lines: FileLine[] = []
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(start, end)
    const content = line.trimStart()
    lines.push({ start, end, indent: line.length - content.length, content })
    start = end + 1
  }
  return lines
}

/** Every node below one, itself first. */
export function* nodesIn(node: YamlNode): Generator<YamlNode, void> {
  yield node
  if (node.kind === 'list') for (const item of node.items) yield* nodesIn(item)
  if (node.kind === 'map') for (const { value } of node.entries) yield* nodesIn(value)
}

/** Written in brackets, where line ends and blanks mean nothing. */
export const isFlow = (node: YamlNode): boolean =>
  node.kind !== 'scalar' && /[[{]/.test(node.source.text.charAt(node.start))

/** Whether an offset lies inside a node that goes over several lines. */
export function insideOf(
  roots: readonly YamlNode[],
  isMeant: (node: YamlNode) => boolean,
): (offset: number) => boolean {
  const spans = roots
    .flatMap((root) => [...nodesIn(root)])
    .filter((node) => isMeant(node) && node.source.text.slice(node.start, node.end).includes('\n'))
  const starts = new Set<number>()
  for (const { source, start, end } of spans)
    for (
      let at = source.text.indexOf('\n', start) + 1;
      at > 0 && at < end;
      at = source.text.indexOf('\n', at) + 1
    )
      starts.add(at)
  return (offset) => starts.has(offset)
}

/** The text with all edits done; they do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = text.length
  // From the end, and in one piece at last: a text cut and joined at each edit is copied whole each time.
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    parts.push(text.slice(edit.end, at), edit.text)
    at = edit.start
  }
  parts.push(text.slice(0, at))
  return parts.reverse().join('')
}
