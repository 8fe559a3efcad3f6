// Where dialogs call each other, read before any of them: who gives what, and what is taken from it.
import { madeOnce } from '../../../contracts/basics/made-once'
import { isEmpty, scalarOf, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../../yaml/node'

/** `gives: [phone]` takes a name over as it is, `gives: { mobil: phone }` under another one. */
export interface WrittenGive {
  /** The name here. */
  readonly as: YamlScalar
  /** The name in the called dialog. */
  readonly from: YamlScalar
}

export interface CallSite {
  /** The id of the called dialog, where it is written. */
  readonly at: YamlScalar
  readonly gives: readonly WrittenGive[]
}

/** A name of a dialog as its callers see it. */
export interface OutsideName {
  readonly role: string
  readonly types: readonly string[]
  readonly codes: readonly string[]
}

/** A dialog as its callers see it. */
export interface CalledDialog {
  readonly id: string
  readonly names: ReadonlyMap<string, OutsideName>
  /** What its `end` steps say, each once. */
  readonly statuses: readonly string[]
}

/** Dialogs by id, as far as they can be called. */
export interface Callable {
  readonly ids: readonly string[]
  find(id: string): CalledDialog | undefined
  /** Names that callers take from it; undefined when nobody calls it. */
  takenFrom(id: string): ReadonlySet<string> | undefined
}

/** Every map below a node, the node itself included. */
function mapsIn(node: YamlNode | undefined): readonly YamlMap[] {
  if (node?.kind === 'list') return node.items.flatMap(mapsIn)
  return node?.kind === 'map' ? [node, ...node.entries.flatMap(({ value }) => mapsIn(value))] : []
}

/** Found once a document: documents are immutable, and every check of all dialogs asks for them. */
export const callSitesIn = madeOnce((root: YamlMap): readonly CallSite[] =>
  mapsIn(valueOf(root, 'steps')).flatMap((step) => {
    const at = scalarOf(step, 'call')
    return at === undefined ? [] : [{ at, gives: givesOf(step) }]
  }),
)

/** What a dialog can end with. `end:` alone is `done`. */
export const statusesIn = (root: YamlMap): readonly string[] => [
  ...new Set(
    mapsIn(valueOf(root, 'steps')).flatMap((step) => {
      const status = scalarOf(step, 'end')
      return status === undefined ? [] : isEmpty(status) ? 'done' : status.text
    }),
  ),
]

export function givesOf(step: YamlMap): readonly WrittenGive[] {
  const gives = valueOf(step, 'gives')
  if (gives?.kind === 'list')
    return gives.items.flatMap((item) => (item.kind === 'scalar' ? { as: item, from: item } : []))
  if (gives?.kind !== 'map') return []
  return gives.entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? { as: key, from: value } : []))
}
