// The YAML between `---` lines at the head of a Markdown file, with places in the whole file.
import type { Finding } from '../contracts/basics/finding'
import type { YamlNode } from './node'
import { parseYaml } from './parse-yaml'
import { createSource, type Source } from './source'

export interface FrontMatter {
  readonly source: Source
  /** Undefined when there is no front matter, it is empty, or it cannot be read. */
  readonly root: YamlNode | undefined
  /** False when the file does not begin with a `---` line that another one closes. */
  readonly present: boolean
  readonly broken: boolean
  readonly findings: readonly Finding[]
  /** The Markdown after the front matter; all of the file when there is none. */
  readonly body: string
  /** Offset of the body in the file, for `source.place`. */
  readonly bodyStart: number
}

/** Reads the front matter of a Markdown file. Never throws. */
export function readFrontMatter(file: string, text: string): FrontMatter {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)
  const start = opening?.[0].length ?? 0
  const closing = opening && closingLine(text, start)
  if (closing === undefined || closing === null) {
    const none = { root: undefined, present: false, broken: false, findings: [] }
    return { source: createSource(file, text), ...none, body: text, bodyStart: 0 }
  }
  const parsed = parseYaml(file, text, { start, end: closing.start })
  return {
    source: parsed.source,
    root: parsed.documents[0]?.root,
    present: true,
    broken: parsed.documents.some(({ broken }) => broken),
    findings: parsed.findings,
    body: text.slice(closing.end),
    bodyStart: closing.end,
  }
}

function closingLine(text: string, from: number): { start: number; end: number } | undefined {
  const line = /^---[ \t]*(?:\r?\n|$)/gm
  line.lastIndex = from
  const found = line.exec(text)
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length }
}
