// Where the walk gets the options of a question from: an earlier result, or an action that is read when it is needed.
import type { Value } from '../contracts/value'
import { inputsOf, type WalkCall } from './action-journal'
import type { OptionSource } from './model'
import type { AskStep } from './model'
import { optionsIn, type PickOption } from './pick-options'
import { stableHash } from './stable-hash'
import type { WalkProgress } from './walk-progress'

/** Free times are gone soon: after ten minutes they are read again. */
const heldMs = 10 * 60_000

export type FoundOptions =
  | { readonly kind: 'options'; readonly options: readonly PickOption[] }
  | { readonly kind: 'failed'; readonly failure: string }
  /** They must be read first. */
  | { readonly kind: 'call'; readonly call: WalkCall }

/** @param asOf ISO time at which the options must have been fresh: now, or when the answer was given */
export function findOptions(
  step: AskStep,
  { from }: OptionSource,
  asOf: string,
  progress: WalkProgress,
): FoundOptions {
  if (from.kind === 'result') {
    const list = progress.known.scope.value(`${step.scope ?? ''}${from.name}`)
    return { kind: 'options', options: optionsIn(list) }
  }
  const call = optionsCall(step, from, progress)
  const entry = progress.start.journal.find(({ key }) => key === call.key)
  if (entry === undefined) return { kind: 'call', call }
  const isHeld = entry.at !== undefined && Date.parse(asOf) - Date.parse(entry.at) <= heldMs
  if (!isHeld && progress.environment.keepsOptions !== true)
    return { kind: 'call', call: { ...call, again: true } }
  const { result } = entry
  return result.kind === 'failed'
    ? { kind: 'failed', failure: result.failure }
    : { kind: 'options', options: optionsIn(result.gives[from.gives]) }
}

function optionsCall(
  { key }: AskStep,
  { action, with: inputs, gives }: Extract<OptionSource['from'], { kind: 'action' }>,
  { dialog, start, environment, known }: WalkProgress,
): WalkCall {
  const given: Readonly<Record<string, Value>> = inputsOf(inputs, known.scope)
  const hash = stableHash([environment.conversationId, start.startedAt, key, action, gives, given])
  return {
    name: action,
    effect: 'read',
    inputs: given,
    key: `${dialog.id}/${key}#${hash}`,
    at: environment.now.toISOString(),
  }
}
