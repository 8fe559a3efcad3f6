// Cuts the text of a condition into words, numbers, quoted texts and signs, one at a time as the parser wants them.
import type { Span } from '../model/condition'

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

/**
 * One token and the blanks before it. Every alternative takes all that it looks at, or looks no further than the next
 * alternative takes, so a text is read in time linear in its length; a quote that is never closed is read to the end once.
 */
const pattern = new RegExp(
  [
    String.raw`\s*(?:(\d{4}-\d{2}-\d{2}(?![\w-])|\d{1,2}:\d{2}(?![\w:]))`,
    String.raw`(\d+(?:\.\d+)?(?![\p{L}\p{M}\d_]))`,
    String.raw`([\p{L}\p{M}\d_]+(?:[.\-][\p{L}_][\p{L}\p{M}\d_]*)*)`,
    String.raw`("[^"]*"|'[^']*'|”[^”]*”|“[^”]*”)`,
    String.raw`(<=|>=|[<>+\-(),])`,
    String.raw`(==|!=|<>|&&|\|\||["'”“].*|\S))`,
  ].join('|'),
  'suy',
)

/** Reads the tokens of a text one by one; from its end on gives an `end`. */
export function createTokenReader(text: string): () => Token {
  let at = 0
  return () => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return { kind: 'end', start: text.length, end: text.length }
    at = pattern.lastIndex
    return toToken(found, at)
  }
}

/** What each group of the pattern holds, from the first. */
const readers: readonly ((written: string, span: Span) => Token)[] = [
  (text, { start, end }) => ({ kind: 'text', text, start, end }),
  (text, { start, end }) => ({ kind: 'number', value: Number(text), start, end }),
  (text, { start, end }) => ({ kind: 'word', text: text.normalize('NFC'), start, end }),
  (text, { start, end }) => ({ kind: 'text', text: text.slice(1, -1).normalize('NFC'), start, end }),
  (text, { start, end }) => ({ kind: 'sign', text, start, end }),
  (text, { start, end }) => ({ kind: 'stray', text, start, end }),
]

function toToken(found: RegExpExecArray, end: number): Token {
  for (let group = 1; group < found.length; group += 1) {
    const written = found[group]
    const read = readers[group - 1]
    if (written !== undefined && read !== undefined)
      return read(written, { start: end - written.length, end })
  }
  return { kind: 'end', start: end, end }
}
