// What is put into the store outside a turn, one or many at once.
import type { Store } from '../../../bot/contracts/store/store'
import { answerOne, type StoppedClock } from '../store-samples'
import { ada, at, iso, longLeaseMs, type FreshStore } from './fresh-store'

export function describeOutsideTurns(fresh: FreshStore): void {
  const { openAnother } = fresh
  let clock: StoppedClock
  let store: Store
  beforeEach(() => {
    ;({ clock, store } = fresh)
  })

  describe('an entry put outside a turn', () => {
    const entry = { id: 'n1', kind: 'sms', dueAt: iso(500), payload: { text: 'Hej' } }
    const claim = (nowMs: number) => store.claimOutbox({ now: at(nowMs), leaseMs: 1000, limit: 10 })

    test('is claimed like any other when it is due', async () => {
      expect(await store.enqueue(entry)).toBe('enqueued')
      expect(await claim(499)).toEqual([])
      expect(await claim(500)).toEqual([{ ...entry, attempts: 1 }])
    })
    test('is put once by many at once, and not again when it is done', async () => {
      const other = openAnother()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : other).enqueue(entry)),
      )
      expect(results.filter((result) => result === 'enqueued')).toHaveLength(1)
      await claim(500)
      await store.finishOutbox('n1')
      clock.advance(86_400_000 - 1)
      expect(await other.enqueue(entry)).toBe('repeated')
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
      clock.advance(2)
      expect(await other.enqueue(entry)).toBe('enqueued')
    })
    test('leaves one of a turn with its id as it is', async () => {
      await answerOne(store, ada, 'm1', { outbox: [{ ...entry, payload: 'of the turn' }] })
      expect(await store.enqueue(entry)).toBe('repeated')
      expect(await claim(500)).toMatchObject([{ payload: 'of the turn' }])
    })
    test('must have a time', async () => {
      await expect(store.enqueue({ ...entry, dueAt: 'snart' })).rejects.toThrow(/n1.*dueAt.*ISO 8601/)
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    })
  })

  describe('many entries put outside a turn', () => {
    const entry = (n: number) => ({ id: `many/${n}`, kind: 'sms', dueAt: iso(n), payload: { n } })

    test('are each claimed once, whoever else puts them', async () => {
      const entries = Array.from({ length: 600 }, (_, n) => entry(n))
      await store.enqueue(entry(7))
      await Promise.all([store.enqueueAll(entries), openAnother().enqueueAll(entries), store.enqueueAll([])])
      const claimed = await store.claimOutbox({ now: at(1_000), leaseMs: longLeaseMs, limit: 1_000 })
      expect(claimed.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
      for (const { id } of claimed) await store.finishOutbox(id)
      await store.enqueueAll(entries)
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    })
    test('are none when one of them has no time', async () => {
      await expect(store.enqueueAll([entry(1), { ...entry(2), dueAt: 'soon' }])).rejects.toThrow(RangeError)
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    })
  })

  describe('many records put outside a turn', () => {
    test('are all there in their order, with their keys, and go with the conversation they name', async () => {
      const writes = Array.from({ length: 600 }, (_, n) => ({
        collection: 'visit' as const,
        id: `v${n % 500}`,
        value: { n },
        keys: [`even ${n % 2 === 0}`],
      }))
      await store.putRecords(writes)
      await store.putRecords([])
      expect((await store.record('visit', 'v3'))?.value).toEqual({ n: 503 })
      expect((await store.record('visit', 'v300'))?.value).toEqual({ n: 300 })
      expect(await store.recordsUnder('visit', 'even true')).toHaveLength(250)
      await answerOne(store, ada, 'm1')
      const named = { collection: 'case' as const, id: 'c1', value: 1, conversationId: ada }
      await store.putRecords([named, { ...named, value: 2 }])
      expect((await store.record('case', 'c1'))?.value).toBe(2)
      await store.erase(ada)
      expect(await store.record('case', 'c1')).toBeUndefined()
    })
  })
}
