// Decides for each bare word of a condition whether it is a choice code or the name of an answer.
import { takesWord, type Expression } from '../../model/condition'
import type { NameTable } from './name-table'

/**
 * To the right of a comparison a word is one of the left side's choice codes if it is among them, else the name of an
 * answer if there is one, else a word.
 */
export function resolveNames(expression: Expression, names: NameTable): Expression {
  const resolve = (part: Expression) => resolveNames(part, names)
  switch (expression.kind) {
    case 'compare': {
      const { left, right } = expression
      if (takesWord(expression.comparison)) return { ...expression, left: resolve(left) }
      const codes = left.kind === 'name' ? (names.get(left.name)?.codes ?? []) : []
      return { ...expression, left: resolve(left), right: resolveOperand(right, codes, names) }
    }
    case 'name':
    case 'given':
    case 'missing':
      return { ...expression, name: names.get(expression.name)?.means ?? expression.name }
    case 'list':
      return { ...expression, items: expression.items.map(resolve) }
    case 'not':
      return { ...expression, part: resolve(expression.part) }
    case 'all':
    case 'any':
      return { ...expression, parts: expression.parts.map(resolve) }
    case 'sum':
      return { ...expression, left: resolve(expression.left), right: resolve(expression.right) }
    case 'if':
      return {
        ...expression,
        condition: resolve(expression.condition),
        then: resolve(expression.then),
        else: resolve(expression.else),
      }
    case 'size':
      return { ...expression, of: resolve(expression.of) }
    default:
      return expression
  }
}

function resolveOperand(operand: Expression, codes: readonly string[], names: NameTable): Expression {
  if (operand.kind === 'list') {
    return { ...operand, items: operand.items.map((item) => resolveOperand(item, codes, names)) }
  }
  if (operand.kind !== 'literal' || !operand.bare) return resolveNames(operand, names)
  const word = String(operand.value)
  const isName = !codes.includes(word) && names.has(word)
  return isName ? { kind: 'name', name: names.get(word)?.means ?? word, span: operand.span } : operand
}
