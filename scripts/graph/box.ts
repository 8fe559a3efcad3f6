// How large the box of a step is, and the lines that stand in it.
import type { GraphNode } from './dialog-graph'
import { wrapText } from './wrap-text'

export interface BoxLine {
  readonly text: string
  readonly look: 'title' | 'text' | 'more'
}

export interface Box {
  readonly node: GraphNode
  readonly lines: readonly BoxLine[]
  readonly width: number
  readonly height: number
}

export const lineHeight = 17
const padding = 12
/** Characters of a line, and how wide one is on average. */
const lineLength = 38
const characterWidth = 6.5
const titleWidth = 7.2

export function boxOf(node: GraphNode): Box {
  const as = (look: BoxLine['look'], lines: readonly string[]) => lines.map((text) => ({ text, look }))
  const onlyIf = node.onlyIf === '' ? '' : `Bara om ${node.onlyIf}`
  const lines = [
    ...as('more', wrapText(onlyIf, lineLength, 2)),
    ...as('title', wrapText(node.title, lineLength, 3)),
    ...as('text', wrapText(node.text, lineLength, 3)),
    ...as('more', wrapText(node.more, lineLength + 2, 2)),
  ]
  const widths = lines.map(({ text, look }) => text.length * (look === 'title' ? titleWidth : characterWidth))
  const slant = node.kind === 'if' || node.kind === 'handoff' ? 2 * padding : 0
  return {
    node,
    lines,
    width: Math.max(90, Math.ceil(Math.max(...widths)) + 2 * padding + slant),
    height: lines.length * lineHeight + padding + 4,
  }
}
