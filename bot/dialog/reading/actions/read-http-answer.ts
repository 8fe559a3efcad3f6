// Reads where results and failures stand in the answer of a request, and what an answer must look like.
import { fromJSONSchema } from 'zod'
import type { FailureSign, JsonPath, JsonValue } from '../../../contracts/cases/http-action'
import { isEmpty, valueOf, type YamlMap, type YamlNode, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import { words } from '../../model/finding'
import { asText, headOf, optionalMap, reportUnusable } from '../fields/read-fields'
import { reportUnknown, type Report } from '../fields/report'

interface AnswerSetting {
  readonly gives: readonly string[]
  readonly fails: readonly string[]
  readonly report: Report
}

/** D012 for a result that the action does not promise, and for one that it promises and nothing gives. */
export function readGives(map: YamlMap, { gives, report }: AnswerSetting): ReadonlyMap<string, JsonPath> {
  const written = optionalMap(map, 'gives', report)
  const paths = new Map<string, JsonPath>()
  for (const { key, value } of written?.entries ?? []) {
    if (!gives.includes(key.text))
      reportUnknown(report, 'D012', writtenText(key), gives, {
        sv: 'inget som handlingen svarar med',
        en: 'nothing that the action gives',
      })
    const text = asText(value, key.text, report)
    const path = text === undefined ? undefined : readPath(text.text)
    if (path !== undefined) paths.set(key.text, path)
    else if (text !== undefined) reportPath(text, report)
  }
  const there = new Set(written?.entries.map(({ key }) => key.text))
  gives.filter((name) => !there.has(name)).forEach((name) => reportNowhere(name, written ?? map, report))
  return paths
}

const reportNowhere = (name: string, at: YamlMap, report: Report): void =>
  report.fault(
    'D012',
    headOf(at),
    words(
      `var i svaret "${name}" står är inte sagt`,
      `where "${name}" stands in the answer is not said`,
      `Skriv det under gives: i http:, till exempel ${name}: $.id.`,
      `Write it under gives: of http:, for example ${name}: $.id.`,
    ),
  )

/** `$.items[0].id` → items, 0, id. */
function readPath(text: string): JsonPath | undefined {
  if (!/^\$(?:\.[\p{L}_][\p{L}\d_-]*|\[\d{1,4}\])*$/u.test(text.trim())) return undefined
  return [...text.matchAll(/\.([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index))
}

const reportPath = (at: YamlScalar, report: Report): void =>
  reportUnusable(
    report,
    at,
    `"${at.text}" är ingen plats i ett svar`,
    `"${at.text}" is no place in an answer`,
    'Skriv som $.id eller $.items[0].id.',
    'Write like $.id or $.items[0].id.',
  )

/** `slot_taken: 409`, or `slot_taken: $.code is TAKEN`. */
export function readHttpFailures(
  map: YamlMap,
  { fails, report }: AnswerSetting,
): ReadonlyMap<string, FailureSign> {
  const signs = new Map<string, FailureSign>()
  for (const { key, value } of optionalMap(map, 'fails', report)?.entries ?? []) {
    if (!fails.includes(key.text))
      reportUnknown(report, 'D012', writtenText(key), fails, {
        sv: 'inget fel i handlingen',
        en: 'no failure of the action',
      })
    const text = asText(value, key.text, report)
    const sign = text === undefined ? undefined : readSign(text.text.trim())
    if (sign !== undefined) signs.set(key.text, sign)
    else if (text !== undefined) reportSign(text, report)
  }
  return signs
}

function readSign(text: string): FailureSign | undefined {
  if (/^[45]\d\d$/.test(text)) return { kind: 'status', status: Number(text) }
  const [, written = '', is = ''] = /^(\S+) is (.+)$/.exec(text) ?? []
  const path = readPath(written)
  return path === undefined ? undefined : { kind: 'value', path, is }
}

const reportSign = (at: YamlScalar, report: Report): void =>
  reportUnusable(
    report,
    at,
    `"${at.text}" känns inte igen i ett svar`,
    `"${at.text}" cannot be recognised in an answer`,
    'Skriv en statuskod som 409, eller ett villkor som $.code is TAKEN.',
    'Write a status such as 409, or a condition such as $.code is TAKEN.',
  )

/** D005 for what is no JSON Schema. */
export function readSchema(map: YamlMap, report: Report): JsonValue | undefined {
  const node = valueOf(map, 'response')
  if (node === undefined || isEmpty(node)) return undefined
  const schema = toJson(node)
  try {
    fromJSONSchema(schema as Parameters<typeof fromJSONSchema>[0])
    return schema
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    reportUnusable(
      report,
      headOf(node),
      `det här är inget JSON Schema: ${why}`,
      `this is no JSON Schema: ${why}`,
    )
    return undefined
  }
}

/** Quoted is text; bare words and digits are what they are in JSON. */
function toJson(node: YamlNode): JsonValue {
  if (node.kind === 'list') return node.items.map(toJson)
  if (node.kind === 'map')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, toJson(value)]))
  if (node.style !== 'plain') return node.text
  if (/^-?\d+(\.\d+)?$/.test(node.text)) return Number(node.text)
  const word = bareWords.get(node.text)
  return word === undefined ? node.text : word
}

const bareWords = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])
