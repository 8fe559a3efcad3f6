// The words of a step, of a test and at the head of a file in the language's own order.
import type { TextEdit } from '../../bot/contracts/basics/finding'
import {
  cityProperties,
  cityTranslationProperties,
  dialogProperties,
  stepProperties,
  testProperties,
  translationProperties,
} from '../../bot/dialog/reading/fields/field-words'
import { articleKeys, translationKeys, twinKeys } from '../../bot/knowledge/article-keys'
import type { YamlMap, YamlNode } from '../../bot/yaml/node'
import { isFlow, nodesIn } from './lines-of'

/** Each begins with the word that tells what the map is. */
const orders: readonly (readonly string[])[] = [
  ...Object.entries(stepProperties).map(([word, properties]) => [word, ...properties]),
  dialogProperties,
  translationProperties,
  cityTranslationProperties,
  cityProperties,
  testProperties,
  Object.keys(articleKeys),
  Object.keys(translationKeys),
  Object.keys(twinKeys),
]

/** Maps that lie within each other wait for another round. */
export function orderKeys(text: string, roots: readonly YamlNode[]): readonly TextEdit[] {
  const edits = roots.flatMap((root) => [...ordered(root)]).flatMap((node) => orderOf(text, node) ?? [])
  return edits.filter((edit) => !edits.some((other) => other !== edit && isWithin(other, edit)))
}

/** Where names are the language's own and their order says nothing: at the head, in lists, and in branches. */
function* ordered(node: YamlNode): Generator<YamlNode, void> {
  yield node
  for (const below of nodesIn(node)) {
    if (below.kind === 'list') yield* below.items
    if (below.kind !== 'map') continue
    for (const { key, value } of below.entries) if (branchWords.has(key.text)) yield value
  }
}
const branchWords: ReadonlySet<string> = new Set(['then', 'else', 'if fails', 'if none'])

const isWithin = (inner: TextEdit, outer: TextEdit): boolean =>
  inner.start >= outer.start && inner.end <= outer.end

/** Undefined when the map is in order already, or has a word that the language does not know there. */
function orderOf(text: string, node: YamlNode): TextEdit | undefined {
  if (node.kind !== 'map' || isFlow(node)) return undefined
  const keys = node.entries.map(({ key }) => key.text)
  const order = orders.find(
    (known) => keys.includes(known[0] ?? '') && keys.every((key) => known.includes(key)),
  )
  if (order === undefined) return undefined
  const parts = partsOf(text, node)
  const sorted = [...parts].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  const [first] = parts
  const [top] = sorted
  if (first === undefined || top === undefined || sorted.every((part, index) => part === parts[index]))
    return undefined
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1
  const isAfterDash = text.slice(lineStart, first.start).trim() !== ''
  // A comment above a word cannot stand between a dash and the word.
  if (isAfterDash && top.lead.trim() !== '') return undefined
  const indent = ' '.repeat(first.start - lineStart)
  const written = sorted.map(({ lead, body }, index) =>
    index > 0
      ? lead + indent + body
      : isAfterDash || lead.trim() === ''
        ? body
        : lead.trimStart() + indent + body,
  )
  return { start: first.start, end: parts.at(-1)?.end ?? first.end, text: written.join('') }
}

interface Part {
  readonly key: string
  /** Comments and empty lines above the word. */
  readonly lead: string
  /** From the word to the end of its last line. */
  readonly body: string
  readonly start: number
  readonly end: number
}

function partsOf(text: string, { entries }: YamlMap): readonly Part[] {
  const parts: Part[] = []
  for (const { key, value } of entries) {
    const last = Math.max(key.end, value.end)
    const newline = text.charAt(last - 1) === '\n' ? last - 1 : text.indexOf('\n', last)
    const end = newline === -1 ? text.length : newline + 1
    const before = parts.at(-1)?.end ?? key.start
    const lineStart = Math.max(before, text.lastIndexOf('\n', key.start - 1) + 1)
    const lead = text.slice(before, lineStart)
    parts.push({ key: key.text, lead, body: text.slice(key.start, end), start: key.start, end })
  }
  return parts
}
