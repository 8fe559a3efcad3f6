// A question whose options come from an action or a result: what the walk makes of the answer it has, if it has one.
import type { GivenAnswer } from '../contracts/conversation'
import type { AskStep, OptionSource, Step } from './model'
import { pageOf, type PickOption, type ShownOptions } from './pick-options'
import { findOptions } from './read-options'
import type { WalkCall } from './action-journal'
import { note } from './said'
import { askBranches, asksWithin } from './step-tree'
import type { WalkProgress } from './walk-progress'

export type Picking =
  | { readonly kind: 'reads'; readonly call: WalkCall }
  /** There is nothing to choose from; undefined: nobody has said what then. */
  | { readonly kind: 'none'; readonly branch: Branch | undefined }
  | { readonly kind: 'options'; readonly options: ShownOptions; readonly answer: GivenAnswer | undefined }

interface Branch {
  readonly name: string
  readonly steps: readonly Step[]
}

export function pick(step: AskStep, source: OptionSource, progress: WalkProgress): Picking {
  const now = progress.environment.now.toISOString()
  const before = progress.answerOf(step.name)
  const isOwn = before?.source === 'default'
  // It gave itself because it was the only one, which is looked at anew.
  if (isOwn) progress.park(step.name)
  const given = isOwn ? undefined : before
  const isAnswered = given !== undefined && !progress.isOpen(step.name)
  const found = findOptions(step, source, isAnswered ? given.at : now, progress)
  if (found.kind === 'call') return { kind: 'reads', call: found.call }
  const all = found.kind === 'options' ? found.options : []
  const branches = askBranches(step)
  const failure = found.kind === 'failed' ? found.failure : undefined
  const branch = all.length > 0 ? undefined : branchFor(branches, failure)
  for (const steps of branches.values()) if (steps !== branch?.steps) progress.parkAll(asksWithin(steps))
  if (all.length === 0) {
    progress.park(step.name)
    return { kind: 'none', branch }
  }
  const answer = given === undefined ? onlyOption(all, now) : keptAnswer(step, given, all, progress)
  const page = progress.start.pages[step.name] ?? 0
  return { kind: 'options', options: pageOf(all, source.show[progress.environment.channel], page), answer }
}

/** What happens when the action failed, or when it gave nothing. Either stands in for the other where only one is written. */
function branchFor(
  branches: ReturnType<typeof askBranches>,
  failure: string | undefined,
): Branch | undefined {
  const names = failure === undefined ? ['none', 'else'] : [failure, 'else', 'none']
  const name = names.find((one) => branches.has(one))
  const steps = name === undefined ? undefined : branches.get(name)
  return name === undefined || steps === undefined ? undefined : { name, steps }
}

/** There is nothing to ask where there is only one. */
function onlyOption(all: readonly PickOption[], now: string): GivenAnswer | undefined {
  const [only, ...others] = all
  if (only === undefined || others.length > 0) return undefined
  return { value: only.id, label: only.label, raw: '', source: 'default', at: now }
}

/** An answer that is no longer among the options is taken back, and the resident told. */
function keptAnswer(
  step: AskStep,
  given: GivenAnswer,
  all: readonly PickOption[],
  progress: WalkProgress,
): GivenAnswer | undefined {
  const chosen = all.find(({ id }) => id === given.value)
  if (chosen !== undefined) return { ...given, label: chosen.label }
  if (progress.park(step.name)) {
    progress.broken = { name: step.name }
    progress.said.push({ ...note(progress.environment.city, 'options.gone'), kind: 'else' })
  }
  return undefined
}
