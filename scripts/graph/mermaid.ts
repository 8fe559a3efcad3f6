// A dialog's graph as Mermaid text, for pages and tools that draw it themselves.
import type { DialogGraph, GraphNode, NodeKind } from './dialog-graph'
import { wrapText } from './wrap-text'

/** The brackets that give a box its shape. */
const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  if: ['{{', '}}'],
  handoff: ['[/', '/]'],
  write: ['[[', ']]'],
  read: ['[(', ')]'],
  call: ['[[', ']]'],
  say: ['(', ')'],
  ask: ['[', ']'],
  confirm: ['[', ']'],
  forget: ['>', ']'],
}

const styles = [
  'classDef write fill:#fff1dc,stroke:#b45309,stroke-width:3px',
  'classDef handoff fill:#f5edfb,stroke:#7e3aa8',
  'classDef end fill:#333,stroke:#333,color:#fff',
  'classDef sometimes stroke-dasharray:6 4',
]

export function toMermaid({ nodes, edges }: DialogGraph): string {
  const lines = [
    'flowchart TD',
    ...nodes.map(nodeLine),
    ...edges.map(({ from, to, label }) => `${from} -->${label === '' ? '' : `|"${escape(label)}"|`} ${to}`),
    ...styles,
    ...classLines(nodes),
  ]
  return `${lines.join('\n  ')}\n`
}

function nodeLine({ id, kind, title, text, onlyIf }: GraphNode): string {
  const [open, close] = shapes[kind]
  const lines = [title, ...wrapText(text, 40, 2), ...(onlyIf === '' ? [] : [`(bara om ${onlyIf})`])]
  return `${id}${open}"${lines.map(escape).join('<br/>')}"${close}`
}

function classLines(nodes: readonly GraphNode[]): readonly string[] {
  const classed = (name: string, some: readonly GraphNode[]) =>
    some.length === 0 ? [] : [`class ${some.map(({ id }) => id).join(',')} ${name}`]
  return [
    ...(['write', 'handoff', 'end'] as const).flatMap((kind) =>
      classed(
        kind,
        nodes.filter((node) => node.kind === kind),
      ),
    ),
    ...classed(
      'sometimes',
      nodes.filter(({ onlyIf }) => onlyIf !== ''),
    ),
  ]
}

/** Mermaid writes characters by their number between # and ;. */
const escape = (text: string): string =>
  text.replace(/[#"<>&`|{}[\]()\\;]/g, (character) => `#${character.charCodeAt(0)};`)
