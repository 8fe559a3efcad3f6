// Evaluates a parsed condition: pure, two-valued, linear in its size. What is not answered makes a comparison false.
import { dayMs } from '../../contracts/basics/durations'
import type { Channel } from '../../contracts/talk/message'
import type { Value } from '../../contracts/talk/value'
import type { Comparison, Expression } from '../model/condition'

/** The world a condition looks at. */
export interface Scope {
  /** An answer, a result or a value; undefined while it is missing. `channel` is answered by the scope's own field. */
  value(name: string): Value | undefined
  /** ISO date in the city's zone: `2026-12-04`. */
  readonly today: string
  readonly channel: Channel
  /** Whether an address lies inside a named area: `city`. */
  isInside(address: Value, area: string): boolean
}

/**
 * The value of an expression; undefined when something it needs is missing. Comparisons, `and`, `or`, `not`, `given`
 * and `missing` always give a boolean. `date + number` counts days.
 */
export function evaluate(expression: Expression, scope: Scope): Value | undefined {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'name':
      return valueOfName(expression.name, scope)
    case 'list':
      return expression.items.flatMap((item) => evaluate(item, scope) ?? [])
    case 'not':
      return !holds(expression.part, scope)
    case 'all':
      return expression.parts.every((part) => holds(part, scope))
    case 'any':
      return expression.parts.some((part) => holds(part, scope))
    case 'given':
      return valueOfName(expression.name, scope) !== undefined
    case 'missing':
      return valueOfName(expression.name, scope) === undefined
    case 'compare':
      return compare(expression, scope)
    case 'sum':
      return add(evaluate(expression.left, scope), evaluate(expression.right, scope), expression.sign)
    case 'if':
      return evaluate(holds(expression.condition, scope) ? expression.then : expression.else, scope)
    case 'today':
      return scope.today
    case 'size':
      return sizeOf(evaluate(expression.of, scope))
  }
}

/** Whether a condition is true; a value that is not yes/no is not true. */
export const holds = (expression: Expression, scope: Scope): boolean => evaluate(expression, scope) === true

const valueOfName = (name: string, scope: Scope): Value | undefined =>
  name === 'channel' ? scope.channel : scope.value(name)

function compare(expression: Expression & { readonly kind: 'compare' }, scope: Scope): boolean {
  const left = evaluate(expression.left, scope)
  const right = evaluate(expression.right, scope)
  if (left === undefined || right === undefined) return false
  if (expression.comparison === 'inside') return typeof right === 'string' && scope.isInside(left, right)
  return comparers[expression.comparison](left, right)
}

const comparers: Readonly<Record<Exclude<Comparison, 'inside'>, (left: Value, right: Value) => boolean>> = {
  is: (left, right) => same(left, right),
  'is not': (left, right) => !same(left, right),
  '<': (left, right) => inOrder(left, right, (a, b) => a < b),
  '<=': (left, right) => inOrder(left, right, (a, b) => a <= b),
  '>': (left, right) => inOrder(left, right, (a, b) => a > b),
  '>=': (left, right) => inOrder(left, right, (a, b) => a >= b),
  in: (left, right) => containsAny(right, left),
  contains: (left, right) => containsAny(left, right),
  has: (left) => typeof left === 'string' && /\d/.test(left),
}

/** Texts are compared without regard to case; `2` and `"2"` are the same answer. */
function same(left: Value, right: Value): boolean {
  if (typeof left === 'object' || typeof right === 'object') return false
  return left === right || folded(left) === folded(right)
}

const folded = (value: string | number | boolean): string =>
  value === true ? 'yes' : value === false ? 'no' : String(value).toLowerCase().trim()

/** Of a list one is enough: `items.what in (paint, oil)`. */
const containsAny = (whole: Value, part: Value): boolean =>
  Array.isArray(part) ? part.some((one: Value) => contains(whole, one)) : contains(whole, part)

function contains(whole: Value, part: Value): boolean {
  if (Array.isArray(whole)) return whole.some((item: Value) => same(item, part))
  return typeof whole === 'string' && typeof part === 'string' && folded(whole).includes(folded(part))
}

/** Numbers by size; ISO dates and times by time, which is their order as texts. */
function inOrder(
  left: Value,
  right: Value,
  test: (a: number | string, b: number | string) => boolean,
): boolean {
  if (typeof left === 'number' && typeof right === 'number') return test(left, right)
  return typeof left === 'string' && typeof right === 'string' && test(left, right)
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/

function add(left: Value | undefined, right: Value | undefined, sign: '+' | '-'): Value | undefined {
  const factor = sign === '+' ? 1 : -1
  if (typeof right === 'number') {
    if (typeof left === 'number') return left + factor * right
    return typeof left === 'string' && isoDate.test(left) ? moveDate(left, factor * right) : undefined
  }
  const bothDates =
    typeof left === 'string' && typeof right === 'string' && isoDate.test(left) && isoDate.test(right)
  return bothDates && sign === '-' ? (Date.parse(left) - Date.parse(right)) / dayMs : undefined
}

function moveDate(date: string, days: number): string | undefined {
  const moved = new Date(Date.parse(date) + Math.trunc(days) * dayMs)
  return Number.isNaN(moved.getTime()) ? undefined : moved.toISOString().slice(0, 10)
}

function sizeOf(value: Value | undefined): number {
  if (value === undefined) return 0
  return Array.isArray(value) || typeof value === 'string' ? value.length : 1
}
