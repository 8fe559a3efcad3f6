// The YAML parser's complaints in words that staff can act on.
import type { YAMLError } from 'yaml'
import { missingDash, tabFault, wrongIndent } from './explain-indent'
import { forgottenThen, itemBesideKey, keyWithoutLines } from './explain-structure'
import {
  missingColon,
  missingComma,
  noBlankAfterColon,
  openBracket,
  openQuote,
  specialStart,
  twoColons,
} from './explain-line'
import { linesOf, saysSomething, valueStart, type Line } from './lines'
import type { Source } from './source'
import type { YamlFault } from './yaml-finding'

type Words = Pick<YamlFault, 'sv' | 'en' | 'hint'>

const quoteIt = {
  sv: 'Sätt citattecken runt texten: "…".',
  en: 'Put quotes around the text: "…".',
}
const alignIt = {
  sv: 'Rader som hör ihop ska börja lika långt in; det som hör till en rad ska stå två blanksteg längre in.',
  en: 'Lines that belong together begin equally far in; what belongs to a line stands two spaces further in.',
}

const words: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: {
    sv: 'raden börjar med tabb; YAML vill ha blanksteg',
    en: 'the line begins with a tab; YAML wants spaces',
    hint: { sv: 'Byt tabben mot blanksteg.', en: 'Replace the tab with spaces.' },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    sv: 'här står två kolon på samma rad, eller raden är för långt indragen',
    en: 'there are two colons on one line, or the line is indented too far',
    hint: quoteIt,
  },
  MULTILINE_IMPLICIT_KEY: {
    sv: 'raden hänger inte ihop med raden ovanför',
    en: 'the line does not fit the line above it',
    hint: alignIt,
  },
  BAD_INDENT: {
    sv: 'indraget stämmer inte, eller en parentes [ ] { } är inte stängd',
    en: 'the indentation is wrong, or a bracket [ ] { } is not closed',
    hint: alignIt,
  },
  BAD_SCALAR_START: {
    sv: 'texten börjar med ett tecken som betyder något särskilt i YAML',
    en: 'the text begins with a character that has a meaning in YAML',
    hint: quoteIt,
  },
  BLOCK_IN_FLOW: {
    sv: 'en lista med "-" kan inte stå inom [ ] eller { }',
    en: 'a list with "-" cannot stand inside [ ] or { }',
  },
  MISSING_CHAR: {
    sv: 'ett tecken saknas: citattecken, kolon, komma eller parentes',
    en: 'a character is missing: a quote, a colon, a comma or a bracket',
    hint: {
      sv: 'Se efter att varje citattecken och parentes har sitt par, och att ett blanksteg står efter kolon.',
      en: 'See that each quote and bracket has its pair, and that a space stands after the colon.',
    },
  },
  UNEXPECTED_TOKEN: {
    sv: 'det här passar inte in där det står',
    en: 'this does not fit where it stands',
    hint: alignIt,
  },
  BAD_DQ_ESCAPE: {
    sv: 'snedstrecket "\\" betyder något särskilt inom citattecken',
    en: 'the backslash "\\" has a meaning inside quotes',
    hint: { sv: 'Skriv "\\\\" för ett vanligt snedstreck.', en: 'Write "\\\\" for a plain backslash.' },
  },
  RESOURCE_EXHAUSTION: {
    sv: 'filen är för djupt nästlad för att läsas',
    en: 'the file is nested too deeply to be read',
  },
  BAD_DIRECTIVE: {
    sv: 'rader som börjar med "%" används inte här',
    en: 'lines that begin with "%" are not used here',
    hint: quoteIt,
  },
}

const otherwise: Words = {
  sv: 'YAML kan inte läsa det här',
  en: 'YAML cannot read this',
  hint: alignIt,
}

/** Anchor and tag complaints are told as Y011 from the tree itself, so they give nothing here. */
const toldElsewhere: ReadonlySet<YAMLError['code']> = new Set<YAMLError['code']>([
  'TAG_RESOLVE_FAILED',
  'BAD_ALIAS',
  'ALIAS_PROPS',
  'MULTIPLE_ANCHORS',
  'MULTIPLE_TAGS',
])

export const isSyntaxError = ({ code }: YAMLError): boolean => !toldElsewhere.has(code)

/** The fault behind a parser's error, with offsets in the file; `range` is what of the file was parsed. */
export function syntaxFault(error: YAMLError, source: Source, range: TextRange): YamlFault {
  const [from, to] = error.pos
  const lines = linesOf(source.text.slice(range.start, range.end))
  const last = lines.findLastIndex((line) => line.start <= from)
  const told = explain(error, lines, Math.max(0, last))
  if (told !== undefined) return shifted(told, range.start)
  return {
    code: 'Y001',
    start: range.start + from,
    end: range.start + to,
    ...(words[error.code] ?? otherwise),
  }
}

export interface TextRange {
  readonly start: number
  readonly end: number
}

/** What a person sees in the line, or in the one that the parser stumbled over because of it. */
function explain(error: YAMLError, lines: readonly Line[], index: number): YamlFault | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const tab = tabFault(lines, index)
  if (tab !== undefined) return tab
  const wanted = /closing ["']|end with (?:a )?([\]}])/.exec(error.message)
  if (wanted !== null) {
    const before = lines.slice(0, index + 1)
    return wanted[1] === undefined
      ? firstOf([...before].reverse().map((one) => () => openQuote(one)))
      : openBracket(valueStart(line) === undefined ? before : lines.slice(0, index), wanted[1])
  }
  const next = lines.findIndex((one, at) => at > index && saysSomething(one))
  return firstOf([
    () => openQuote(line),
    ...[itemBesideKey, forgottenThen, keyWithoutLines].map((one) => () => one(lines, index)),
    () => forgottenThen(lines, next),
    ...(explainers[error.code] ?? []).map((one) => () => one(lines, index, next, error.pos[0])),
  ])
}

type Explainer = (
  lines: readonly Line[],
  index: number,
  next: number,
  offset: number,
) => YamlFault | undefined

const inLine =
  (explainLine: (line: Line, offset: number) => YamlFault | undefined): Explainer =>
  (lines, index, _, offset) => {
    const line = lines[index]
    return line === undefined ? undefined : explainLine(line, offset)
  }

const noKey: readonly Explainer[] = [
  inLine(noBlankAfterColon),
  missingDash,
  inLine(missingColon),
  wrongIndent,
]

const explainers: Partial<Record<YAMLError['code'], readonly Explainer[]>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    inLine(twoColons),
    (lines, index, next) =>
      lines[index]?.dash === undefined || next < 0 ? undefined : wrongIndent(lines, next),
    wrongIndent,
    (lines, _, next) => wrongIndent(lines, next),
  ],
  MULTILINE_IMPLICIT_KEY: noKey,
  MISSING_CHAR: noKey,
  BAD_INDENT: [missingDash, wrongIndent],
  BAD_SCALAR_START: [inLine(specialStart)],
  UNEXPECTED_TOKEN: [inLine(specialStart), missingDash, wrongIndent],
  BLOCK_IN_FLOW: [inLine(missingComma)],
}

function firstOf(tries: readonly (() => YamlFault | undefined)[]): YamlFault | undefined {
  for (const one of tries) {
    const found = one()
    if (found !== undefined) return found
  }
  return undefined
}

const shifted = (fault: YamlFault, by: number): YamlFault => ({
  ...fault,
  start: fault.start + by,
  end: fault.end + by,
  ...(fault.fix && { fix: { ...fault.fix, start: fault.fix.start + by, end: fault.fix.end + by } }),
})
