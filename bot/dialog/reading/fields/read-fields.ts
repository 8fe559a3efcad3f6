// Reads the fields of a map: the right kind of value, or a finding that says which kind was expected.
import { isIsoDate } from '../../../hours/calendar-day'
import {
  entryOf,
  isEmpty,
  valueOf,
  type YamlList,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../../../yaml/node'
import { nearest } from '../../../yaml/nearest'
import { quote } from '../../../yaml/quote'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { meantBy } from './own-words'
import { reportUnknown, type Report } from './report'

/**
 * D001 for each key that may not stand here. Gives the map with misspelt keys read
 * as what they were meant to be, so that one letter does not make a whole part of the file disappear.
 */
export function checkKeys(
  map: YamlMap,
  allowed: readonly string[],
  where: { readonly sv: string; readonly en: string },
  report: Report,
): YamlMap {
  const entries = map.entries.map((entry) => {
    const { key } = entry
    if (allowed.includes(key.text) || key.damaged) return entry
    reportUnknown(report, 'D001', writtenText(key), allowed, {
      sv: `inget som kan stå ${where.sv}`,
      en: `nothing that can stand ${where.en}`,
    })
    const meant = meantBy(key.text, allowed) ?? nearest(key.text, allowed)
    const isFree = meant !== undefined && entryOf(map, meant) === undefined
    return isFree ? { ...entry, key: { ...key, text: meant } } : entry
  })
  return { ...map, entries }
}

/** D005: something is missing or is not what its field holds. */
export const reportUnusable = (
  report: Report,
  at: YamlNode,
  sv: string,
  en: string,
  hintSv?: string,
  hintEn?: string,
): void => report.fault('D005', at, words(sv, en, hintSv, hintEn))

/** A field that must be a text with something in it. */
export function requireText(map: YamlMap, key: string, report: Report): YamlScalar | undefined {
  if (entryOf(map, key) !== undefined) return optionalText(map, key, report)
  reportUnusable(
    report,
    headOf(map),
    `"${key}" saknas`,
    `"${key}" is missing`,
    `Lägg till raden "${key}: …".`,
    `Add the line "${key}: …".`,
  )
  return undefined
}

export function optionalText(map: YamlMap, key: string, report: Report): YamlScalar | undefined {
  const value = valueOf(map, key)
  return value === undefined ? undefined : asText(value, key, report)
}

/** The value as a text; a finding when it is a map or a list, or empty. */
export function asText(value: YamlNode, name: string, report: Report): YamlScalar | undefined {
  if (value.kind !== 'scalar') {
    if (!reportBracketed(value, report)) {
      reportUnusable(report, headOf(value), `"${name}" ska vara en text`, `"${name}" must be a text`)
    }
    return undefined
  }
  if (value.text.trim() !== '') return value
  reportUnusable(
    report,
    value,
    `"${name}" är tom`,
    `"${name}" is empty`,
    'Skriv något efter kolonet, eller ta bort raden.',
    'Write something after the colon, or remove the line.',
  )
  return undefined
}

/** `say: {name}`: a text that begins with a bracket is a map to YAML. */
function reportBracketed(value: YamlNode, report: Report): boolean {
  const raw = value.source.text.slice(value.start, value.end)
  if (!/^[[{]/.test(raw)) return false
  const sign = raw.charAt(0)
  report.fault(
    'D005',
    value,
    words(
      `en text kan inte börja med ${sign}: sätt citattecken runt den`,
      `a text cannot begin with ${sign}: put quotes around it`,
    ),
    raw.includes('\n') ? {} : { fix: { start: value.start, end: value.end, text: quote(raw) } },
  )
  return true
}

export function optionalMap(map: YamlMap, key: string, report: Report): YamlMap | undefined {
  const value = valueOf(map, key)
  if (value === undefined || isEmpty(value)) return undefined
  if (value.kind === 'map') return value
  reportUnusable(
    report,
    headOf(value),
    `"${key}" ska vara rader med namn: värde`,
    `"${key}" must be lines of name: value`,
  )
  return undefined
}

export function optionalList(map: YamlMap, key: string, report: Report): YamlList | undefined {
  const value = valueOf(map, key)
  if (value === undefined || isEmpty(value)) return undefined
  if (value.kind === 'list') return value
  reportUnusable(
    report,
    headOf(value),
    `"${key}" ska vara en lista`,
    `"${key}" must be a list`,
    'Börja varje rad med "- ".',
    'Begin each line with "- ".',
  )
  return undefined
}

/** Texts of a list, empty ones told and left out. */
export const textsOf = (list: YamlList | undefined, name: string, report: Report): readonly YamlScalar[] =>
  (list?.items ?? []).flatMap((item) => asText(item, name, report) ?? [])

const yesNo: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  ja: true,
  nej: false,
}

/** How a yes or a no of a field may be written. */
export const yesNoWords = Object.keys(yesNo)

export function optionalYesNo(map: YamlMap, key: string, report: Report): boolean {
  const scalar = optionalText(map, key, report)
  if (scalar === undefined) return false
  const value = Object.hasOwn(yesNo, scalar.text) ? yesNo[scalar.text] : undefined
  if (value === undefined) {
    reportUnusable(report, scalar, `"${key}" ska vara true eller false`, `"${key}" must be true or false`)
  }
  return value ?? false
}

export function optionalDate(map: YamlMap, key: string, report: Report): string | undefined {
  const scalar = optionalText(map, key, report)
  if (scalar === undefined || isIsoDate(scalar.text)) return scalar?.text
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är inget datum`,
    `"${scalar.text}" is no date`,
    'Skriv år-månad-dag: 2026-12-24.',
    'Write year-month-day: 2026-12-24.',
  )
  return undefined
}

/** The first line of a node: a long map is not underlined whole. */
export function headOf(node: YamlNode): YamlNode {
  const first = node.kind === 'map' ? node.entries[0]?.key : node.kind === 'list' ? node.items[0] : undefined
  return first === undefined ? node : headOf(first)
}
