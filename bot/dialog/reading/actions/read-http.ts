// Reads `http:` of an action: the request that is sent, and where its results and failures stand in the answer.
import {
  httpMethods,
  type HeaderText,
  type HttpAction,
  type HttpQuestion,
} from '../../../contracts/cases/http-action'
import { scalarOf, type YamlMap, type YamlScalar } from '../../../yaml/node'
import { writtenText } from '../../../yaml/written-text'
import {
  asText,
  checkKeys,
  headOf,
  optionalMap,
  optionalText,
  reportUnusable,
  requireText,
} from '../fields/read-fields'
import { readGives, readHttpFailures, readSchema } from './read-http-answer'
import { readBody, reportUnknownInput } from './read-http-body'
import { reportUnknown, type Report } from '../fields/report'

export interface HttpSetting {
  readonly effect: 'read' | 'write'
  readonly takes: readonly string[]
  readonly gives: readonly string[]
  readonly fails: readonly string[]
  readonly report: Report
}

const questionKeys = ['method', 'url', 'headers']
const actionKeys = [...questionKeys, 'body', 'timeout', 'retries', 'gives', 'fails', 'response', 'outcome']
const defaultTimeoutMs = 5_000
const longestTimeoutMs = 20_000
const mostRetries = 3

/** What `outcome` may name in its address beside the inputs. */
const keyInput = 'idempotency_key'

/** Reads `http:`; undefined after the findings that leave nothing to send. */
export function readHttp(action: YamlMap, setting: HttpSetting): HttpAction | undefined {
  const { report } = setting
  const map = optionalMap(action, 'http', report)
  if (map === undefined) return undefined
  checkKeys(map, actionKeys, { sv: 'under "http:"', en: 'under "http:"' }, report)
  const question = readQuestion(map, setting)
  const body = readBody(map, question?.method, setting)
  const response = readSchema(map, report)
  const outcome = readOutcome(map, setting)
  const timeoutMs = readTimeout(map, report)
  const retries = readRetries(map, setting)
  const gives = readGives(map, setting)
  const fails = readHttpFailures(map, setting)
  if (question === undefined) return undefined
  return {
    ...question,
    timeoutMs,
    retries,
    gives,
    fails,
    ...(body && { body }),
    ...(response !== undefined && { response }),
    ...(outcome && { outcome }),
  }
}

function readQuestion(map: YamlMap, setting: HttpSetting): HttpQuestion | undefined {
  const { report } = setting
  const method = requireText(map, 'method', report)
  const known = httpMethods.find((one) => one === method?.text)
  if (method !== undefined && known === undefined)
    reportUnknown(report, 'D005', writtenText(method), httpMethods, { sv: 'ingen metod', en: 'no method' })
  const url = requireText(map, 'url', report)
  const headers = readHeaders(map, report)
  if (url === undefined || !isSoundUrl(url, setting) || known === undefined) return undefined
  return { method: known, url: url.text, headers }
}

const placeholder = /\{([^{}]*)\}/g

/** The host is fixed: an input must not decide which machine is asked. */
function isSoundUrl(url: YamlScalar, setting: HttpSetting): boolean {
  const [origin = ''] = /^[a-z]+:\/\/[^/?#]*/i.exec(url.text) ?? []
  const filled = url.text.replace(placeholder, 'x')
  const isAddress = /^https?:\/\//.test(url.text) && !/[{}]/.test(filled) && URL.canParse(filled)
  if (!isAddress || new URL(filled).username !== '' || origin.includes('{')) {
    reportUnusable(
      setting.report,
      url,
      `"${url.text}" är ingen adress`,
      `"${url.text}" is no address`,
      'Skriv som https://api.exempel.se/arenden/{id}, med {namn} bara efter värdnamnet.',
      'Write like https://api.example.se/cases/{id}, with {name} after the host only.',
    )
    return false
  }
  for (const [, name = ''] of url.text.matchAll(placeholder)) reportUnknownInput(name, url, setting)
  return true
}

function readHeaders(map: YamlMap, report: Report): ReadonlyMap<string, HeaderText> {
  const headers = new Map<string, HeaderText>()
  for (const { key, value } of optionalMap(map, 'headers', report)?.entries ?? []) {
    const text = asText(value, key.text, report)
    if (!/^[A-Za-z0-9-]+$/.test(key.text))
      reportUnusable(report, key, `"${key.text}" är inget huvudfält`, `"${key.text}" is no header`)
    if (text === undefined) continue
    const secret = /^secret:(.*)$/.exec(text.text)?.[1]
    if (secret === undefined) headers.set(key.text, { kind: 'fixed', text: text.text })
    else if (/^[A-Z][A-Z0-9_]*$/.test(secret)) headers.set(key.text, { kind: 'secret', name: secret })
    else reportSecret(text, report)
  }
  return headers
}

const reportSecret = (at: YamlScalar, report: Report): void =>
  reportUnusable(
    report,
    at,
    'en hemlighet heter något med stora bokstäver',
    'a secret has a name in capitals',
    'Skriv secret:NAMN, och sätt miljövariabeln ACTION_SECRET_NAMN.',
    'Write secret:NAME, and set the environment variable ACTION_SECRET_NAME.',
  )

function readTimeout(map: YamlMap, report: Report): number {
  const scalar = optionalText(map, 'timeout', report)
  if (scalar === undefined) return defaultTimeoutMs
  const [, count, unit] = /^(\d{1,5}) ?(ms|s)$/.exec(scalar.text.trim()) ?? []
  const ms = Number(count) * (unit === 's' ? 1_000 : 1)
  if (ms >= 1 && ms <= longestTimeoutMs) return ms
  reportUnusable(
    report,
    scalar,
    `"${scalar.text}" är ingen tid på högst 20 sekunder`,
    `"${scalar.text}" is no time of at most 20 seconds`,
    'Skriv som 5s eller 500ms.',
    'Write like 5s or 500ms.',
  )
  return defaultTimeoutMs
}

/** A write may have been done although no answer came, so it is never tried again by itself. */
function readRetries(map: YamlMap, { effect, report }: HttpSetting): number {
  const scalar = optionalText(map, 'retries', report)
  if (scalar === undefined) return 0
  const count = /^\d$/.test(scalar.text) ? Number(scalar.text) : Number.NaN
  if (count <= mostRetries && (count === 0 || effect === 'read')) return count
  const [sv, en] =
    effect === 'write'
      ? ['en ändring försöks inte igen av sig själv', 'a write is not tried again by itself']
      : [`"${scalar.text}" är inget antal från 0 till 3`, `"${scalar.text}" is no number from 0 to 3`]
  reportUnusable(report, scalar, sv, en)
  return 0
}

function readOutcome(map: YamlMap, setting: HttpSetting): HttpQuestion | undefined {
  const { report, effect } = setting
  const outcome = optionalMap(map, 'outcome', report)
  if (outcome === undefined) return undefined
  checkKeys(outcome, questionKeys, { sv: 'under "outcome:"', en: 'under "outcome:"' }, report)
  const question = readQuestion(outcome, { ...setting, takes: [...setting.takes, keyInput] })
  if (effect === 'read')
    reportUnusable(report, headOf(outcome), '"outcome" hör till en ändring', '"outcome" belongs to a write')
  const method = scalarOf(outcome, 'method')
  if (question === undefined || method === undefined || question.method === 'GET') return question
  reportUnusable(
    report,
    method,
    '"outcome" frågar bara, så metoden är GET',
    '"outcome" only asks, so its method is GET',
  )
  return undefined
}
