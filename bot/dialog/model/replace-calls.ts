// For conversation tests: calls answered by what the test gives, in the place of the called dialog's own questions.
import type { Value } from '../../contracts/talk/value'
import type { CallStep, Dialog, DoStep, EndStep, Step } from './model'
import type { DialogTest } from './dialog-test'
import { mapAskBranches } from './step-tree'

/**
 * The dialog with each call that the test has a result for as one reading action of the same name, and the results as
 * that action must give them.
 */
export function replaceCalls(
  dialog: Dialog,
  given: DialogTest['given'],
): { readonly dialog: Dialog; readonly given: DialogTest['given'] } {
  const replaced = new Set<string>()
  const replace = (step: Step): Step => {
    switch (step.kind) {
      case 'ask':
        return mapAskBranches(step, (steps) => steps.map(replace))
      case 'if':
        return { ...step, then: step.then.map(replace), else: step.else.map(replace) }
      case 'do':
        return { ...step, ifFails: replaceIn(step.ifFails) }
      case 'call': {
        const call = { ...step, ifFails: replaceIn(step.ifFails) }
        if (!given.has(step.dialog)) return { ...call, steps: step.steps.map(replace) }
        replaced.add(step.dialog)
        return { ...call, steps: [standIn(call)] }
      }
      default:
        return step
    }
  }
  const replaceIn = (branches: DoStep['ifFails']): DoStep['ifFails'] =>
    new Map([...branches].map(([failure, steps]) => [failure, steps.map(replace)]))
  const steps = dialog.steps.map(replace)
  const results = [...given].map(
    ([name, all]) => [name, replaced.has(name) ? all.map(asGiven(name)) : all] as const,
  )
  return { dialog: { ...dialog, steps }, given: new Map(results) }
}

/** Fails in the way that the called dialog would have ended. */
function standIn({ key, place, dialog, gives, ifFails }: CallStep): DoStep {
  const ends = [...ifFails.keys()].map((status): [string, readonly Step[]] => {
    const end: EndStep = { kind: 'end', key: `${key}/end:${status}`, place, status }
    return [status, [end]]
  })
  return {
    kind: 'do',
    key: `${key}/given`,
    place,
    action: dialog,
    effect: 'read',
    with: [],
    gives: gives.map(({ from }) => from),
    ifFails: new Map(ends),
  }
}

type Given = Readonly<Record<string, Value>> | { readonly fails: string }

/** Results under the names that the called dialog has inside its caller. */
const asGiven =
  (name: string) =>
  (result: Given): Given =>
    typeof result['fails'] === 'string'
      ? { fails: result['fails'] }
      : Object.fromEntries(Object.entries(result).map(([key, value]) => [`${name}.${key}`, value]))
