// The parser's tree becomes ours; on the way it meets what this house refuses or suspects.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { cutByComma, lostText } from './lost-text'
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from './node'
import { quote } from './quote'
import type { Source } from './source'
import type { YamlFault } from './yaml-finding'

interface Conversion {
  readonly source: Source
  /** Where the parsed text begins in the file. */
  readonly base: number
  readonly report: (fault: YamlFault) => void
}

/** Deeper than any dialog; a guard against files made to overflow the stack. */
const maxDepth = 40

/** Converts a document's content; a node nested too deeply makes the whole document unreadable. */
export function convertNode(contents: ParsedNode | null, conversion: Conversion): YamlDocument {
  if (contents === null) return { root: undefined, broken: false }
  const tooDeep = findTooDeep(contents)
  if (tooDeep === undefined) return { root: convert(contents, conversion), broken: false }
  const [start, end] = rangeOf(tooDeep, conversion)
  conversion.report({
    code: 'Y001',
    start,
    end,
    sv: `för djupt nästlat: fler än ${maxDepth} nivåer`,
    en: `nested too deeply: more than ${maxDepth} levels`,
  })
  return { root: undefined, broken: true }
}

/** A node below the greatest depth, looked for level by level so that no depth can hurt. */
function findTooDeep(contents: ParsedNode): ParsedNode | undefined {
  let level: readonly ParsedNode[] = [contents]
  for (let depth = 0; depth <= maxDepth; depth += 1) level = level.flatMap(childrenOf)
  return level[0]
}

function childrenOf(node: ParsedNode): readonly ParsedNode[] {
  if (isSeq(node)) return node.items
  if (!isMap(node)) return []
  return node.items.flatMap((pair) => [pair.key, pair.value ?? []].flat())
}

function convert(node: ParsedNode, conversion: Conversion): YamlNode {
  const refused = refuse(node, conversion)
  if (isScalar(node)) return convertScalar(node, conversion, refused)
  const base = nodeBase(node, conversion, refused)
  if (isSeq(node)) {
    return {
      ...base,
      kind: 'list',
      items: convertItems(node, conversion),
    }
  }
  if (isMap(node)) return { ...base, kind: 'map', entries: convertEntries(node, conversion) }
  return { ...base, kind: 'scalar', text: '', style: 'plain' }
}

/** In `[user: nej, det är bra]` the last item is the rest of the text before it. */
function convertItems(list: YAMLSeq.Parsed, conversion: Conversion): readonly YamlNode[] {
  const items: YamlNode[] = []
  for (const node of list.items) {
    const last = items.at(-1)
    const before = last?.kind === 'map' && list.flow === true ? last.entries.at(-1)?.value : undefined
    const item = convert(node, conversion)
    if (item.kind === 'scalar' && reportComma(before, item, conversion)) continue
    items.push(item)
  }
  return items
}

/** Y012 for a text that a comma has cut in two; true when it has. */
function reportComma(
  before: YamlNode | undefined,
  rest: YamlScalar,
  { source, report }: Conversion,
): boolean {
  if (before?.kind !== 'scalar' || before.style !== 'plain' || before.text === '' || before.damaged)
    return false
  const fault = cutByComma(source, before, rest)
  if (fault !== undefined) report(fault)
  return fault !== undefined
}

function convertEntries(map: YAMLMap.Parsed, conversion: Conversion): readonly YamlEntry[] {
  const entries = new Map<string, YamlEntry>()
  let before: YamlNode | undefined
  for (const pair of map.items) {
    const key = convert(pair.key, conversion)
    const isAlone = map.flow === true && pair.value === null && key.kind === 'scalar'
    if (isAlone && reportComma(before, key, conversion)) continue
    if (key.kind !== 'scalar') {
      reportKey(
        conversion,
        key,
        'en lista eller en grupp kan inte vara ett namn',
        'a list or a group cannot be a name',
      )
      continue
    }
    if (key.text === '<<' && key.style === 'plain') refuseMerge(conversion, key)
    const first = entries.get(key.text)
    if (first === undefined) {
      const value = pair.value === null ? emptyAfter(key) : convert(pair.value, conversion)
      entries.set(key.text, { key, value })
      before = value
    } else {
      const { line } = first.key.place
      reportKey(
        conversion,
        key,
        `"${key.text}" står två gånger (första gången på rad ${line})`,
        `"${key.text}" stands twice (first on line ${line})`,
      )
    }
  }
  return [...entries.values()]
}

