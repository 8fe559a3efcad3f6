// How visits stand in the store: one record an event, and one for each relative who was told of a visit. Nothing is changed
// there, so that late, repeated and simultaneous events need no lock: what a visit is follows from all of its records.
import { z } from 'zod'
import { visitEventTypes, visitNews, type VisitEvent } from '../contracts/home-care/home-care'
import type { RecordWrite, Store, StoredRecord } from '../contracts/store/store'
import { toLocalTime } from '../hours/local-time'

const windowSchema = z.object({ start: z.string(), end: z.string() })
const eventSchema = z.object({
  kind: z.literal('event'),
  eventId: z.string(),
  type: z.enum(visitEventTypes),
  visitId: z.string(),
  clientRef: z.string(),
  seq: z.number(),
  occurredAt: z.string(),
  window: windowSchema.exactOptional(),
})
const toldSchema = z.object({
  kind: z.literal('told'),
  visitId: z.string(),
  /** Of the event that was told of. */
  seq: z.number(),
  grant: z.string(),
  news: z.enum(visitNews),
  /** Another event came in between, and it was not told after all. */
  taken: z.boolean().default(false),
})
const schema = z.discriminatedUnion('kind', [eventSchema, toldSchema])

export type Told = z.infer<typeof toldSchema>

export interface VisitRecords {
  readonly events: readonly VisitEvent[]
  readonly told: readonly Told[]
}

const visitKeys = {
  visit: (visitId: string): string => `visit ${visitId}`,
  day: (clientRef: string, date: string): string => `day ${date} ${clientRef}`,
}

/** When the last of these events says that the visit is over, ISO 8601; a visit may be planned months ahead. */
export const lastEnd = (events: readonly VisitEvent[]): string | undefined =>
  events
    .flatMap(({ window }) => window?.end ?? [])
    .reduce<string | undefined>((last, end) => (last === undefined || end > last ? end : last), undefined)

/**
 * Found by its visit, and by the client's day that it plans: a visit that nobody planned cannot be told of.
 * @param until of the visit, as `lastEnd` says: if its cancellation went before its plan, it would be planned again
 */
export function eventRecord(event: VisitEvent, timeZone: string, until: string | undefined): RecordWrite {
  const { window, clientRef, visitId, eventId } = event
  const date = window && toLocalTime(new Date(window.start), timeZone).date
  return {
    collection: 'visit',
    id: `event ${visitId} ${eventId}`,
    keys: [visitKeys.visit(visitId), ...(date === undefined ? [] : [visitKeys.day(clientRef, date)])],
    value: { kind: 'event', ...event },
    ...(until !== undefined && { keepFrom: until }),
  }
}

export const toldRecord = (told: Told): RecordWrite => ({
  collection: 'visit',
  id: `told ${told.visitId} ${told.seq} ${told.news} ${told.grant}`,
  keys: [visitKeys.visit(told.visitId)],
  value: told,
})

function readAll(records: readonly StoredRecord[]): VisitRecords {
  const events: VisitEvent[] = []
  const told: Told[] = []
  for (const { value } of records) {
    const { data } = schema.safeParse(value)
    if (data?.kind === 'told') told.push(data)
    else if (data !== undefined) events.push(data)
  }
  return { events, told: told.filter(({ taken }) => !taken) }
}

type Kept = Pick<Store, 'recordsUnder'>

export async function recordsOfVisit(store: Kept, visitId: string): Promise<VisitRecords> {
  return readAll(await store.recordsUnder('visit', visitKeys.visit(visitId)))
}

/** Ids of the visits that were ever planned for this client and date; some may have been moved to another since. */
export async function visitIdsOfDay(
  store: Kept,
  clientRef: string,
  date: string,
): Promise<readonly string[]> {
  const found = await store.recordsUnder('visit', visitKeys.day(clientRef, date))
  return [...new Set(readAll(found).events.map(({ visitId }) => visitId))]
}
