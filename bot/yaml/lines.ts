// A file as its writer sees it, line by line: how far in, how many dashes, what stands after them.

export interface Line {
  /** Offset of the line's first character in the text. */
  readonly start: number
  /** Without the line end. */
  readonly text: string
  /** Blanks and tabs before anything else. */
  readonly indent: string
  /** Column of the first dash, from 0; undefined when the line is no item of a list. */
  readonly dash: number | undefined
  /** Column of what stands after indentation and dashes, from 0. */
  readonly column: number
  /** What stands there, blanks at the end left out; empty for an empty line. */
  readonly content: string
}

/** The lines of a text; line ends are `\n` and `\r\n`. */
export function linesOf(text: string): readonly Line[] {
  let start = 0
  return text.split('\n').map((whole) => {
    const line = readLine(start, whole.replace(/\r$/, ''))
    start += whole.length + 1
    return line
  })
}

function readLine(start: number, text: string): Line {
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const dashes = /^(?:-[ \t]+)*(?:-$)?/.exec(text.slice(indent.length))?.[0] ?? ''
  const column = indent.length + dashes.length
  return {
    start,
    text,
    indent,
    dash: dashes === '' ? undefined : indent.length,
    column,
    content: text.slice(column).trimEnd(),
  }
}

/** Neither empty nor a comment. */
export const saysSomething = ({ content }: Line): boolean => content !== '' && !content.startsWith('#')

/** The nearest line before `index` that says something. */
export const lineBefore = (lines: readonly Line[], index: number): Line | undefined =>
  lines.slice(0, index).findLast((line) => saysSomething(line) || line.dash !== undefined)

/** `question: Var?` → where the value begins in the content; undefined when no name with a colon stands first. */
export function valueStart({ content }: Line): number | undefined {
  const key = /^(?:"[^"]*"|'[^']*'|[^\s"'#[\]{},:-][^"'#[\]{},:]*):(?:[ \t]+|$)/u.exec(content)
  return key?.[0].length
}

/** Characters that stand outside quotes, each with its offset in the content, and the quote that is never closed. */
export function scanQuotes(content: string): {
  readonly open: number | undefined
  readonly outside: readonly (readonly [character: string, at: number])[]
} {
  const outside: (readonly [string, number])[] = []
  let before = ' '
  for (let at = 0; at < content.length; at += 1) {
    const character = content.charAt(at)
    const opens = (character === '"' || character === "'") && /[\s:[{,-]/.test(before)
    if (!opens) {
      if (character === '#' && /\s/.test(content.charAt(at - 1))) break
      outside.push([character, at])
      if (!/\s/.test(character)) before = character
      continue
    }
    const end = closingQuote(content, at)
    if (end === undefined) return { open: at, outside }
    before = character
    at = end
  }
  return { open: undefined, outside }
}

function closingQuote(content: string, open: number): number | undefined {
  const quote = content.charAt(open)
  for (let at = open + 1; at < content.length; at += 1) {
    if (content.charAt(at) === '\\' && quote === '"') at += 1
    else if (content.charAt(at) === quote) {
      if (quote === '"' || content.charAt(at + 1) !== "'") return at
      at += 1
    }
  }
  return undefined
}
