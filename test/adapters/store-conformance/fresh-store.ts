// A store with nothing in it for each test, on a clock that the test moves, and the names and times that the tests share.
import type { Store } from '../../../bot/contracts/store/store'
import { conversation, stopClock, type StoppedClock } from '../store-samples'

export interface StoreUnderTest {
  /** Opens one more instance on the same data; the suite closes it. */
  open(clock: StoppedClock): Store
  /** Lets the time of leases pass, by the clock or for real. */
  passTime(clock: StoppedClock, ms: number): Promise<void>
}

/** Short enough to wait for where the server counts the time itself. */
export const shortLeaseMs = 60
/** Several steps fit into it, also on a busy machine. */
export const shortWhileMs = 400
export const longLeaseMs = 60_000

export const iso = (ms: number): string => new Date(Date.parse('2026-11-24T01:30:00.000Z') + ms).toISOString()
export const at = (ms: number): Date => new Date(iso(ms))

export const ada = conversation('ada')
export const bo = conversation('bo')

/** Other ones in each test: to be read when it runs. */
export interface FreshStore {
  readonly clock: StoppedClock
  readonly under: StoreUnderTest
  readonly store: Store
  /** One more instance on the same data. */
  readonly openAnother: () => Store
}

export function freshStores(prepare: () => StoreUnderTest): FreshStore {
  let opened: Store[] = []
  const fresh: { -readonly [Part in keyof FreshStore]: FreshStore[Part] } = {
    clock: stopClock(),
    under: undefined as never,
    store: undefined as never,
    openAnother: () => {
      const another = fresh.under.open(fresh.clock)
      opened.push(another)
      return another
    },
  }
  beforeEach(() => {
    fresh.clock = stopClock()
    fresh.under = prepare()
    opened = []
    fresh.store = fresh.openAnother()
  })
  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()))
  })
  return fresh
}
