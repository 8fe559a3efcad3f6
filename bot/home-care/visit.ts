// One visit out of all that was told of it, whatever came late, twice or in another order.
//
//   planned → changed* → started → completed
//        └→ cancelled | missed      (a later `planned` or `changed` takes either back)
//
// What somebody did weighs more than what was expected: a visit that was begun is not missed, and one that was completed is
// nothing else any more. Among the rest the highest `seq` decides.
import type { VisitEvent, VisitEventType, VisitWindow } from '../contracts/home-care/home-care'

export type VisitState = 'planned' | 'started' | 'completed' | 'cancelled' | 'missed'

export interface Visit {
  readonly visitId: string
  /** Undefined when its events name several: then nobody may be told of it. */
  readonly clientRef: string | undefined
  readonly state: VisitState
  /** Of the event that decides the state. */
  readonly seq: number
  /** When that happened, ISO 8601. */
  readonly at: string
  /** Undefined while no event has brought one. */
  readonly window: VisitWindow | undefined
}

const isLater = (one: VisitEvent, other: VisitEvent): boolean =>
  one.seq === other.seq ? one.eventId > other.eventId : one.seq > other.seq

function lastOf(events: readonly VisitEvent[], ...types: readonly VisitEventType[]): VisitEvent | undefined {
  const own = types.length === 0 ? events : events.filter(({ type }) => types.includes(type))
  return own.reduce<VisitEvent | undefined>(
    (last, event) => (last === undefined || isLater(event, last) ? event : last),
    undefined,
  )
}

/** A pure function of the set of events: neither their order nor a repeat matters. Undefined without any. */
export function visitOf(events: readonly VisitEvent[]): Visit | undefined {
  const decisive = decisiveOf(events)
  if (decisive === undefined) return undefined
  const clients = new Set(events.map(({ clientRef }) => clientRef))
  return {
    visitId: decisive.visitId,
    clientRef: clients.size === 1 ? decisive.clientRef : undefined,
    state: stateAfter[decisive.type],
    seq: decisive.seq,
    at: decisive.occurredAt,
    window: windowOf(events),
  }
}

const stateAfter: Readonly<Record<VisitEventType, VisitState>> = {
  planned: 'planned',
  changed: 'planned',
  started: 'started',
  completed: 'completed',
  cancelled: 'cancelled',
  missed: 'missed',
}

function decisiveOf(events: readonly VisitEvent[]): VisitEvent | undefined {
  const completed = lastOf(events, 'completed')
  if (completed !== undefined) return completed
  const started = lastOf(events, 'started')
  if (started === undefined) return lastOf(events)
  // The door was opened, and the client wanted no visit.
  const cancelled = lastOf(events, 'cancelled')
  return cancelled !== undefined && isLater(cancelled, started) ? cancelled : started
}

const windowOf = (events: readonly VisitEvent[]): VisitWindow | undefined =>
  lastOf(
    events.filter(({ window }) => window !== undefined),
    'planned',
    'changed',
  )?.window ?? lastOf(events.filter(({ window }) => window !== undefined))?.window
