// Faults within one line: a colon, a blank, a quote or a bracket too few or too many.
import { curlyQuotes } from './lost-text'
import { quote } from './quote'
import { scanQuotes, valueStart, type Line } from './lines'
import type { YamlFault } from './yaml-finding'

const span = (line: Line, from: number, to: number) => ({
  start: line.start + line.column + from,
  end: line.start + line.column + to,
})

/** `title: "Hej` */
export function openQuote(line: Line): YamlFault | undefined {
  const { open } = scanQuotes(line.content)
  if (open === undefined) return undefined
  const sign = line.content.charAt(open)
  const { start, end } = span(line, open, line.content.length)
  const isInBrackets = /[[{]/.test(line.content.slice(0, open))
  return {
    code: 'Y001',
    start,
    end,
    sv: `citattecknet stängs aldrig: skriv ${sign} också efter texten`,
    en: `the quote is never closed: write ${sign} after the text too`,
    ...(!isInBrackets && { fix: { start: end, end, text: sign } }),
  }
}

/** `type:date` */
export function noBlankAfterColon(line: Line): YamlFault | undefined {
  const [, key, value] = /^(\p{L}[\p{L}\d_ -]{0,40}):([^\s/:].*)$/u.exec(line.content) ?? []
  if (key === undefined || value === undefined) return undefined
  const shown = value.length > 30 ? `${value.slice(0, 30)}…` : value
  const { start, end } = span(line, 0, line.content.length)
  const blank = start + key.length + 1
  return {
    code: 'Y001',
    start,
    end,
    sv: `ett blanksteg saknas efter kolonet: skriv "${key}: ${shown}"`,
    en: `a space is missing after the colon: write "${key}: ${shown}"`,
    fix: { start: blank, end: blank, text: ' ' },
  }
}

/** Names of two words in the files of this house, so that the colon is put after both. */
const twoWords =
  /^(?:only if|if fails|if none|time zone|places outside|welcome topics|call-back dialog|known numbers)\b/

/** `title Hej`, `steps` */
export function missingColon(line: Line): YamlFault | undefined {
  const key = twoWords.exec(line.content)?.[0] ?? /^\p{L}[\p{L}\d_-]*(?=\s|$)/u.exec(line.content)?.[0]
  if (key === undefined || valueStart(line) !== undefined) return undefined
  const { start, end } = span(line, 0, line.content.length)
  const colon = start + key.length
  return {
    code: 'Y001',
    start,
    end,
    sv: `ett kolon saknas: skriv "${key}:" först på raden`,
    en: `a colon is missing: write "${key}:" at the beginning of the line`,
    fix: { start: colon, end: colon, text: ':' },
  }
}

/** `say: Obs: ring 112` */
export function twoColons(line: Line): YamlFault | undefined {
  const from = valueStart(line)
  const value = from === undefined ? '' : line.content.slice(from)
  if (from === undefined || !/:(?:\s|$)/.test(value)) return undefined
  return (
    sameKeyTwice(line, from, value) ??
    quoted(
      line,
      from,
      'två kolon på samma rad: sätt citattecken runt texten',
      'two colons on one line: put quotes around the text',
    )
  )
}

/** `small: small: Liten`: in quotes, residents would read the second one. */
function sameKeyTwice(line: Line, from: number, value: string): YamlFault | undefined {
  const key = line.content.slice(0, from).trimEnd()
  if (!value.startsWith(`${key} `)) return undefined
  const { start, end } = span(line, from, from + key.length + 1)
  return {
    code: 'Y001',
    start,
    end,
    fix: { start, end, text: '' },
    sv: `"${key}" står två gånger på raden: ta bort den ena`,
    en: `"${key}" stands twice on the line: remove one of them`,
  }
}

/** `say: {name} är klar`, `say: *hej* du`, `say: "Hej" sa hon` */
export function specialStart(line: Line): YamlFault | undefined {
  const from = valueStart(line) ?? (line.dash === undefined ? undefined : 0)
  const first = from === undefined ? '' : line.content.charAt(from)
  if (from === undefined || !/[[\]{}*&!|>%@`"'?,]/.test(first)) return undefined
  const inside = insideSameQuotes(line.content.slice(from).trimEnd())
  if (inside !== undefined) {
    const { start, end } = span(line, from, line.content.length)
    return {
      code: 'Y001',
      start,
      end,
      fix: { start, end, text: quote(inside) },
      sv: 'samma sorts citattecken står både ytterst och inne i texten: byt sort ytterst',
      en: 'the same kind of quote stands outermost and inside the text: change the outermost ones',
    }
  }
  return /["']/.test(first)
    ? quoted(
        line,
        from,
        'citattecken får bara stå runt hela texten: sätt dem ytterst',
        'quotes may only stand around the whole text: put them outermost',
      )
    : quoted(
        line,
        from,
        `en text kan inte börja med ${first}: sätt citattecken runt den`,
        `a text cannot begin with ${first}: put quotes around it`,
      )
}

/**
 * `'Vill du 'helst' ha det?'`: what stands within the outermost quotes, where those are no part of the text. In `"Hej" sa hon "nu"`
 * they are, for there the second one closes.
 */
function insideSameQuotes(value: string): string | undefined {
  const [sign = ''] = value
  if (!/["']/.test(sign) || !value.endsWith(sign) || value.length < 2) return undefined
  const inside = value.slice(1, -1)
  const count = inside.split(sign).length - 1
  const opens = new RegExp(`^[^${sign}]*[\\s(]${sign}`, 'u').test(inside)
  return count > 0 && (opens || count % 2 === 1) ? inside : undefined
}

function quoted(line: Line, from: number, sv: string, en: string): YamlFault {
  const value = line.content.slice(from)
  const curly = curlyQuotes(value, line.start + line.column + from)
  if (curly !== undefined) return curly
  const { start, end } = span(line, from, line.content.length)
  return { code: 'Y001', start, end, sv, en, fix: { start, end, text: quote(value) } }
}

/** `[a, b` at the place of the bracket; `lines` end with the last one that may belong to it. */
export function openBracket(lines: readonly Line[], closing: string): YamlFault | undefined {
  const opening = closing === ']' ? '[' : '{'
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index]
    const open = line === undefined ? [] : unmatched(line, opening, closing)
    const at = open.at(-1)
    if (line === undefined || at === undefined) continue
    const { start } = span(line, at, at)
    const last = lines.findLast(({ content }) => content !== '') ?? line
    const end = last.start + last.column + last.content.length
    return {
      code: 'Y001',
      start,
      end: start + 1,
      sv: `parentesen ${opening} stängs aldrig: skriv ${closing} sist`,
      en: `the bracket ${opening} is never closed: write ${closing} at the end`,
      ...(open.length === 1 && { fix: { start: end, end, text: opening === '{' ? ` ${closing}` : closing } }),
    }
  }
  return undefined
}

/** Where the brackets stand that the line opens and does not close. */
function unmatched(line: Line, opening: string, closing: string): readonly number[] {
  const open: number[] = []
  for (const [character, at] of scanQuotes(line.content).outside) {
    if (character === opening) open.push(at)
    else if (character === closing) open.pop()
  }
  return open
}

/** `{ from: 1 review: 2 }`, between the first value and the next name. */
export function missingComma(line: Line, offset: number): YamlFault | undefined {
  const from = offset - line.start - line.column
  const found = /^(\S+)\s+[\p{L}][\p{L}\d_]*:\s/u.exec(line.content.slice(from))
  if (found?.[1] === undefined) return undefined
  const { start, end } = span(line, from, from + found[0].trimEnd().length)
  const comma = start + found[1].length
  return {
    code: 'Y001',
    start,
    end,
    sv: `ett komma saknas efter "${found[1]}"`,
    en: `a comma is missing after "${found[1]}"`,
    fix: { start: comma, end: comma, text: ',' },
  }
}
