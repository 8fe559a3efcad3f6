// A question with options that is asked of an item of a list: what the walk makes of the item's answer, if it has one.
import type { Value } from '../../contracts/talk/value'
import type { WalkCall } from './action-journal'
import type { AskStep, OptionSource } from '../model/model'
import { pageOf, type PickOption, type ShownOptions } from '../model/pick-options'
import { findOptions, type OfItem } from './read-options'
import type { WalkProgress } from './walk-progress'

export type ItemPicking =
  | { readonly kind: 'reads'; readonly call: WalkCall }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'options'
      readonly options: ShownOptions
      /** The chosen one, or the only one there is. */
      readonly chosen: PickOption | undefined
      /** What was chosen before is no longer among them. */
      readonly isGone: boolean
    }

/** What an item has is kept however old its options are; for one that is asked now they are fresh. */
export function pickForItem(
  inner: AskStep,
  source: OptionSource,
  given: Value | undefined,
  item: OfItem,
  progress: WalkProgress,
): ItemPicking {
  const asOf = given === undefined ? progress.environment.now.toISOString() : undefined
  const found = findOptions(inner, source, asOf, progress, item)
  if (found.kind === 'call') return { kind: 'reads', call: found.call }
  const all = found.kind === 'options' ? found.options : []
  const [only, ...others] = all
  if (only === undefined) return { kind: 'none' }
  const options = pageOf(
    all,
    source.show[progress.environment.channel],
    progress.start.pages[inner.name] ?? 0,
  )
  const kept = all.find(({ id }) => id === given)
  const chosen = kept ?? (others.length === 0 ? only : undefined)
  return { kind: 'options', options, chosen, isGone: given !== undefined && kept === undefined }
}
