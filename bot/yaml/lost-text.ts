// What YAML swallows without a word: text after ` #`, and lists whose dash has no space.
import { quote } from './quote'
import type { Source } from './source'
import type { YamlFault } from './yaml-finding'

/** A plain text with its offsets in the file. */
export interface PlainText {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Finds out whether a plain text is less, or other, than what its writer saw. */
export const lostText = (source: Source, plain: PlainText): YamlFault | undefined =>
  cutByHash(source, plain) ?? dashWithoutSpace(source, plain) ?? curlyQuotes(plain.text, plain.start)

/** `”Hej”` around a whole text: quotes of a word processor, which YAML takes for letters. */
export function curlyQuotes(text: string, start: number): YamlFault | undefined {
  const inner = /^[”“„»«]([^”“„»«]*)[”“»«]$/.exec(text)?.[1]
  if (inner === undefined) return undefined
  const end = start + text.length
  return {
    code: 'Y013',
    start,
    end,
    sv: 'sneda citattecken räknas som bokstäver här: skriv raka, "…"',
    en: 'curly quotes count as letters here: write straight ones, "…"',
    ...(!text.includes('\n') && { fix: { start, end, text: quote(inner) } }),
  }
}

/** `{ say: Hej, du }`: inside brackets a comma ends the text, and what comes after it stands alone. */
export function cutByComma(
  source: Source,
  before: { readonly start: number; readonly end: number },
  rest: { readonly start: number; readonly end: number },
): YamlFault | undefined {
  const between = source.text.slice(before.end, rest.start)
  if (!/^,[ \t]+$/.test(between)) return undefined
  const whole = source.text.slice(before.start, rest.end)
  return {
    code: 'Y012',
    start: before.start,
    end: rest.end,
    sv: 'kommat delar texten i två: sätt citattecken runt hela texten',
    en: 'the comma splits the text in two: put quotes around the whole text',
    ...(!whole.includes('\n') && { fix: { start: before.start, end: rest.end, text: quote(whole) } }),
  }
}

/**
 * ` #` starts a comment in YAML. A real comment has a space after its sign; `#{id}` or `#12` was meant as text,
 * and so was a comment that holds a placeholder.
 */
function cutByHash(source: Source, { text, start, end }: PlainText): YamlFault | undefined {
  const lineEnd = source.text.indexOf('\n', end)
  const rest = source.text.slice(end, lineEnd === -1 ? undefined : lineEnd).replace(/\r$/, '')
  const comment = /^[ \t]*(#.*?)[ \t]*$/.exec(rest)?.[1]
  if (comment === undefined || !(/^#[^\s#]/.test(comment) || /\{\w[^}]*\}/.test(comment))) return undefined
  const hash = end + rest.indexOf('#')
  const whole = source.text.slice(start, hash + comment.length)
  const kept =
    text === '' ? { sv: 'ingenting', en: 'nothing' } : { sv: `bara "${text}"`, en: `only "${text}"` }
  return {
    code: 'Y010',
    start,
    end: hash + comment.length,
    sv: `texten kapas vid "#": ${kept.sv} används`,
    en: `the text is cut off at "#": ${kept.en} is used`,
    hint: {
      sv: 'Sätt citattecken runt hela texten. Är det en kommentar, skriv ett mellanslag efter "#".',
      en: 'Put quotes around the whole text. If it is a comment, write a space after "#".',
    },
    ...(!whole.includes('\n') && { fix: { start, end: hash + comment.length, text: quote(whole) } }),
  }
}

/** `-hej` is a text and not a list item; a second line that starts with a dash was meant as one too. */
function dashWithoutSpace(source: Source, { text, start, end }: PlainText): YamlFault | undefined {
  if (/^-[^\s\d-]/.test(text)) {
    return {
      code: 'Y012',
      start,
      end,
      sv: `"${shown(text)}" läses som en text och inte som en punkt i en lista`,
      en: `"${shown(text)}" is read as a text and not as an item of a list`,
      hint: { sv: 'Skriv ett mellanslag efter "-".', en: 'Write a space after "-".' },
      ...(standsAlone(source, start) && {
        fix: { start, end, text: source.text.slice(start, end).replace(/^([ \t]*)-(?=\S)/gm, '$1- ') },
      }),
    }
  }
  const raw = source.text.slice(start, end)
  const dash = /\n[ \t]*-[ \t\p{L}]/u.exec(raw)
  if (dash === null) return undefined
  return {
    code: 'Y012',
    start,
    end,
    sv: `listan har blivit en enda text: "${shown(text)}"`,
    en: `the list has become one single text: "${shown(text)}"`,
    hint: {
      sv: 'Börja varje rad i listan med "- ", också den första.',
      en: 'Begin each line of the list with "- ", the first one too.',
    },
    ...(standsAlone(source, start) && { fix: { start, end: start, text: '- ' } }),
  }
}

/** Nothing but indentation stands before it on its line, so that a dash there makes a list. */
const standsAlone = (source: Source, start: number): boolean =>
  /^[ \t]*$/.test(source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start))

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
