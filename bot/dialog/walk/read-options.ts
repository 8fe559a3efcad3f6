// Where the walk gets the options of a question from: an earlier result, or an action that is read when it is needed.
import { minuteMs } from '../../contracts/basics/durations'
import type { Value } from '../../contracts/talk/value'
import { inputsOf, type WalkCall } from './action-journal'
import type { Scope } from '../condition/evaluate'
import type { OptionSource } from '../model/model'
import type { AskStep } from '../model/model'
import { optionsIn, type PickOption } from '../model/pick-options'
import { stableHash } from '../model/stable-hash'
import type { WalkProgress } from './walk-progress'

/** Free times are gone soon: after ten minutes they are read again. */
const heldMs = 10 * minuteMs

export type FoundOptions =
  | { readonly kind: 'options'; readonly options: readonly PickOption[] }
  | { readonly kind: 'failed'; readonly failure: string }
  /** They must be read first. */
  | { readonly kind: 'call'; readonly call: WalkCall }

/** The item of a list that a question is asked about. */
export interface OfItem {
  readonly index: number
  /** In which the names of inner questions mean this item's answers. */
  readonly scope: Scope
}

/**
 * @param asOf ISO time at which the options must have been fresh: now, or when the answer was given; undefined when they may
 * be of any age
 */
export function findOptions(
  step: AskStep,
  { from }: OptionSource,
  asOf: string | undefined,
  progress: WalkProgress,
  item?: OfItem,
): FoundOptions {
  if (from.kind === 'result') {
    const list = progress.known.scope.value(`${step.scope ?? ''}${from.name}`)
    return { kind: 'options', options: optionsIn(list) }
  }
  const call = optionsCall(step, from, progress, item)
  const entry = progress.start.journal.findLast(({ key }) => hashIn(key) === hashIn(call.key))
  if (entry === undefined) return { kind: 'call', call }
  const isHeld =
    asOf === undefined || (entry.at !== undefined && Date.parse(asOf) - Date.parse(entry.at) <= heldMs)
  if (!isHeld && progress.environment.keepsOptions !== true)
    return { kind: 'call', call: { ...call, again: true } }
  const { result } = entry
  return result.kind === 'failed'
    ? { kind: 'failed', failure: result.failure }
    : { kind: 'options', options: optionsIn(result.gives[from.gives]) }
}

/** What was read for one item of a list stands for another one that asks the same. */
const hashIn = (key: string): string => key.slice(key.lastIndexOf('#'))

function optionsCall(
  { key }: AskStep,
  { action, with: inputs, gives }: Extract<OptionSource['from'], { kind: 'action' }>,
  { dialog, start, environment, known }: WalkProgress,
  item: OfItem | undefined,
): WalkCall {
  const given: Readonly<Record<string, Value>> = inputsOf(inputs, item?.scope ?? known.scope)
  const place = item === undefined ? key : `${key}.${String(item.index)}`
  const hash = stableHash([environment.conversationId, start.startedAt, key, action, gives, given])
  return {
    name: action,
    effect: 'read',
    inputs: given,
    key: `${dialog.id}/${place}#${hash}`,
    at: environment.now.toISOString(),
  }
}
