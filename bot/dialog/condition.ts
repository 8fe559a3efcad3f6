// The word grammar of conditions: parsed once, checked against the names it uses, evaluated without side effects.

/** Filled in by the parser. */
export type Expression = { readonly kind: 'literal'; readonly value: string | number | boolean }
