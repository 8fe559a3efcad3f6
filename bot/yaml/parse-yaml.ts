// Reads YAML so that nothing is guessed and nothing is lost: every value stays a text, every node knows its place.
import { parseAllDocuments, type Document } from 'yaml'
import type { Finding, TextEdit } from '../contracts/basics/finding'
import { convertNode } from './convert-node'
import type { YamlDocument } from './node'
import { createSource, type Source } from './source'
import { isSyntaxError, syntaxFault, type TextRange } from './syntax-fault'
import { textFault } from './text-fault'
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
 * Parses all documents of a text. Never throws; faults come as findings, see `yaml-finding.ts`.
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
  const findings: Finding[] = []
  const report = (fault: YamlFault) => findings.push(yamlFinding(source, fault))
  const unreadable = textFault(source)
  if (unreadable !== undefined) report(unreadable)
  if (unreadable !== undefined) return { source, documents: [{ root: undefined, broken: true }], findings }
  const documents = parseDocuments(text.slice(range.start, range.end))
  syntaxFaults(source, range, documents).forEach(report)
  const read = documents.map((document) =>
    isBroken(document)
      ? { root: undefined, broken: true }
      : convertNode(document.contents, { source, base: range.start, report }),
  )
  return { source, documents: read, findings }
}

type Parsed = Document.Parsed

function parseDocuments(text: string): readonly Parsed[] {
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  return 'empty' in documents ? [] : documents
}

const isBroken = ({ errors }: Parsed): boolean => errors.some((error) => isSyntaxError(error))

/**
 * One broken line makes the parser stumble many times. So only its first fall is told; then that is mended and the text read
 * again, and what is still wrong is a fault of its own. After a fault that cannot be mended by itself nothing more is told.
 */
function syntaxFaults(source: Source, range: TextRange, parsed: readonly Parsed[]): readonly YamlFault[] {
  const faults: YamlFault[] = []
  const mends: TextEdit[] = []
  let documents = parsed
  let mended = source.text
  while (faults.length < maxSyntaxFaults) {
    const first = documents.flatMap(({ errors }) => errors.filter(isSyntaxError))[0]
    if (first === undefined) break
    const end = range.end + mended.length - source.text.length
    const fault = syntaxFault(first, createSource(source.file, mended), { start: range.start, end })
    if (isSame(fault, faults.at(-1), mends)) break
    faults.push(asWritten(fault, mends))
    if (fault.fix === undefined) break
    mends.push(...lineByLine(mended, fault.fix))
    mended = mended.slice(0, fault.fix.start) + fault.fix.text + mended.slice(fault.fix.end)
    documents = parseDocuments(mended.slice(range.start, range.end + mended.length - source.text.length))
  }
  return faults
}

/** A mend that moves a whole block in, as one edit a line, so that a fault further down in the block keeps its place. */
function lineByLine(text: string, fix: TextEdit): readonly TextEdit[] {
  const before = text.slice(fix.start, fix.end).split('\n')
  const after = fix.text.split('\n')
  if (before.length !== after.length) return [fix]
  let start = fix.start
  return after.map((line, index) => {
    const edit = { start, end: start + (before[index]?.length ?? 0), text: line }
    const added = line.endsWith(before[index] ?? '') ? line.length - (before[index]?.length ?? 0) : undefined
    start += line.length + 1
    return added === undefined ? edit : { start: edit.start, end: edit.start, text: line.slice(0, added) }
  })
}

/** The mend did not help: telling the same line again would not either. */
const isSame = (fault: YamlFault, last: YamlFault | undefined, mends: readonly TextEdit[]): boolean =>
  last !== undefined && asWritten(fault, mends).start <= last.start

/** A fault of the mended text, at its offsets in the text as it was written. */
function asWritten(fault: YamlFault, mends: readonly TextEdit[]): YamlFault {
  const back = (offset: number): number =>
    mends.reduceRight((at, { start, end, text }) => {
      if (at <= start) return at
      return at >= start + text.length ? at - text.length + (end - start) : end
    }, offset)
  const { fix } = fault
  return {
    ...fault,
    start: back(fault.start),
    end: back(fault.end),
    ...(fix && { fix: { ...fix, start: back(fix.start), end: back(fix.end) } }),
  }
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
