// Cuts the text of a condition into words, numbers, quoted texts and signs; one pass, no backtracking.
import type { Span } from './condition'

export type Token = Span &
  (
    | { readonly kind: 'word'; readonly text: string }
    /** In quotes, or a date or time. */
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'sign'; readonly text: string }
    | { readonly kind: 'end' }
    /** A sign the grammar does not know, or a quote that is never closed. */
    | { readonly kind: 'stray'; readonly text: string }
  )

/** Tried in this order at each place; none can look back or run past its own token. */
const patterns: readonly (readonly [RegExp, (text: string, span: Span) => Token])[] = [
  [/\d{4}-\d{2}-\d{2}(?![\w-])|\d{1,2}:\d{2}(?![\w:])/y, (text, span) => ({ kind: 'text', text, ...span })],
  [/\d+(?:\.\d+)?(?![\p{L}\d_])/uy, (text, span) => ({ kind: 'number', value: Number(text), ...span })],
  [
    /[\p{L}\d_]+(?:[.-][\p{L}_][\p{L}\d_]*)*/uy,
    (text, span) => ({ kind: 'word', text: text.normalize('NFC'), ...span }),
  ],
  [
    /"[^"]*"|'[^']*'|”[^”]*”|“[^”]*”/uy,
    (text, span) => ({ kind: 'text', text: text.slice(1, -1).normalize('NFC'), ...span }),
  ],
  [/<=|>=|[<>+\-(),]/y, (text, span) => ({ kind: 'sign', text, ...span })],
  [/==|!=|<>|&&|\|\||"[^"]*$|'[^']*$|./suy, (text, span) => ({ kind: 'stray', text, ...span })],
]

/** The tokens of a text, an `end` last. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = []
  const blank = /\s*/y
  for (let at = skip(blank, text, 0); at < text.length; at = skip(blank, text, at)) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length })
  return tokens
}

function tokenAt(text: string, at: number): Token {
  for (const [pattern, toToken] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) return toToken(found, { start: at, end: at + found.length })
  }
  return { kind: 'stray', text: text.charAt(at), start: at, end: at + 1 }
}

function skip(blank: RegExp, text: string, at: number): number {
  blank.lastIndex = at
  return at + (blank.exec(text)?.[0].length ?? 0)
}
