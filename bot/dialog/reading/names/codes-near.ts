// The choice codes that a condition is about: a bare word that is one of them was meant as it.
import type { Expression } from '../../model/condition'
import type { NameTable } from './name-table'

/** Choice code → the answer it belongs to, for every answer the expression compares. */
export function codesNear(expression: Expression, names: NameTable): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const visit = (part: Expression): void => {
    if (part.kind === 'compare' && part.left.kind === 'name') {
      const { name } = part.left
      names.get(name)?.codes.forEach((code) => codes.set(code, name))
    }
    if (part.kind === 'all' || part.kind === 'any') part.parts.forEach(visit)
    if (part.kind === 'not') visit(part.part)
  }
  visit(expression)
  return codes
}
