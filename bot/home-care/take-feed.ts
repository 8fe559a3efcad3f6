// Takes a signed batch of the planning system: keeps its events, and puts into the outbox what follows from them.
//
// Each step may be repeated: a sender who got no answer sends again, and what a crash left out is then done.
import { randomUUID } from 'node:crypto'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import type { DeadEvent, HomeCareObserver, TakeFeed, VisitEvent } from '../contracts/home-care/home-care'
import type { OutboxEntry, RecordWrite, Store } from '../contracts/store/store'
import { createPulse } from './feed-pulse'
import { grantsOfClient, stands } from './grant'
import { tellEntry, watchEntry, type Telling } from './homecare-entries'
import { covers, freshMs, newsBetween } from './news'
import { waitingTimes } from './policy'
import { isRelief, isTrouble } from './trouble'
import { visitOf, type Visit } from './visit'
import { eventRecord, lastEnd, recordsOfVisit } from './visit-record'
import { waitingRecords } from './waiting-news'

export interface TakeFeedParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'putRecords' | 'enqueueAll'>
  readonly city: () => City
  readonly clock: Clock
  readonly observer: HomeCareObserver
}

export function createTakeFeed(parts: TakeFeedParts): TakeFeed {
  const { store, city, clock, observer } = parts
  const pulse = createPulse(store, () => waitingTimes(city()).silentMs)
  return async ({ signedAt, events, dead, dropped }) => {
    const now = clock.now()
    await pulse.heard(signedAt < now ? signedAt : now)
    const looked = await Promise.all([...byVisit(events)].map(([id, told]) => lookAt(id, told, store)))
    const { timeZone } = city()
    await store.putRecords([
      ...looked.flatMap(({ kept, until }) => kept.map((event) => eventRecord(event, timeZone, until))),
      ...dead.map((one) => deadRecord(one, now)),
    ])
    // Only now: who else takes an event of the same visit at this moment must find these.
    const follows = await Promise.all(looked.map((visit) => whatFollows(visit, parts, now)))
    const tellings = follows.flatMap((one) => one.tellings)
    await store.putRecords(await waitingRecords(store, tellings))
    const watches = follows.flatMap(({ watch }) => watch ?? [])
    const due = new Date(now.getTime() + waitingTimes(city()).gatherMs)
    await store.enqueueAll([...watches, ...tellings.map((telling) => tellEntry(telling, due))])
    const accepted = looked.reduce((sum, { added }) => sum + added, 0)
    const counts = { accepted, repeated: events.length - accepted, dropped, dead: dead.length }
    observer.feedTaken(counts)
    return counts
  }
}

function byVisit(events: readonly VisitEvent[]): ReadonlyMap<string, readonly VisitEvent[]> {
  const visits = new Map<string, VisitEvent[]>()
  for (const event of events) {
    const own = visits.get(event.visitId)
    if (own === undefined) visits.set(event.visitId, [event])
    else own.push(event)
  }
  return visits
}

/** A visit before and after the events of a batch. */
interface LookedAt {
  /** How many events are new. */
  readonly added: number
  /** What is to be written: the new ones, and all when it ends later than was known, for all of them go together. */
  readonly kept: readonly VisitEvent[]
  readonly until: string | undefined
  readonly before: Visit | undefined
  readonly after: Visit | undefined
}

async function lookAt(
  visitId: string,
  told: readonly VisitEvent[],
  store: TakeFeedParts['store'],
): Promise<LookedAt> {
  // Of two with one id the first counts.
  const events = new Map([...told].reverse().map((event) => [event.eventId, event]))
  const { events: known } = await recordsOfVisit(store, visitId)
  const knownIds = new Set(known.map(({ eventId }) => eventId))
  const added = [...events.values()].filter(({ eventId }) => !knownIds.has(eventId))
  const all = [...known, ...added]
  const until = lastEnd(all)
  return {
    added: added.length,
    kept: until === lastEnd(known) ? added : all,
    until,
    // A repeat is taken as if it were the first time: what followed from it may have been lost in a crash.
    before: visitOf(known.filter(({ eventId }) => !events.has(eventId))),
    after: visitOf(all),
  }
}

interface Follows {
  readonly watch: OutboxEntry | undefined
  readonly tellings: readonly Telling[]
}

async function whatFollows({ before, after }: LookedAt, parts: TakeFeedParts, now: Date): Promise<Follows> {
  if (after === undefined) return { watch: undefined, tellings: [] }
  return {
    watch: watchOf(before, after, parts.city(), now),
    tellings: await tellingsOf(before, after, parts, now),
  }
}

/** One check for each plan: that of an older one finds that it is not the newest, and does nothing. */
function watchOf(before: Visit | undefined, after: Visit, city: City, now: Date): OutboxEntry | undefined {
  const { state, seq, window, visitId } = after
  if (state !== 'planned' || window === undefined || (before?.state === 'planned' && before.seq === seq))
    return undefined
  const due = new Date(Date.parse(window.end) + waitingTimes(city).graceMs)
  return now.getTime() - due.getTime() > freshMs ? undefined : watchEntry({ visitId, seq, step: 'unit' }, due)
}

async function tellingsOf(
  before: Visit | undefined,
  after: Visit,
  { store }: TakeFeedParts,
  now: Date,
): Promise<readonly Telling[]> {
  const news = newsBetween(before, after, now)
  const { visitId, seq, clientRef } = after
  if (news === undefined || clientRef === undefined) return []
  const grants = (await grantsOfClient(store, clientRef)).filter((grant) => stands(grant, now))
  if (grants.length === 0) return []
  const worried = isRelief(news) ? await toldOfTrouble(store, after) : []
  const notAfter = new Date(Date.parse(after.at) + freshMs).toISOString()
  const was = news === 'changed' ? before?.window : undefined
  return grants
    .filter((grant) => worried.includes(grant.id) || (news !== 'restored' && covers(grant, news)))
    .map(({ id }) => ({ visitId, news, seq, grant: id, notAfter, ...(was && { was }) }))
}

/** Who was told that this visit is missing or off, and now must hear that it is not. Looked for after the event was kept. */
async function toldOfTrouble(store: TakeFeedParts['store'], { visitId }: Visit): Promise<readonly string[]> {
  const { told } = await recordsOfVisit(store, visitId)
  return told.filter(({ news }) => isTrouble(news)).map(({ grant }) => grant)
}

export const deadKey = 'dead'

const deadRecord = ({ eventId, reason }: DeadEvent, now: Date): RecordWrite => ({
  collection: 'visit',
  id: `dead ${eventId ?? randomUUID()}`,
  keys: [deadKey],
  value: { kind: 'dead', reason, at: now.toISOString(), ...(eventId !== undefined && { eventId }) },
})
