// YAML line by line, as it is while someone types: half a line breaks a parser, but not the indentation around it.

export interface YamlLine {
  /** Column where the line's key or text begins, behind its dashes. */
  readonly indent: number
  /** Column of the dash that makes it an item of a list. */
  readonly dash: number | undefined
  readonly key: string | undefined
  /** Column of what follows the key, or of the text when there is no key. */
  readonly valueAt: number
  readonly value: string
  /** Nothing but blanks or a comment. */
  readonly isBlank: boolean
  /** `---` */
  readonly isSeparator: boolean
}

const keyOfLine = /^("[^"]*"|[^"'\s#{[\]},|>][^{}[\],"]*?)\s*:(?=\s|$)/

export function readLine(text: string): YamlLine {
  const lead = /^ */.exec(text)?.[0].length ?? 0
  let indent = lead
  for (let dash = dashAt(text, indent); dash > 0; dash = dashAt(text, indent)) indent += dash
  const rest = text.slice(indent)
  const found = keyOfLine.exec(rest)
  const after = rest.slice(found?.[0].length ?? 0)
  const colon = found === null ? 0 : 1
  const blanks = /^\s*/.exec(after.slice(colon))?.[0].length ?? 0
  const valueAt = indent + (found?.[0].length ?? 0) + colon + (found === null ? 0 : blanks)
  return {
    indent,
    dash: indent > lead ? lead : undefined,
    key: found?.[1]?.replace(/^"|"$/g, ''),
    valueAt,
    value: text.slice(valueAt).trimEnd(),
    isBlank: indent === lead && /^(#|$)/.test(rest.trim()),
    isSeparator: /^---(\s|$)/.test(text),
  }
}

const dashAt = (text: string, at: number): number => /^-( +|$)/.exec(text.slice(at))?.[0].length ?? 0

export interface MapOfLines {
  /** Key → what stands behind it on its line. */
  readonly entries: ReadonlyMap<string, string>
  /** The line of the key that the map is the value of. */
  readonly parent: number | undefined
}

/** The map that a key at `indent` on line `at` belongs to, and what that map is the value of. */
export function mapAround(lines: readonly YamlLine[], at: number, indent: number): MapOfLines {
  const entries = new Map<string, string>()
  const add = (line: YamlLine) => line.key !== undefined && entries.set(line.key, line.value)
  let first = at
  let dash = lines[at]?.dash
  for (let above = at - 1; dash === undefined && above >= 0; above -= 1) {
    const line = lines[above]
    if (line === undefined || line.isSeparator || (!line.isBlank && line.indent < indent)) break
    if (line.isBlank || line.indent !== indent) continue
    add(line)
    first = above
    dash = line.dash
  }
  for (const line of lines.slice(at + 1)) {
    if (line.isSeparator || (!line.isBlank && line.indent < indent)) break
    if (line.isBlank || line.indent !== indent) continue
    if (line.dash !== undefined) break
    add(line)
  }
  return { entries, parent: parentOf(lines, first, dash, indent) }
}

function parentOf(
  lines: readonly YamlLine[],
  first: number,
  dash: number | undefined,
  indent: number,
): number | undefined {
  for (let above = first - 1; above >= 0; above -= 1) {
    const line = lines[above]
    if (line === undefined || line.isSeparator) return undefined
    if (line.isBlank) continue
    const isOuter = line.indent < (dash ?? indent) || (line.indent === dash && line.dash === undefined)
    if (isOuter && line.key !== undefined) return above
  }
  return undefined
}
