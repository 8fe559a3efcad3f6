// From bytes to events. What has a field that nobody agreed on is refused whole, before anything of it is kept: it may be a
// name, a number, what is done at somebody's home. What has only the agreed fields, but a value that is none, is a dead letter.
import { isUtf8 } from 'node:buffer'
import { dayMs, minuteMs } from '../../bot/contracts/basics/durations'
import {
  visitEventTypes,
  type DeadEvent,
  type DeadReason,
  type FeedBatch,
  type VisitEvent,
} from '../../bot/contracts/home-care/home-care'
import { Refusal } from '../signed-door'

const mostEvents = 500
/** A visit is no longer than a night. */
const longestWindowMs = dayMs
/** As far as clocks may differ. */
const aheadMs = 5 * minuteMs
/** Plans are kept until their days are over: one for the year 9999, a slip of the pen, for ever. */
const plannedAheadMs = 400 * dayMs

/** Whether a reference names a thing and nobody: the house's own rule. */
export type IsOpaque = (text: string) => boolean

const fields: ReadonlySet<string> = new Set([
  'eventId',
  'type',
  'visitId',
  'clientRef',
  'legalBasis',
  'windowStart',
  'windowEnd',
  'occurredAt',
  'seq',
])

type Fields = Readonly<Record<string, unknown>>

/** @throws Refusal `malformed`, `too-many-events`, `forbidden-field` */
export function parseFeed(body: Buffer, isLines: boolean, signedAt: Date, isOpaque: IsOpaque): FeedBatch {
  if (!isUtf8(body)) throw new Refusal('malformed')
  const text = body.toString('utf8')
  const written = isLines ? readLines(text) : asList(readJson(text))
  if (written.length > mostEvents) throw new Refusal('too-many-events')
  const told = written.map(demandAgreedFields)
  const visits = told.filter(({ type }) => type !== 'heartbeat')
  const ours = visits.filter(({ legalBasis }) => legalBasis === 'SoL')
  const read = ours.map((one) => readEvent(one, signedAt, isOpaque))
  return {
    signedAt,
    events: read.flatMap((one) => ('reason' in one ? [] : [one])),
    dead: read.flatMap((one) => ('reason' in one ? [one] : [])),
    dropped: visits.length - ours.length,
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new Refusal('malformed')
  }
}

const asList = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : [json])

/** One JSON object a line. Counted before any is read. */
function readLines(text: string): readonly unknown[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > mostEvents) throw new Refusal('too-many-events')
  return lines.map(readJson)
}

/** Nothing but the agreed names, each with a plain value: whatever is spelt or nested otherwise is not agreed. */
function demandAgreedFields(json: unknown): Fields {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Refusal('malformed')
  for (const [name, value] of Object.entries(json)) {
    const isPlain = typeof value === 'string' || typeof value === 'number'
    if (!fields.has(name) || !isPlain) throw new Refusal('forbidden-field')
  }
  return json as Fields
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

function readEvent(told: Fields, signedAt: Date, isOpaque: IsOpaque): VisitEvent | DeadEvent {
  const { eventId, visitId, clientRef, seq } = told
  if (typeof eventId !== 'string' || !uuid.test(eventId)) return { eventId: undefined, reason: 'event-id' }
  const dead = (reason: DeadReason): DeadEvent => ({ eventId, reason })
  const type = visitEventTypes.find((one) => told['type'] === `visit.${one}`)
  if (type === undefined) return dead('type')
  if (typeof visitId !== 'string' || !isOpaque(visitId)) return dead('visit-id')
  if (typeof clientRef !== 'string' || !isOpaque(clientRef)) return dead('client-ref')
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return dead('seq')
  const occurredAt = readTime(told['occurredAt'])
  if (occurredAt === undefined || Date.parse(occurredAt) > signedAt.getTime() + aheadMs)
    return dead('occurred-at')
  const window = readWindow(told, signedAt)
  const isPlan = type === 'planned' || type === 'changed'
  if (window === 'wrong' || (isPlan && window === undefined)) return dead('window')
  return { eventId, type, visitId, clientRef, seq, occurredAt, ...(window !== undefined && { window }) }
}

const time = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/** The 31st of November would be read as the 1st of December, and somebody told of a visit on a day without one. */
function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date)
}

/** ISO 8601 with its zone → UTC. */
function readTime(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const [, day] = time.exec(value) ?? []
  if (day === undefined || !isDay(day)) return undefined
  const ms = Date.parse(value)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

function readWindow({ windowStart, windowEnd }: Fields, signedAt: Date): VisitEvent['window'] | 'wrong' {
  if (windowStart === undefined && windowEnd === undefined) return undefined
  const start = readTime(windowStart)
  const end = readTime(windowEnd)
  if (start === undefined || end === undefined || start >= end) return 'wrong'
  if (Date.parse(end) - Date.parse(start) > longestWindowMs) return 'wrong'
  return Date.parse(end) - signedAt.getTime() > plannedAheadMs ? 'wrong' : { start, end }
}
