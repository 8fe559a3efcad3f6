// Brings one file of the content into its usual form, so that it looks like the files staff copy from. Words stay as they are.
import type { Finding, TextEdit } from '../../bot/contracts/basics/finding'
import { readFrontMatter } from '../../bot/yaml/front-matter'
import type { YamlNode } from '../../bot/yaml/node'
import { parseYaml } from '../../bot/yaml/parse-yaml'
import { indentLines } from './indent-lines'
import { applyEdits } from './lines-of'
import { orderKeys } from './order-keys'
import { plainQuotes } from './plain-quotes'
import { tidyEnd, tidyLines } from './tidy-lines'

export type Formatted =
  | { readonly kind: 'formatted'; readonly text: string }
  /** Its form cannot be read; the first fault is what to mend. */
  | { readonly kind: 'unreadable'; readonly finding: Finding }
  /** A change would have changed what it says; it stays as it is. */
  | { readonly kind: 'unusual' }

interface Parsed {
  readonly roots: readonly YamlNode[]
  readonly findings: readonly Finding[]
  /** Where the YAML ends; after it comes Markdown, which is left alone. */
  readonly end: number
}

function parse(path: string, text: string): Parsed {
  if (path.endsWith('.md')) {
    const { root, findings, bodyStart } = readFrontMatter(path, text)
    return { roots: root === undefined ? [] : [root], findings, end: bodyStart }
  }
  const { documents, findings } = parseYaml(path, text)
  return { roots: documents.flatMap(({ root }) => root ?? []), findings, end: text.length }
}

type Pass = (text: string, roots: readonly YamlNode[]) => readonly TextEdit[]

const passes: readonly Pass[] = [
  tidyLines,
  indentLines,
  ...Array<Pass>(8).fill(orderKeys),
  (_, roots) => plainQuotes(roots),
  tidyLines,
]

/** `path` tells an article (`.md`) from a dialog. Formatting what is formatted changes nothing. */
export function formatText(path: string, text: string): Formatted {
  const before = parse(path, text)
  const [finding] = before.findings
  if (finding !== undefined) return { kind: 'unreadable', finding }
  const unix = text.replaceAll('\r\n', '\n')
  let now = { text: unix, parsed: unix === text ? before : parse(path, unix) }
  for (const pass of passes) {
    const { roots, end } = now.parsed
    const edits = pass(now.text, roots).filter((edit) => edit.end <= end)
    if (edits.length === 0) continue
    const changed = applyEdits(now.text, edits)
    now = { text: changed, parsed: parse(path, changed) }
  }
  const done = tidyEnd(now.text)
  const after = done === text ? before : parse(path, done)
  return after.findings.length === 0 && meaningOf(after) === meaningOf(before)
    ? { kind: 'formatted', text: done }
    : { kind: 'unusual' }
}

const meaningOf = ({ roots }: Parsed): string => JSON.stringify(roots.map(plainOf))

/** What a node says, whatever the order of its names. */
function plainOf(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(plainOf)
  const entries = node.entries.map(({ key, value }) => [key.text, plainOf(value)] as const)
  return { map: [...entries].sort(([a], [b]) => (a < b ? -1 : 1)) }
}
