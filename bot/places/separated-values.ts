// Reads separated values (RFC 4180, with a comma, a semicolon or a tab between), each row with the line it begins on.

export interface ValueRow {
  /** Counts from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface ReadValues {
  readonly rows: readonly ValueRow[]
  /** The line of a quotation mark that is never closed. */
  readonly openQuote?: number
}

/** Rows without any text, and lines before the heading that begin with `#`, are left out. */
export function readSeparatedValues(text: string): ReadValues {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const headingAt = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'))
  if (headingAt < 0) return { rows: [] }
  const separator = separatorOf(lines[headingAt] ?? '')
  const rows: ValueRow[] = []
  for (let at = headingAt; at < lines.length; at += 1) {
    const begun = at
    let line = lines[at] ?? ''
    // A quoted field may hold line breaks.
    while (isOpen(line) && at + 1 < lines.length) {
      at += 1
      line += `\n${lines[at] ?? ''}`
    }
    if (isOpen(line)) return { rows, openQuote: begun + 1 }
    const fields = fieldsOf(line, separator)
    if (fields.some((field) => field !== '')) rows.push({ line: begun + 1, fields })
  }
  return { rows }
}

const separators = [';', '\t', ','] as const

/** The one that parts the heading into most columns. */
function separatorOf(heading: string): string {
  const counts = separators.map((separator) => heading.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ';'
}

const isOpen = (line: string): boolean => line.includes('"') && (line.split('"').length - 1) % 2 === 1

function fieldsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator).map((field) => field.trim())
  const fields: string[] = []
  let field = ''
  let isQuoted = false
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at)
    if (sign === '"' && isQuoted && line.charAt(at + 1) === '"') {
      field += '"'
      at += 1
    } else if (sign === '"') isQuoted = !isQuoted
    else if (sign === separator && !isQuoted) {
      fields.push(field.trim())
      field = ''
    } else field += sign
  }
  return [...fields, field.trim()]
}
