// The YAML parser's complaints in words that staff can act on.
import type { YAMLError } from 'yaml'
import type { TextEdit } from '../contracts/finding'
import { quote } from './quote'
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

/** The fault behind a parser's error; `base` is where the parsed text begins in the file. */
export function syntaxFault(error: YAMLError, source: Source, base: number): YamlFault | undefined {
  if (toldElsewhere.has(error.code)) return undefined
  const [from, to] = error.pos
  const [start, end] = [base + from, base + to]
  const fix = quotable.has(error.code) ? quoteRestOfLine(source, start) : undefined
  return { code: 'Y001', start, end, ...(words[error.code] ?? otherwise), ...(fix && { fix }) }
}

const quotable: ReadonlySet<YAMLError['code']> = new Set<YAMLError['code']>([
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_SCALAR_START',
])

/** `say: Obs: ring 112` → the whole value in quotes, when the fault stands in a value that fills its line. */
function quoteRestOfLine(source: Source, start: number): TextEdit | undefined {
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1
  const before = source.text.slice(lineStart, start)
  if (!/^[ \t]*(?:- +)*(?:[\p{L}\w][^:{}[\],"'#]*: +)$|^[ \t]*(?:- +)+$/u.test(before)) return undefined
  const lineEnd = source.text.indexOf('\n', start)
  const rest = source.text.slice(start, lineEnd === -1 ? undefined : lineEnd).trimEnd()
  return { start, end: start + rest.length, text: quote(rest) }
}
