// Faults of indentation and missing dashes, told at the line that has them, with the line as it should be.
import { lineBefore, type Line } from './lines'
import type { YamlFault } from './yaml-finding'

/** A tab among the blanks at the beginning of a line. */
export function tabFault(lines: readonly Line[], index: number): YamlFault | undefined {
  const line = lines[index]
  if (line?.indent.includes('\t') !== true) return undefined
  const start = line.start + line.indent.indexOf('\t')
  const end = line.start + line.indent.length
  const blanks = ' '.repeat(wantedColumn(lines, index))
  return {
    code: 'Y001',
    start,
    end,
    sv: 'raden börjar med tabb: byt tabben mot blanksteg',
    en: 'the line begins with a tab: replace the tab with spaces',
    fix: { start: line.start, end, text: blanks },
  }
}

/** A line without a dash among lines that have one. */
export function missingDash(lines: readonly Line[], index: number): YamlFault | undefined {
  const line = lines[index]
  if (line === undefined || line.dash !== undefined) return undefined
  const sibling = lines
    .slice(0, index)
    .findLast((one) => (one.content !== '' || one.dash !== undefined) && one.indent.length <= line.column)
  if (sibling?.dash !== line.column) return undefined
  const start = line.start + line.column
  if (/^-\S/.test(line.content)) {
    return {
      code: 'Y001',
      start,
      end: start + line.content.length,
      sv: 'ett blanksteg saknas efter strecket: skriv "- "',
      en: 'a space is missing after the dash: write "- "',
      fix: { start: start + 1, end: start + 1, text: ' ' },
    }
  }
  return {
    code: 'Y001',
    start,
    end: start + line.content.length,
    sv: 'ett streck saknas: skriv "- " först på raden',
    en: 'a dash is missing: write "- " at the beginning of the line',
    fix: { start, end: start, text: '- ' },
  }
}

/** A line that begins in a column where nothing it could belong to begins. */
export function wrongIndent(lines: readonly Line[], index: number): YamlFault | undefined {
  const line = lines[index]
  if (line === undefined) return undefined
  const here = line.indent.length
  const wanted = wantedColumn(lines, index)
  if (wanted === here) return undefined
  return {
    code: 'Y001',
    start: line.start,
    end: line.start + here + line.content.length + (line.column - here),
    sv: `indraget stämmer inte: raden börjar med ${here} blanksteg och ska börja med ${wanted}`,
    en: `the indentation is wrong: the line begins with ${here} spaces and shall begin with ${wanted}`,
    fix: { start: line.start, end: line.start + here, text: ' '.repeat(wanted) },
  }
}

/** The column in which a line should begin: of the columns that are open there, the nearest to where it begins. */
function wantedColumn(lines: readonly Line[], index: number): number {
  const line = lines[index]
  const before = lineBefore(lines, index)
  if (line === undefined || before === undefined) return 0
  const isItem = line.dash !== undefined
  const open = openColumns(lines, index, isItem)
  // A tab does not tell how far in the line was meant to be.
  const here = line.indent.includes('\t') ? Number.NaN : line.indent.length
  if (before.content.endsWith(':')) return nearestOf([before.column + 2, ...(isItem ? open : [])], here)
  return nearestOf(open, here, isItem ? open[0] : before.column)
}

/** Columns of the lines that are still open above: of dashes, or of what stands after them. */
function openColumns(lines: readonly Line[], index: number, dashes: boolean): readonly number[] {
  const columns: number[] = []
  let outermost = Infinity
  for (let at = index - 1; at >= 0 && outermost > 0; at -= 1) {
    const line = lines[at]
    if (line === undefined || (line.content === '' && line.dash === undefined)) continue
    if (line.content.startsWith('#') || line.indent.includes('\t') || line.indent.length >= outermost)
      continue
    outermost = line.indent.length
    if (!dashes) columns.push(line.column)
    else if (line.dash !== undefined) columns.push(line.dash)
    if (!dashes && line.dash !== undefined && line.dash > 0) continue
  }
  return columns
}

/** `otherwise` wins a tie, and when it is not known where the line begins. */
function nearestOf(columns: readonly number[], here: number, otherwise = columns[0] ?? 0): number {
  return [otherwise, ...columns].reduce((best, column) =>
    Math.abs(column - here) < Math.abs(best - here) ? column : best,
  )
}
