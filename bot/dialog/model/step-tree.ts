// Questions and writes that stand inside steps, found once: steps are immutable.
import { madeOnce } from '../../contracts/basics/made-once'
import type { AskStep, ConfirmStep, Dialog, DoStep, Step } from './model'

/** The steps one level down, branch by branch. */
function branchesOf(step: Step): readonly (readonly Step[])[] {
  if (step.kind === 'if') return [step.then, step.else]
  if (step.kind === 'call') return [step.steps, ...step.ifFails.values()]
  if (step.kind === 'ask')
    return [step, ...(step.list?.each ?? [])].flatMap((ask) => [...askBranches(ask).values()])
  return step.kind === 'do' ? [...step.ifFails.values()] : []
}

/** Names a branch of an `if` (`then`, `else`) or a way in which an action or a called dialog fails. */
export const branchKey = (step: Step, branch: string): string => `${step.key} ${branch}`

/** What a question leads to when it cannot be answered: how it failed, or `none` for nothing to choose from. */
export function askBranches({ ifFails, pick }: AskStep): ReadonlyMap<string, readonly Step[]> {
  const none = pick?.ifNone === undefined ? [] : [['none', pick.ifNone] as const]
  return new Map([...(ifFails ?? []), ...none])
}

/** The question with each list of steps inside it changed, those of its inner questions included. */
export function mapAskBranches(step: AskStep, change: (steps: readonly Step[]) => readonly Step[]): AskStep {
  const { ifFails, pick, list } = step
  const changed =
    ifFails && new Map([...ifFails].map(([failure, steps]) => [failure, change(steps)] as const))
  const ifNone = pick?.ifNone && change(pick.ifNone)
  return {
    ...step,
    ...(changed && { ifFails: changed }),
    ...(pick && ifNone && { pick: { ...pick, ifNone } }),
    ...(list && { list: { ...list, each: list.each.map((inner) => mapAskBranches(inner, change)) } }),
  }
}

/** Every step, those inside branches and failures included, in the order written. */
export function flatten(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...branchesOf(step).flatMap(flatten)])
}

/** Every question in these steps, however deep. */
export const asksWithin = madeOnce((steps: readonly Step[]): readonly AskStep[] =>
  flatten(steps).filter((step) => step.kind === 'ask'),
)

const writesOfConfirms = new WeakMap<ConfirmStep, readonly DoStep[]>()

/** The writes that a confirmation stands for: those behind it, up to the next confirmation. */
export function writesAfter(dialog: Dialog, confirm: ConfirmStep): readonly DoStep[] {
  const known = writesOfConfirms.get(confirm)
  if (known !== undefined) return known
  const steps = flatten(dialog.steps)
  const behind = steps.slice(steps.indexOf(confirm) + 1)
  const next = behind.findIndex((step) => step.kind === 'confirm')
  const covered = next < 0 ? behind : behind.slice(0, next)
  const writes = covered.filter((step) => step.kind === 'do').filter((step) => step.effect === 'write')
  writesOfConfirms.set(confirm, writes)
  return writes
}
