// A desk that is another city system with a GeoReport v2 server: cases are posted to it, and it is asked what became of them.
import type { Case, CaseEvent, CaseEventKind } from '../../bot/contracts/cases/case'
import type { CaseDesk, Delivered, DeskDelivery } from '../../bot/contracts/cases/case-desk'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { AskedDesk } from '../../bot/contracts/cases/desk-status'
import { minuteMs } from '../../bot/contracts/basics/durations'
import {
  isFinalRefusal,
  type SendRequest,
  type SentRequest,
} from '../../bot/contracts/cases/outgoing-request'
import { findMarked, markOf } from './mark'
import { readFirst, readRows, statusIn } from './read-rows'
import { addressOf } from './resource-address'

export interface Open311DeskParts {
  /** Only to hosts that operators named, within its bounds, and never after a redirect. */
  readonly send: SendRequest
  /** The api_key of a department. */
  readonly keyOf: (department: string) => string | undefined
  readonly jurisdiction?: string
  /** Our class → their service_code; a class that is not named is called the same there. */
  readonly services: ReadonlyMap<string, string>
  /** Goes into our marks; the same on all nodes, and for good. */
  readonly markSecret: () => Promise<Uint8Array>
  readonly clock: Clock
}

/** Two requests in a row are shorter than the lease of an outbox entry. */
const timeoutMs = 15_000
/** Before a receipt (`token`) has become a number. */
const tokenMark = 'token:'

export const createOpen311Desk = (parts: Open311DeskParts): CaseDesk & AskedDesk => ({
  deliver: (delivery) => deliver(delivery, parts),
  async statusOf({ desk, externalId }) {
    const base = desk.to
    if (externalId.startsWith(tokenMark)) {
      const token = externalId.slice(tokenMark.length)
      const sent = await get(addressOf(base, ['tokens', token], queryOf(parts)), parts)
      const id = idIn(readFirst(sent), 'service_request_id')
      return id === undefined ? undefined : { externalId: id }
    }
    const row = readFirst(await get(addressOf(base, ['requests', externalId], queryOf(parts)), parts))
    return row === undefined ? undefined : statusIn(row)
  },
})

const isToldAnew: ReadonlySet<CaseEventKind> = new Set(['created', 'reopened', 'moved'])

/** GeoReport takes new requests and nothing else: of what happens later a reopening and a move can be told, as a new request. */
async function deliver(delivery: DeskDelivery, parts: Open311DeskParts): Promise<Delivered> {
  const { event, case: told } = delivery
  if (!isToldAnew.has(event.kind)) return { kind: 'delivered' }
  if (told.place === undefined) return { kind: 'refused', reason: 'the case has no place' }
  const key = parts.keyOf(told.department)
  if (key === undefined) return { kind: 'failed', reason: 'the department has no secret' }
  const mark = markOf(delivery, await parts.markSecret())
  const before = await findBefore(delivery, mark, parts)
  if (before !== 'none') return before
  return deliveredBy(await post(delivery, mark, key, parts))
}

/** A request that got through though its answer did not: found by the mark in its description, and not sent again. */
async function findBefore(
  { case: told, event, desk }: DeskDelivery,
  mark: string,
  parts: Open311DeskParts,
): Promise<Delivered | 'none'> {
  const query = queryOf(parts, {
    service_code: serviceOf(told, parts),
    start_date: new Date(Date.parse(event.at) - clocksApartMs).toISOString(),
    end_date: new Date(parts.clock.now().getTime() + clocksApartMs).toISOString(),
  })
  const sent = await get(addressOf(desk.to, ['requests'], query), parts)
  if (sent.kind === 'unanswered') return { kind: 'failed', reason: sent.why }
  if (sent.status >= 500 || sent.status === 429) return { kind: 'failed', reason: `status ${sent.status}` }
  // A server that lists nothing cannot be asked: then it is sent, at worst once more.
  const id = idIn(findMarked(readRows(sent), mark), 'service_request_id')
  return id === undefined ? 'none' : { kind: 'delivered', externalId: id }
}

const clocksApartMs = 10 * minuteMs

const serviceOf = (told: Case, { services }: Open311DeskParts): string =>
  services.get(told.class) ?? told.class

const queryOf = ({ jurisdiction }: Open311DeskParts, fields: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({ ...(jurisdiction !== undefined && { jurisdiction_id: jurisdiction }), ...fields })

const get = (url: URL, { send }: Open311DeskParts): Promise<SentRequest> =>
  send({ method: 'GET', url, headers: { accept: 'application/json' }, timeoutMs })

function post(
  { case: told, event, desk, key: idempotencyKey }: DeskDelivery,
  mark: string,
  key: string,
  parts: Open311DeskParts,
) {
  const { place } = told
  const form = queryOf(parts, {
    api_key: key,
    service_code: serviceOf(told, parts),
    description: describe(told, event, mark),
    ...(place?.lat !== undefined &&
      place.lon !== undefined && { lat: String(place.lat), long: String(place.lon) }),
    ...(place !== undefined && { address_string: place.text }),
  })
  for (const [name, value] of Object.entries(told.facts))
    if (typeof value === 'boolean') form.set(`attribute[${name}]`, value ? 'yes' : 'no')
  return parts.send({
    method: 'POST',
    url: addressOf(desk.to, ['requests'], new URLSearchParams()),
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      // No part of the specification; a server that knows it takes the request once.
      'idempotency-key': idempotencyKey,
    },
    body: form.toString(),
    timeoutMs,
  })
}

const mostDescribed = 3_500

/** The reporter's words, whether it is urgent, and our number, by which it is found again. Never a contact or a name. */
function describe(told: Case, event: CaseEvent, mark: string): string {
  const words =
    event.kind === 'reopened' ? `Inte åtgärdat. ${told.description ?? ''}` : (told.description ?? '')
  const lines = [
    words.slice(0, mostDescribed).trim(),
    told.facts['urgent'] === true ? 'Brådskande.' : '',
    mark,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function deliveredBy(sent: SentRequest): Delivered {
  if (sent.kind === 'unanswered') return { kind: 'failed', reason: sent.why }
  const reason = `status ${sent.status}`
  const isRedirect = sent.status >= 300 && sent.status < 400
  if (isRedirect || isFinalRefusal(sent.status)) return { kind: 'refused', reason }
  if (sent.status < 200 || sent.status > 299) return { kind: 'failed', reason }
  const row = readFirst(sent)
  const [id, token] = [idIn(row, 'service_request_id'), idIn(row, 'token')]
  if (id !== undefined) return { kind: 'delivered', externalId: id }
  // Without either it may be there: the next attempt looks for it before it sends.
  return token === undefined
    ? { kind: 'failed', reason: 'no number and no token in the answer' }
    : { kind: 'delivered', externalId: tokenMark + token }
}

type Row = Readonly<Record<string, unknown>>

/** Some servers give numbers as numbers. Nothing that would be another address when it is put into one. */
function idIn(row: Row | undefined, name: 'service_request_id' | 'token'): string | undefined {
  const value = row?.[name]
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\w:-][\w.:-]{0,79}$/.test(text) ? text : undefined
}