function convertScalar(node: Scalar.Parsed, conversion: Conversion, refused: boolean): YamlScalar {
  const { source, base } = conversion
  const start = base + node.range[0]
  const end = base + node.range[1]
  const style = styles[node.type ?? 'PLAIN'] ?? 'plain'
  const text = typeof node.value === 'string' ? node.value : ''
  const lost = style === 'plain' && !refused ? lostText(source, { text, start, end }) : undefined
  if (lost !== undefined) conversion.report(lost)
  const damaged = refused || lost !== undefined
  return { kind: 'scalar', source, start, end, place: source.place(start, end), text, style, damaged }
}

const styles: Readonly<Record<string, YamlScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
}

function nodeBase(node: ParsedNode, conversion: Conversion, damaged: boolean) {
  const [start, end] = rangeOf(node, conversion)
  const { source } = conversion
  return { source, start, end, place: source.place(start, end), damaged }
}

const rangeOf = (node: ParsedNode, { base }: Conversion): readonly [number, number] => [
  base + node.range[0],
  base + node.range[1],
]

const emptyAfter = (key: YamlScalar): YamlScalar => ({
  ...key,
  text: '',
  style: 'plain',
  start: key.end,
  place: key.source.place(key.end),
})

/** Reports Y011 for what may not be used here. */
function refuse(node: ParsedNode, conversion: Conversion): boolean {
  const found = refusedIn(node)
  if (found === undefined) return false
  const { source } = conversion
  const [nodeStart, end] = rangeOf(node, conversion)
  const lineStart = source.text.lastIndexOf('\n', nodeStart - 1) + 1
  const written = source.text.slice(lineStart, nodeStart).lastIndexOf(found.sign)
  const start = isAlias(node) || written === -1 ? nodeStart : lineStart + written
  const whole = source.text.slice(start, end)
  conversion.report({
    code: 'Y011',
    start,
    end: isScalar(node) || isAlias(node) ? end : Math.max(start + 1, nodeStart),
    sv: `"${found.sign}" i början av en text är ${found.sv} i YAML och används inte här`,
    en: `"${found.sign}" at the beginning of a text is ${found.en} in YAML and is not used here`,
    hint: {
      sv: 'Sätt citattecken runt texten, eller skriv ut det som menas.',
      en: 'Put quotes around the text, or write out what is meant.',
    },
    ...((isScalar(node) || isAlias(node)) &&
      !whole.includes('\n') && { fix: { start, end, text: quote(whole.trimEnd()) } }),
  })
  return true
}

function refusedIn(node: ParsedNode): { sign: string; sv: string; en: string } | undefined {
  if (isAlias(node)) return { sign: '*', sv: 'en hänvisning', en: 'an alias' }
  if (node.anchor !== undefined) return { sign: '&', sv: 'ett ankare', en: 'an anchor' }
  if (node.tag !== undefined)
    return { sign: '!', sv: 'ett tecken med egen betydelse', en: 'a sign with a meaning of its own' }
  return undefined
}

const refuseMerge = ({ report }: Conversion, key: YamlScalar) =>
  report({
    code: 'Y011',
    start: key.start,
    end: key.end,
    sv: '"<<" slår ihop delar av filen i YAML och används inte här',
    en: '"<<" merges parts of the file in YAML and is not used here',
    hint: { sv: 'Skriv ut det som menas.', en: 'Write out what is meant.' },
  })

const reportKey = ({ report }: Conversion, key: YamlNode, sv: string, en: string) =>
  report({
    code: 'Y001',
    start: key.start,
    end: key.end,
    sv,
    en,
    hint: { sv: 'Ta bort eller byt namn på en av dem.', en: 'Remove or rename one of them.' },
  })
