// D043: a condition that is always true or always false, and a comparison written twice.
import { takesWord, type Expression } from '../../model/condition'
import { holds, type Scope } from '../../condition/evaluate'
import type { NameTable } from './name-table'

/** More possibilities than this are not tried: such a condition depends on enough. */
const mostCases = 2_048
type Case = ReadonlyMap<string, string | boolean | undefined>

/**
 * Whether a condition can only come out one way: every combination of the choices and yes/no answers it uses is
 * tried, and what cannot be counted (numbers, texts, places) may be either.
 *
 * @param mayLack whether even a question that is always asked may lack its answer, as in `values:`
 */
export function constantOf(expression: Expression, names: NameTable, mayLack: boolean): boolean | undefined {
  const domains = new Map<string, readonly (string | boolean | undefined)[]>()
  collectDomains(expression, names, mayLack, domains)
  const count = [...domains.values()].reduce((product, domain) => product * domain.length, 1)
  if (count > mostCases) return undefined
  let first: boolean | undefined
  for (const one of casesOf([...domains])) {
    const result = truth(expression, names, one)
    first ??= result
    if (result !== first) return undefined
  }
  return first
}

/** A comparison that stands twice in one row of `and` or `or`. */
export function repeatedPart(expression: Expression): Expression | undefined {
  if (expression.kind === 'all' || expression.kind === 'any') {
    const seen = new Set<string>()
    for (const part of expression.parts) {
      const form = canonical(part)
      if (seen.has(form)) return part
      seen.add(form)
    }
    return expression.parts.map(repeatedPart).find((part) => part !== undefined)
  }
  return expression.kind === 'not' ? repeatedPart(expression.part) : undefined
}

/** The same text for expressions that mean the same but stand in different places. */
export const canonical = (expression: Expression): string =>
  JSON.stringify(expression, (key, value: unknown) => (key === 'span' || key === 'bare' ? undefined : value))

/** What an expression is made of, when it is no `and`, `or` or `not`. */
function collectDomains(
  expression: Expression,
  names: NameTable,
  mayLack: boolean,
  domains: Map<string, readonly (string | boolean | undefined)[]>,
): void {
  if (expression.kind === 'all' || expression.kind === 'any') {
    expression.parts.forEach((part) => collectDomains(part, names, mayLack, domains))
  } else if (expression.kind === 'not') collectDomains(expression.part, names, mayLack, domains)
  else if (expression.kind !== 'literal') {
    const name = countableName(expression, names)
    if (name === undefined) domains.set(canonical(expression), [true, false])
    else domains.set(name, domainOf(name, names, mayLack))
  }
}

/** The one choice or yes/no answer that decides this part, if that is all it depends on. */
function countableName(part: Expression, names: NameTable): string | undefined {
  const name = nameBehind(part)
  const known = name === undefined ? undefined : names.get(name)
  const isCountable =
    known !== undefined &&
    !known.types.includes('list') &&
    // Beside its choices it may be any day.
    !(known.types.includes('choice') && known.types.includes('date')) &&
    (known.codes.length > 0 || (known.types.length === 1 && known.types[0] === 'yes/no'))
  return isCountable ? name : undefined
}

function nameBehind(part: Expression): string | undefined {
  if (part.kind === 'name' || part.kind === 'given' || part.kind === 'missing') return part.name
  if (part.kind !== 'compare' || part.left.kind !== 'name' || takesWord(part.comparison)) return undefined
  const { right } = part
  const isFixed =
    right.kind === 'literal' || (right.kind === 'list' && right.items.every(({ kind }) => kind === 'literal'))
  return isFixed ? part.left.name : undefined
}

function domainOf(
  name: string,
  names: NameTable,
  mayLack: boolean,
): readonly (string | boolean | undefined)[] {
  const known = names.get(name)
  const domain = known === undefined || known.codes.length === 0 ? [true, false] : known.codes
  const isCertain = known?.role === 'channel' || (known?.certain === true && !mayLack)
  return isCertain ? domain : [...domain, undefined]
}

function* casesOf(
  domains: readonly (readonly [string, readonly (string | boolean | undefined)[]])[],
): Generator<Case> {
  const [first, ...rest] = domains
  if (first === undefined) {
    yield new Map()
    return
  }
  for (const one of casesOf(rest)) for (const value of first[1]) yield new Map([...one, [first[0], value]])
}

function truth(expression: Expression, names: NameTable, one: Case): boolean {
  if (expression.kind === 'all') return expression.parts.every((part) => truth(part, names, one))
  if (expression.kind === 'any') return expression.parts.some((part) => truth(part, names, one))
  if (expression.kind === 'not') return !truth(expression.part, names, one)
  if (expression.kind !== 'literal' && countableName(expression, names) === undefined) {
    return one.get(canonical(expression)) === true
  }
  const scope: Scope = {
    value: (name) => one.get(name),
    today: '',
    channel: one.get('channel') === 'sms' ? 'sms' : 'web',
    isInside: () => false,
  }
  return holds(expression, scope)
}
