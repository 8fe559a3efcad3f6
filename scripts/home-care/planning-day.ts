// A made-up day of a planning system: what it would send, and when, for some clients whose staff are as staff are.
import type { VisitEventType } from '../../bot/contracts/home-care/home-care'

/** An event as it goes over the wire, and the minute of the day at which it is sent. */
export interface Sending {
  readonly minute: number
  readonly event: Readonly<Record<string, string | number>>
}

export type Fate = 'done' | 'late' | 'silent' | 'missed' | 'cancelled'

export interface PlannedDay {
  /** In the order in which they are sent. */
  readonly sendings: readonly Sending[]
  /** Visit id → what becomes of it. */
  readonly fates: ReadonlyMap<string, Fate>
}

export interface DayOptions {
  readonly seed: number
  readonly clients: number
  /** Goes into ids, so that another run is another day. */
  readonly run: string
  /** Minute of the day → ISO 8601. */
  readonly toTime: (minute: number) => string
}

const firstMinute = 7 * 60
const lastStart = 21 * 60
export const dayStart = 6 * 60
export const dayEnd = 23 * 60
const heartbeatEvery = 5

/** Chance with a memory: the same seed gives the same day (mulberry32). */
function createChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function planDay(options: DayOptions): PlannedDay {
  const chance = createChance(options.seed)
  const fates = new Map<string, Fate>()
  const sendings: Sending[] = heartbeats()
  for (let client = 1; client <= options.clients; client += 1) {
    const visits = 2 + Math.floor(chance() * 4)
    for (let visit = 1; visit <= visits; visit += 1) {
      const visitId = `v-${options.run}-${client}-${visit}`
      const fate = fateBy(chance())
      fates.set(visitId, fate)
      sendings.push(...sendingsOf({ visitId, clientRef: `k-${client}`, fate }, options, chance))
    }
    sendings.push(foreign(client, options))
  }
  const repeated = sendings.flatMap((one) =>
    chance() < 0.1 ? [{ ...one, minute: one.minute + chance() * 60 }] : [],
  )
  return { sendings: [...sendings, ...repeated].sort((one, other) => one.minute - other.minute), fates }
}

const heartbeats = (): Sending[] =>
  Array.from({ length: (dayEnd - dayStart) / heartbeatEvery }, (_, n) => ({
    minute: dayStart + n * heartbeatEvery,
    event: { type: 'heartbeat' },
  }))

function fateBy(chance: number): Fate {
  if (chance < 0.05) return 'cancelled'
  if (chance < 0.08) return 'missed'
  if (chance < 0.12) return 'silent'
  return chance < 0.22 ? 'late' : 'done'
}

interface PlannedVisit {
  readonly visitId: string
  readonly clientRef: string
  readonly fate: Fate
}

function sendingsOf(
  { visitId, clientRef, fate }: PlannedVisit,
  { toTime }: DayOptions,
  chance: () => number,
): readonly Sending[] {
  const start = firstMinute + Math.floor((chance() * (lastStart - firstMinute)) / 15) * 15
  const moved = chance() < 0.15 ? start + 30 : start
  let seq = 0
  const send = (type: VisitEventType, minute: number, sentAt = minute, from = moved): Sending => {
    seq += 1
    return {
      minute: sentAt,
      event: {
        eventId: uuid(chance),
        type: `visit.${type}`,
        visitId,
        clientRef,
        legalBasis: 'SoL',
        seq,
        occurredAt: toTime(minute),
        windowStart: toTime(from),
        windowEnd: toTime(from + 60),
      },
    }
  }
  const plan = [
    send('planned', dayStart, dayStart, start),
    ...(moved === start ? [] : [send('changed', Math.max(dayStart, start - 40))]),
  ]
  const begun = moved + Math.floor(chance() * 20)
  const done = begun + 15 + Math.floor(chance() * 25)
  switch (fate) {
    case 'silent':
      return plan
    case 'cancelled':
      return [...plan, send('cancelled', moved - 10)]
    case 'missed':
      return [...plan, send('missed', moved + 75)]
    case 'late': {
      // A phone out of reach sends all it has when it is back, the newest first.
      const back = done + 60 + chance() * 30
      const [started, completed] = [send('started', begun, back + 0.5), send('completed', done, back)]
      return [...plan, completed, started]
    }
    case 'done':
      return [...plan, send('started', begun), send('completed', done)]
  }
}

/** A visit of the health care, which is not for us. */
const foreign = (client: number, { run, toTime }: DayOptions): Sending => ({
  minute: dayStart + 1,
  event: {
    eventId: uuid(createChance(client)),
    type: 'visit.planned',
    visitId: `h-${run}-${client}`,
    clientRef: `k-${client}`,
    legalBasis: 'HSL',
    seq: 1,
    occurredAt: toTime(dayStart),
    windowStart: toTime(600),
    windowEnd: toTime(660),
  },
})

function uuid(chance: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
