// YAML as the readers of dialogs and articles see it: maps, lists and texts, each with its exact range.
import type { Place } from '../contracts/basics/finding'
import type { Source } from './source'

interface NodeBase {
  readonly source: Source
  /** Offsets in the file: `[start, end)`. */
  readonly start: number
  readonly end: number
  readonly place: Place
  /** A fault of YAML is reported for it; what follows from that fault is not worth a finding. */
  readonly damaged: boolean
}

/** Every value is a text; the field it stands in decides what the text means. Empty when nothing was written. */
export interface YamlScalar extends NodeBase {
  readonly kind: 'scalar'
  readonly text: string
  readonly style: 'plain' | 'single' | 'double' | 'block'
}

export interface YamlEntry {
  readonly key: YamlScalar
  readonly value: YamlNode
}

export interface YamlMap extends NodeBase {
  readonly kind: 'map'
  /** In the order written; the keys differ from each other. */
  readonly entries: readonly YamlEntry[]
}

export interface YamlList extends NodeBase {
  readonly kind: 'list'
  readonly items: readonly YamlNode[]
}

export type YamlNode = YamlScalar | YamlMap | YamlList

export interface YamlDocument {
  /** Undefined when the document is empty or cannot be read. */
  readonly root: YamlNode | undefined
  /** Its syntax is broken: what the tree lacks is not the writer's fault. */
  readonly broken: boolean
}

/** The entry of a map by its key. */
export const entryOf = (map: YamlMap, key: string): YamlEntry | undefined =>
  map.entries.find((entry) => entry.key.text === key)

/** The value of a map's entry. */
export const valueOf = (map: YamlMap, key: string): YamlNode | undefined => entryOf(map, key)?.value

/** The scalar of a map's entry; undefined when there is none or it is a map or a list. */
export function scalarOf(map: YamlMap, key: string): YamlScalar | undefined {
  const value = valueOf(map, key)
  return value?.kind === 'scalar' ? value : undefined
}

/** Nothing was written: `key:` with the rest of the line empty. */
export const isEmpty = (node: YamlNode): boolean =>
  node.kind === 'scalar' && node.style === 'plain' && node.text === ''
