// Faults of a whole block that stands in the wrong place: the line that has the fault is told, not the one YAML stumbles over.
import { lineBefore, saysSomething, type Line } from './lines'
import type { YamlFault } from './yaml-finding'

const isThere = (line: Line): boolean => saysSomething(line) || line.dash !== undefined

/** The line that the block at `index` hangs under: the nearest one above that begins in `column` or further out. */
function ownerOf(lines: readonly Line[], index: number, column: number): number {
  return lines.slice(0, index).findLastIndex((line) => isThere(line) && line.column <= column)
}

const opensBlock = ({ content }: Line): boolean => content.endsWith(':') && !content.startsWith('#')

/** The items under the key above stand further in than this one, which begins as far in as the key. */
export function itemBesideKey(lines: readonly Line[], index: number): YamlFault | undefined {
  const at = itemAround(lines, index)
  const item = lines[at]
  if (item?.dash === undefined) return undefined
  const owner = ownerOf(lines, at, item.dash)
  const key = lines[owner]
  if (key === undefined || key.column !== item.dash || !opensBlock(key)) return undefined
  const first = lines.slice(owner + 1, at).find(isThere)
  const wanted = first?.dash
  if (wanted === undefined || wanted <= item.dash) return undefined
  const fix = moveIn(lines, at, wanted)
  return {
    code: 'Y001',
    start: item.start,
    end: item.start + item.text.trimEnd().length,
    sv: `raden börjar med ${item.dash} blanksteg och ska börja med ${wanted}, som strecken ovanför`,
    en: `the line begins with ${item.dash} spaces and shall begin with ${wanted}, like the dashes above`,
    ...(fix && { fix }),
  }
}

/** The item that the line stands in: itself, or the nearest line above that begins further out and has a dash. */
function itemAround(lines: readonly Line[], index: number): number {
  const line = lines[index]
  if (line === undefined || line.dash !== undefined) return index
  return lines
    .slice(0, index)
    .findLastIndex((one) => isThere(one) && one.indent.length < line.indent.length && one.dash === 0)
}

/**
 * The mend: the item alone where what follows stands right already, the whole item where all of it was moved. Nothing where
 * the two cannot be told apart.
 */
function moveIn(lines: readonly Line[], at: number, wanted: number): YamlFault['fix'] | undefined {
  const item = lines[at]
  const next = lines.findIndex((line, index) => index > at && isThere(line))
  const follower = lines[next]
  if (item?.dash === undefined) return undefined
  const by = ' '.repeat(wanted - item.dash)
  const isAlone = follower === undefined || follower.dash === wanted || follower.indent.length <= item.dash
  if (isAlone || follower.indent.length === wanted + 2)
    return { start: item.start, end: item.start, text: by }
  if (follower.dash !== undefined || follower.indent.length !== item.column) return undefined
  const rest = lines.findIndex(
    (line, index) =>
      index > at && isThere(line) && (line.indent.length <= (item.dash ?? 0) || line.dash === wanted),
  )
  const block = lines.slice(at, rest === -1 ? undefined : rest)
  const last = block.findLast(isThere)
  // `then:` with its dashes straight below it: whose the dashes are, nobody can tell.
  if (last === undefined || opensBlock(last)) return undefined
  const moved = block.slice(0, block.indexOf(last) + 1)
  const text = moved.map((line) => (line.text === '' ? '' : by + line.text)).join('\n')
  return { start: item.start, end: last.start + last.text.length, text }
}

/** `labels:` with its lines has come between `steps:` and its items. */
export function keyWithoutLines(lines: readonly Line[], index: number): YamlFault | undefined {
  const item = lines[index]
  if (item?.dash === undefined) return undefined
  const between = lines[ownerOf(lines, index, item.dash - 1)]
  if (between === undefined || !opensBlock(between) || between.dash !== undefined) return undefined
  const at = lines.indexOf(between)
  const first = lines.slice(at + 1, index).find(isThere)
  const key = lineBefore(lines, at)
  if (first === undefined || first.dash !== undefined || key === undefined) return undefined
  if (key.column !== between.column || !opensBlock(key)) return undefined
  const start = key.start + key.column
  return {
    code: 'Y001',
    start,
    end: start + key.content.length,
    sv: `"${key.content}" har inga rader under sig, för "${between.content}" har kommit emellan`,
    en: `"${key.content}" has no lines below it, for "${between.content}" has come in between`,
    hint: {
      sv: `Flytta "${between.content}" och det som hör dit så att det står ovanför "${key.content}".`,
      en: `Move "${between.content}" and what belongs to it so that it stands above "${key.content}".`,
    },
  }
}

/** Steps straight below `if: …`, in a place where only a word such as `then:` may stand. */
export function forgottenThen(lines: readonly Line[], index: number): YamlFault | undefined {
  const item = lines[index]
  const before = lineBefore(lines, index)
  if (item?.dash === undefined || before?.dash === undefined || item.dash <= before.dash) return undefined
  if (!/^if:[ \t]+\S/.test(before.content)) return undefined
  const start = before.start + before.column
  return {
    code: 'Y001',
    start,
    end: start + before.content.length,
    sv: '"then:" saknas: det ska stå mellan villkoret och stegen under det',
    en: '"then:" is missing: it stands between the condition and the steps below it',
    hint: {
      sv: `Skriv "then:" på en egen rad med ${before.column} blanksteg före, och låt stegen börja två blanksteg längre in än det.`,
      en: `Write "then:" on a line of its own with ${before.column} spaces before it, and let the steps begin two spaces further in.`,
    },
  }
}
