// Reads YAML so that nothing is guessed and nothing is lost: every value stays a text, every node knows its place.
import { parseAllDocuments } from 'yaml'
import type { Finding } from '../contracts/finding'
import { convertNode } from './convert-node'
import type { YamlDocument } from './node'
import { createSource, type Source } from './source'
import { syntaxFault } from './syntax-fault'
import { yamlFinding, type YamlFault } from './yaml-finding'

/** Longest file read, in UTF-16 code units; the longest dialog known has a fiftieth of this. */
const maxLength = 512_000
/** Faults told per document; more of them say the same thing again. */
const maxSyntaxFaults = 10

export interface ParsedYaml {
  readonly source: Source
  readonly documents: readonly YamlDocument[]
  readonly findings: readonly Finding[]
}

/**
 * Parses all documents of a text. Never throws; faults come as findings Y001, Y010, Y011 and Y012.
 * Anchors, aliases, tags and merge keys are refused, so no document can grow when it is read.
 *
 * @param range offsets of the YAML within `text`, for a front matter; places count in the whole text all the same
 */
export function parseYaml(
  file: string,
  text: string,
  range: { readonly start: number; readonly end: number } = { start: 0, end: text.length },
): ParsedYaml {
  const source = createSource(file, text)
  if (range.end - range.start > maxLength) return tooLong(source, range.start)
  const documents = parseAllDocuments(text.slice(range.start, range.end), {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  const findings: Finding[] = []
  const report = (fault: YamlFault) => findings.push(yamlFinding(source, fault))
  const read: YamlDocument[] = []
  for (const document of 'empty' in documents ? [] : documents) {
    const faults = document.errors.flatMap((error) => syntaxFault(error, source, range.start) ?? [])
    onePerLine(source, faults).slice(0, maxSyntaxFaults).forEach(report)
    const broken = faults.length > 0
    if (broken) read.push({ root: undefined, broken })
    else read.push(convertNode(document.contents, { source, base: range.start, report }))
  }
  return { source, documents: read, findings }
}

/** One broken line makes the parser stumble several times; the first fall is the one to mend. */
function onePerLine(source: Source, faults: readonly YamlFault[]): readonly YamlFault[] {
  const lines = new Set<number>()
  return faults.filter(({ start }) => {
    const { line } = source.place(start)
    return !lines.has(line) && lines.add(line)
  })
}

const tooLong = (source: Source, start: number): ParsedYaml => ({
  source,
  documents: [{ root: undefined, broken: true }],
  findings: [
    yamlFinding(source, {
      code: 'Y001',
      start,
      end: start,
      sv: `filen är för lång för att läsas (längst ${maxLength} tecken)`,
      en: `the file is too long to be read (${maxLength} characters at most)`,
    }),
  ],
})
