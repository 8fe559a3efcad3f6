// The Markdown of an article, read into blocks that know where they stand in their file.
import MarkdownIt, { type Token } from 'markdown-it'
import type { Place } from '../contracts/basics/finding'
import type { Source } from '../yaml/source'

/** A Markdown text and where it begins in its file. */
export interface Body {
  readonly text: string
  /** Offset of the text's first character in the file. */
  readonly offset: number
  readonly source: Source
}

/** The place in the file of `[start, end)`, offsets in the body. */
export const placeInBody = ({ offset, source }: Body, start: number, end: number): Place =>
  source.place(offset + start, offset + end)

/** One paragraph or list item's text: `[start, end)` are offsets in the body. */
export interface Block {
  readonly tokens: readonly Token[]
  /** What a resident reads, without marks. */
  readonly plain: string
  readonly start: number
  readonly end: number
}

// Links are judged by our own check, which says what is wrong; the parser would only leave them as text.
const parser = new MarkdownIt({ html: true })
parser.validateLink = () => true

export const parseMarkdown = (text: string): readonly Token[] => parser.parse(text, {})

/** Offsets `[start, end)` of lines `[from, to)` of a text, without the last line's end. */
export function lineRange(
  text: string,
  [from, to]: readonly [number, number],
): { readonly start: number; readonly end: number } {
  const lines = text.split('\n')
  const lengthOf = (count: number): number =>
    lines.slice(0, count).reduce((sum, line) => sum + line.length + 1, 0)
  const start = lengthOf(from)
  return { start, end: Math.max(start, Math.min(lengthOf(to) - 1, text.length)) }
}

export function blocksOf(text: string): readonly Block[] {
  return parseMarkdown(text).flatMap((token) => {
    if (token.type !== 'inline' || token.map === null) return []
    const tokens = token.children ?? []
    const plain = tokens.map((child) => (child.type.endsWith('break') ? ' ' : child.content)).join('')
    return [{ tokens, plain, ...lineRange(text, token.map) }]
  })
}

/**
 * The first paragraph is the short answer, what follows are the details. Without a paragraph in front there is no short
 * answer (undefined).
 */
export function splitAnswer(text: string): { readonly answer: string; readonly details: string } | undefined {
  const first = parseMarkdown(text)[0]
  if (first?.type !== 'paragraph_open' || first.map === null) return undefined
  const { start, end } = lineRange(text, first.map)
  const clean = (part: string): string => part.replaceAll('\r\n', '\n').trim()
  return { answer: clean(text.slice(start, end)), details: clean(text.slice(end)) }
}
