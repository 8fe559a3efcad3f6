// What a walk knows at one of its steps: the answers and results it has passed, and the values that follow from them.
import type { Value } from '../../contracts/talk/value'
import { evaluate } from '../condition/evaluate'
import type { Scope } from '../condition/evaluate'
import { isInsideCity } from '../words/inside-city'
import type { Dialog } from '../model/model'
import type { WalkEnvironment } from '../model/walk-environment'

export interface KnownValues {
  readonly scope: Scope
  set(name: string, value: Value): void
  unset(name: string): void
  /** Names with a value now, answers and results first, then the dialog's `values`. */
  names(): readonly string[]
}

export function knownValues(dialog: Dialog, environment: WalkEnvironment): KnownValues {
  const given = new Map<string, Value>()
  const computed = new Map<string, Value | undefined>()
  const expressions = new Map(dialog.values.map(({ name, expression }) => [name, expression]))

  const compute = (name: string): Value | undefined => {
    const expression = expressions.get(name)
    if (expression === undefined) return undefined
    // Set first, so that a value which leans on itself is missing instead of endless.
    computed.set(name, undefined)
    const value = evaluate(expression, scope)
    computed.set(name, value)
    return value
  }
  const scope: Scope = {
    value: (name) => given.get(name) ?? (computed.has(name) ? computed.get(name) : compute(name)),
    today: environment.today,
    channel: environment.channel,
    isInside: (address) => isInsideCity(address, environment.city),
  }
  return {
    scope,
    set: (name, value) => {
      given.set(name, value)
      computed.clear()
    },
    unset: (name) => {
      given.delete(name)
      computed.clear()
    },
    names: () => [
      ...given.keys(),
      ...[...expressions.keys()].filter((name) => !given.has(name) && scope.value(name) !== undefined),
    ],
  }
}
