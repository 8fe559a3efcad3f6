// A question whose options come from an action or a result: what the walk makes of the answer it has, if it has one.
import type { GivenAnswer } from '../../contracts/talk/conversation'
import { areEarlyDays, type EarlyDays } from '../answers/early-days'
import type { AskStep, OptionSource, Step } from '../model/model'
import { pageOf, type PickOption, type ShownOptions } from '../model/pick-options'
import { findOptions } from './read-options'
import type { WalkCall } from './action-journal'
import { readBack } from './read-back'
import { readPick } from '../answers/read-pick'
import { note } from '../texts/said'
import { askBranches, asksWithin } from '../model/step-tree'
import type { WalkEnvironment } from '../model/walk-environment'
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
  const page = progress.start.pages[step.name] ?? 0
  const options = pageOf(all, source.show[progress.environment.channel], page)
  return { kind: 'options', options, answer: answerAmong(options, step, given, progress) }
}

function answerAmong(
  options: ShownOptions,
  step: AskStep,
  given: GivenAnswer | undefined,
  progress: WalkProgress,
): GivenAnswer | undefined {
  if (given === undefined) return onlyOption(options.all, progress.environment)
  return areEarlyDays(given.value)
    ? optionOfDays(step, given, given.value, options, progress)
    : keptAnswer(step, given, options.all, progress)
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
function onlyOption(all: readonly PickOption[], { now }: WalkEnvironment): GivenAnswer | undefined {
  const [only, ...others] = all
  if (only === undefined || others.length > 0) return undefined
  return { value: only.id, label: only.label, raw: '', source: 'default', at: now.toISOString() }
}

/** The option of the day that was named before; asked about where it may be several, and told where it is none. */
function optionOfDays(
  step: AskStep,
  given: GivenAnswer,
  { words, on }: EarlyDays,
  options: ShownOptions,
  progress: WalkProgress,
): GivenAnswer | undefined {
  const { environment, dialog } = progress
  const reading = readPick(options, words, { ...environment, today: on })
  const option = options.all.find(({ id }) => reading.kind === 'value' && id === reading.value)
  if (option !== undefined) {
    const chosen = { ...given, value: option.id, label: option.label, at: environment.now.toISOString() }
    progress.said.push(...readBack('dialog.noted', dialog, step.name, chosen, environment))
    return chosen
  }
  progress.drop(step.name)
  if (reading.kind === 'not-understood') return onlyOption(options.all, environment)
  if (reading.kind === 'ambiguous') progress.offered = reading.values
  if (reading.kind === 'invalid') {
    progress.broken = { name: step.name }
    progress.said.push({ ...note(environment.city, reading.why, reading.values), kind: 'else' })
  }
  return undefined
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
