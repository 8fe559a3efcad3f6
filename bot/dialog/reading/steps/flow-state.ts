// What is known at one point of a dialog, whatever the resident answered on the way there.
import { canonical } from '../names/constant-condition'
import type { Expression } from '../../model/condition'

/** Conditions, in canonical form, that hold together. */
export type Assumptions = ReadonlySet<string>

export interface FlowState {
  /** Conditions that hold here. */
  readonly assumed: Assumptions
  /** Name → the conditions under which it has been collected by now; an empty set means always. */
  readonly collected: ReadonlyMap<string, readonly Assumptions[]>
  /** The conditions under which a confirmation stands that no later question has voided. */
  readonly confirmed: readonly Assumptions[]
  /** Nothing comes after this point. */
  readonly ended: boolean
}

export const beginning: FlowState = {
  assumed: new Set(),
  collected: new Map([['channel', [new Set()]]]),
  confirmed: [],
  ended: false,
}

const isWithin = (part: Assumptions, whole: Assumptions): boolean => [...part].every((one) => whole.has(one))

/** The conditions that hold when this one does: all parts of an `and`. */
const conjuncts = (expression: Expression | undefined): readonly string[] =>
  expression === undefined
    ? []
    : expression.kind === 'all'
      ? expression.parts.flatMap(conjuncts)
      : [canonical(expression), ...presence(expression)]

/** `given x` holds wherever a comparison with x does: a missing answer would make it false. */
const presence = (expression: Expression): readonly string[] => {
  if (expression.kind !== 'compare') return []
  return [expression.left, expression.right].flatMap((side) =>
    side.kind === 'name' ? givenForm(side.name) : [],
  )
}

const givenForm = (name: string): string => `given ${name}`

/** What is assumed where `expression` is true. */
export function assume(state: FlowState, expression: Expression | undefined): FlowState {
  const more = conjuncts(expression).flatMap((one) => [one, ...givenNames(one)])
  return more.length === 0 ? state : { ...state, assumed: new Set([...state.assumed, ...more]) }
}

const givenNames = (form: string): readonly string[] => {
  const name = /^\{"kind":"given","name":"([^"]+)"\}$/.exec(form)?.[1]
  return name === undefined ? [] : [givenForm(name)]
}

/** In the steps for when something failed, which no condition of the dialog tells. */
export const inFailure = (state: FlowState): FlowState => ({
  ...state,
  assumed: new Set([...state.assumed, 'failed']),
})

/** Whatever the resident answered, and whatever failed. */
export const isAlways = ({ assumed }: FlowState): boolean => assumed.size === 0

/** The conditions that hold here, without their places; what is no condition (`given x`, a failure) is not among them. */
export const assumedConditions = ({ assumed }: FlowState): readonly Expression[] =>
  [...assumed].filter((form) => form.startsWith('{')).map((form) => JSON.parse(form) as Expression)

export const isCollected = (state: FlowState, name: string): boolean =>
  state.assumed.has(givenForm(name)) ||
  (state.collected.get(name) ?? []).some((conditions) => isWithin(conditions, state.assumed))

/** On some way, at least. */
export const mayBeCollected = (state: FlowState, name: string): boolean => state.collected.has(name)

export const isConfirmed = (state: FlowState): boolean =>
  state.confirmed.some((conditions) => isWithin(conditions, state.assumed))

/** The name is collected where the conditions assumed here hold, and where `optional` it may still be missing. */
export function collect(state: FlowState, name: string, optional = false): FlowState {
  const conditions: Assumptions = optional ? new Set([...state.assumed, givenForm(name)]) : state.assumed
  const before = state.collected.get(name) ?? []
  return { ...state, collected: new Map([...state.collected, [name, [...before, conditions]]]) }
}

/** A step under `only if` has run: what it found is known under its condition, what was assumed before stays. */
export const leaveCondition = (before: FlowState, after: FlowState): FlowState => ({
  ...after,
  assumed: before.assumed,
  ended: false,
})

/** Two branches meet again. What both collected is collected; what one did, under that branch's conditions. */
export function merge(before: FlowState, first: FlowState, second: FlowState): FlowState {
  if (first.ended && second.ended) return { ...first, assumed: before.assumed }
  if (first.ended) return second
  if (second.ended) return first
  const collected = new Map<string, readonly Assumptions[]>()
  for (const name of new Set([...first.collected.keys(), ...second.collected.keys()])) {
    const inBoth = isCollected(first, name) && isCollected(second, name)
    const ways = [...(first.collected.get(name) ?? []), ...(second.collected.get(name) ?? [])]
    collected.set(name, inBoth ? [...ways, before.assumed] : ways)
  }
  const confirmed = isConfirmed(first) && isConfirmed(second) ? [before.assumed] : []
  return { assumed: before.assumed, collected, confirmed, ended: false }
}

export const confirmHere = (state: FlowState): FlowState => ({ ...state, confirmed: [state.assumed] })
export const voidConfirmation = (state: FlowState): FlowState => ({ ...state, confirmed: [] })
export const end = (state: FlowState): FlowState => ({ ...state, ended: true })
