// Looks after a visit whose time is over and of which nothing is registered: the deed behind an entry of the outbox.
//
// Nothing registered is not missed: a phone may be out of reach, and then the visit is told of later. So first the unit is
// told, which can find out, and relatives only when still nothing has come. While the feed itself is silent nobody is told.
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { minuteMs } from '../contracts/basics/durations'
import type { HomeCareObserver } from '../contracts/home-care/home-care'
import type { DoEntry, EntryResult } from '../contracts/store/outbox-work'
import type { Store } from '../contracts/store/store'
import { feedState } from './feed-pulse'
import { grantsOfClient, stands } from './grant'
import { tellEntry, watchEntry, watchSchema, type Telling } from './homecare-entries'
import { covers, freshMs } from './news'
import { waitingTimes } from './policy'
import { visitOf, type Visit } from './visit'
import { recordsOfVisit } from './visit-record'
import { waitingRecords } from './waiting-news'

/** A visit of which nothing is registered, as its unit is told of it. */
export interface UnitAlert {
  readonly visitId: string
  readonly window: NonNullable<Visit['window']>
}
/** Tells the unit; safe to repeat for the same visit and window. */
export type TellUnit = (alert: UnitAlert) => Promise<void>

export interface WatchParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecords' | 'enqueue' | 'enqueueAll'>
  readonly city: () => City
  readonly tellUnit: TellUnit
  readonly clock: Clock
  readonly observer: HomeCareObserver
}

export const watchVisit =
  (parts: WatchParts): DoEntry =>
  async ({ payload }) => {
    const { data: watch } = watchSchema.safeParse(payload)
    if (watch === undefined) return { kind: 'give-up', reason: 'unreadable' }
    const { store, city, clock, observer } = parts
    const now = clock.now()
    const visit = visitOf((await recordsOfVisit(store, watch.visitId)).events)
    if (visit?.state !== 'planned' || visit.seq !== watch.seq || visit.window === undefined)
      return { kind: 'dropped', reason: 'registered' }
    if (now.getTime() - Date.parse(visit.window.end) > freshMs) return { kind: 'dropped', reason: 'stale' }
    if ((await feedState(store, waitingTimes(city()).silentMs, now)) !== 'alive') {
      observer.checkPutOff()
      return { kind: 'wait', until: new Date(now.getTime() + minuteMs) }
    }
    return watch.step === 'unit'
      ? tellUnitOf(visit, visit.window, parts, now)
      : tellRelativesOf(visit, parts, now)
  }

async function tellUnitOf(
  { visitId, seq }: Visit,
  window: UnitAlert['window'],
  { store, city, tellUnit, observer }: WatchParts,
  now: Date,
): Promise<EntryResult> {
  await tellUnit({ visitId, window })
  const due = new Date(now.getTime() + waitingTimes(city()).relativeMs)
  if ((await store.enqueue(watchEntry({ visitId, seq, step: 'relatives' }, due))) === 'enqueued')
    observer.unitTold()
  return { kind: 'done' }
}

async function tellRelativesOf(
  { visitId, seq, clientRef }: Visit,
  { store, city }: WatchParts,
  now: Date,
): Promise<EntryResult> {
  const grants = clientRef === undefined ? [] : await grantsOfClient(store, clientRef)
  const notAfter = new Date(now.getTime() + freshMs).toISOString()
  const tellings = grants
    .filter((grant) => stands(grant, now) && covers(grant, 'missing'))
    .map(({ id }): Telling => ({ visitId, news: 'missing', seq, grant: id, notAfter }))
  await store.putRecords(await waitingRecords(store, tellings))
  const due = new Date(now.getTime() + waitingTimes(city()).gatherMs)
  await store.enqueueAll(tellings.map((telling) => tellEntry(telling, due)))
  return { kind: 'done' }
}
