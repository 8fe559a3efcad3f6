// Puts the steps of called dialogs in the place of their calls, with names of their own, so that one walk passes them all.
import type { Expression } from '../../model/condition'
import type { CallStep, Dialog, Step } from '../../model/model'
import { asksWithin, flatten, mapAskBranches } from '../../model/step-tree'
import { hashLinked } from '../names/hash-dialog'

/** A dialog whose called dialog is not among the sound ones is left out: it could not be talked to its end. */
export function linkCalls(dialogs: ReadonlyMap<string, Dialog>): ReadonlyMap<string, Dialog> {
  const linked = new Map<string, Dialog | undefined>()
  const link = (id: string): Dialog | undefined => {
    if (linked.has(id)) return linked.get(id)
    // Set first, so that a ring of calls ends; it has its finding.
    linked.set(id, undefined)
    const dialog = dialogs.get(id)
    const done = dialog === undefined ? undefined : linkDialog(dialog, link)
    linked.set(id, done)
    return done
  }
  return new Map(
    [...dialogs.keys()].flatMap((id) => {
      const dialog = link(id)
      return dialog === undefined ? [] : [[id, dialog] as const]
    }),
  )
}

const callsIn = (steps: readonly Step[]): readonly CallStep[] =>
  flatten(steps).filter((step) => step.kind === 'call')

function linkDialog(dialog: Dialog, link: (id: string) => Dialog | undefined): Dialog | undefined {
  const called = new Map<string, Dialog>()
  for (const { dialog: id } of callsIn(dialog.steps)) {
    const inner = link(id)
    if (inner === undefined) return undefined
    called.set(id, inner)
  }
  if (called.size === 0) return dialog
  const steps = dialog.steps.map((step) => putIn(step, called))
  const values = [...called.values()].flatMap(({ id, values: ofCalled }) =>
    ofCalled.map(({ name, expression }) => ({
      name: `${id}.${name}`,
      expression: renamed(expression, `${id}.`),
    })),
  )
  return hashLinked(
    {
      ...dialog,
      steps,
      sensitive: dialog.sensitive || [...called.values()].some(({ sensitive }) => sensitive),
      values: [...values, ...dialog.values],
      asks: new Map(asksWithin(steps).map((ask) => [ask.name, ask])),
      copies: copiesIn(steps),
      calledLabels: new Map(
        [...called].flatMap(([id, { labels, calledLabels = [] }]) =>
          [...calledLabels, ...labels].map(([name, label]) => [`${id}.${name}`, label] as const),
        ),
      ),
      daysOfCalled: new Map(
        [...called].flatMap(([id, { valid, daysOfCalled = [] }]) => [[id, valid] as const, ...daysOfCalled]),
      ),
    },
    [...called.values()],
  )
}

/** Given names by what they stand for, through calls within calls to the question itself. */
function copiesIn(steps: readonly Step[]): ReadonlyMap<string, string> {
  const direct = new Map(
    callsIn(steps).flatMap(({ gives }) => gives.map(({ from, as }) => [as, from] as const)),
  )
  const origin = (name: string): string => {
    const from = direct.get(name)
    return from === undefined || from === name ? name : origin(from)
  }
  return new Map([...direct.keys()].map((name) => [name, origin(name)]))
}

/** The step with the steps of called dialogs in it, wherever they stand. */
function putIn(step: Step, called: ReadonlyMap<string, Dialog>): Step {
  const inside = (steps: readonly Step[]) => steps.map((one) => putIn(one, called))
  const failures = (branches: CallStep['ifFails']) =>
    new Map([...branches].map(([failure, steps]) => [failure, inside(steps)]))
  switch (step.kind) {
    case 'ask':
      return mapAskBranches(step, inside)
    case 'if':
      return { ...step, then: inside(step.then), else: inside(step.else) }
    case 'do':
      return { ...step, ifFails: failures(step.ifFails) }
    case 'call': {
      const scope = `${step.dialog}.`
      return {
        ...step,
        ifFails: failures(step.ifFails),
        gives: step.gives.map(({ from, as }) => ({ from: `${scope}${from}`, as })),
        steps: (called.get(step.dialog)?.steps ?? []).map((one) => scoped(one, scope)),
      }
    }
    default:
      return step
  }
}

/** A copy of a part of a step in which every name begins with `scope`. Words, limits, codes and inputs stay. */
function scoped<T>(part: T, scope: string): T
function scoped(part: unknown, scope: string): unknown {
  if (Array.isArray(part)) return part.map((one) => scoped(one as unknown, scope))
  if (part instanceof Map)
    return new Map([...(part as ReadonlyMap<string, unknown>)].map(([key, one]) => [key, scoped(one, scope)]))
  if (typeof part !== 'object' || part === null) return part
  if ('span' in part) return renamed(part as Expression, scope)
  if ('byKey' in part && 'id' in part) return { ...part, id: `${scope}${String(part.id)}` }
  const copy = Object.fromEntries(
    Object.entries(part).map(([key, one]) => [
      key,
      key === 'place' ? (one as unknown) : scoped(one as unknown, scope),
    ]),
  )
  return 'place' in part && 'key' in part ? { ...copy, ...ownNames(part as Step, scope) } : copy
}

/** What a step calls itself and others by. */
function ownNames(step: Step, scope: string): object {
  const name = 'name' in step ? { name: `${scope}${step.name}` } : {}
  const id = 'id' in step ? { id: `${scope}${step.id}` } : {}
  const variables =
    step.kind === 'say' ? { variables: step.variables.map((variable) => `${scope}${variable}`) } : {}
  const gives =
    step.kind === 'call'
      ? { gives: step.gives.map(({ from, as }) => ({ from: `${scope}${from}`, as: `${scope}${as}` })) }
      : {}
  const key = `${scope.slice(0, -1)}/${step.key}`
  return { ...name, ...id, ...variables, ...gives, key, scope: `${scope}${step.scope ?? ''}` }
}

const own = new Set(['channel'])

/** The expression with every name it reads in the called dialog's scope; `channel` is the same everywhere. */
function renamed(expression: Expression, scope: string): Expression {
  const rename = (part: Expression) => renamed(part, scope)
  switch (expression.kind) {
    case 'name':
    case 'given':
    case 'missing':
      return own.has(expression.name) ? expression : { ...expression, name: `${scope}${expression.name}` }
    case 'list':
      return { ...expression, items: expression.items.map(rename) }
    case 'not':
      return { ...expression, part: rename(expression.part) }
    case 'all':
    case 'any':
      return { ...expression, parts: expression.parts.map(rename) }
    case 'compare':
    case 'sum':
      return { ...expression, left: rename(expression.left), right: rename(expression.right) }
    case 'if':
      return {
        ...expression,
        condition: rename(expression.condition),
        then: rename(expression.then),
        else: rename(expression.else),
      }
    case 'size':
      return { ...expression, of: rename(expression.of) }
    default:
      return expression
  }
}
