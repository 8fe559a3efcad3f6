// The word grammar of conditions: parsed once, checked against the names it uses, evaluated without side effects.

/** Half-open range of characters in the text of the condition. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const comparisons = ['is', 'is not', '<', '<=', '>', '>=', 'in', 'contains', 'inside', 'has'] as const
export type Comparison = (typeof comparisons)[number]

/** To the right of these stands a word of the language, and never the name of an answer. */
export const wordsBehind = { inside: 'city', has: 'digits' } as const satisfies Partial<
  Record<Comparison, string>
>
export const takesWord = (comparison: Comparison): comparison is keyof typeof wordsBehind =>
  comparison in wordsBehind

/**
 * A condition or a value. Names are resolved when it is compiled: a bare word to the right of a comparison is a
 * `literal` (a choice code) unless it is the name of an answer.
 */
export type Expression = { readonly span: Span } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean; readonly bare: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'not'; readonly part: Expression }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Expression[] }
  | { readonly kind: 'given' | 'missing'; readonly name: string }
  | {
      readonly kind: 'compare'
      readonly comparison: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'sum'; readonly sign: '+' | '-'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'if'
      readonly condition: Expression
      readonly then: Expression
      readonly else: Expression
    }
  | { readonly kind: 'today' }
  | { readonly kind: 'size'; readonly of: Expression }
)

/** The parts of an expression, one level down. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'list':
      return expression.items
    case 'not':
      return [expression.part]
    case 'all':
    case 'any':
      return expression.parts
    case 'compare':
    case 'sum':
      return [expression.left, expression.right]
    case 'if':
      return [expression.condition, expression.then, expression.else]
    case 'size':
      return [expression.of]
    default:
      return []
  }
}

/** Every name an expression reads, each once, in the order written. */
export function namesIn(expression: Expression): readonly string[] {
  const names = new Set<string>()
  const visit = (part: Expression) => {
    if (part.kind === 'name' || part.kind === 'given' || part.kind === 'missing') names.add(part.name)
    partsOf(part).forEach(visit)
  }
  visit(expression)
  return [...names]
}
