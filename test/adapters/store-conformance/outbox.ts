// The outbox: claimed by one at a time, in order where order counts, tried again and given up.
import type { Store } from '../../../bot/contracts/store/store'
import { answerOne, type StoppedClock } from '../store-samples'
import { ada, at, bo, iso, type FreshStore } from './fresh-store'

export function describeOutbox(fresh: FreshStore): void {
  const { openAnother } = fresh
  let clock: StoppedClock
  let store: Store
  beforeEach(() => {
    ;({ clock, store } = fresh)
  })

  describe('the outbox', () => {
    const put = (...entries: readonly (readonly [id: string, dueMs: number])[]) =>
      answerOne(store, ada, `put ${entries.map(([id]) => id).join()}`, {
        outbox: entries.map(([id, dueMs]) => ({
          id,
          kind: 'sms',
          dueAt: iso(dueMs),
          payload: { id, text: 'Hej' },
        })),
      })
    const claim = (nowMs: number, limit = 10, one = store) =>
      one.claimOutbox({ now: at(nowMs), leaseMs: 1000, limit })
    const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)

    test('gives an entry as it was put, when it is due and not before', async () => {
      await put(['o1', 500])
      expect(await claim(499)).toEqual([])
      expect(await claim(500)).toEqual([
        { id: 'o1', kind: 'sms', dueAt: iso(500), payload: { id: 'o1', text: 'Hej' }, attempts: 1 },
      ])
    })

    test('leaves the kinds it is told to leave, however many of them come first', async () => {
      const entry = (id: string, kind: string) => ({ id, kind, dueAt: iso(0), payload: null })
      await store.enqueueAll([
        ...Array.from({ length: 25 }, (_, n) => entry(`a${n}`, 'slow')),
        ...[entry('b1', 'quick'), entry('b2', 'other'), entry('b3', 'quick')],
      ])
      const claimBut = (limit: number, ...except: readonly string[]) =>
        store.claimOutbox({ now: at(0), leaseMs: 1000, limit, except })
      expect(ids(await claimBut(2, 'slow', 'none'))).toEqual(['b1', 'b2'])
      expect(ids(await claimBut(2, 'slow'))).toEqual(['b3'])
      expect(ids(await claimBut(2, 'quick'))).toEqual(['a0', 'a1'])
      expect(ids(await claimBut(99))).toHaveLength(23)
    })

    test('holds nothing up for a text that was cut in the middle of a sign', async () => {
      const entry = {
        id: 'cut',
        kind: 'sms',
        dueAt: iso(0),
        payload: { text: 'Hej \ud83d' },
        orderingKey: 'talk',
      }
      expect(await store.enqueue(entry)).toBe('enqueued')
      await put(['whole', 0])
      const claimed = await claim(0)
      expect(ids(claimed).sort()).toEqual(['cut', 'whole'])
      expect(claimed).toContainEqual(
        expect.objectContaining({ id: 'cut', payload: { text: expect.stringMatching(/^Hej .$/) as string } }),
      )
      await store.finishOutbox('cut')
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
    })

    test('understands times of any zone', async () => {
      const outbox = [{ id: 'o1', kind: 'sms', dueAt: '2026-11-24T02:30:01+01:00', payload: null }]
      await answerOne(store, ada, 'm1', { outbox })
      expect(await claim(999)).toEqual([])
      expect(await claim(1000)).toMatchObject([{ dueAt: '2026-11-24T02:30:01+01:00', payload: null }])
    })

    test('gives the longest due first and no more than asked for', async () => {
      await put(['late', 30], ['early', 10], ['middle', 20])
      expect(ids(await claim(100, 2))).toEqual(['early', 'middle'])
      expect(ids(await claim(100, 2))).toEqual(['late'])
    })

    test('gives each of many to one worker only', async () => {
      await put(...Array.from({ length: 20 }, (_, n) => [`o${n}`, 0] as const))
      const other = openAnother()
      const claimed = await Promise.all([store, other, store, other, store].map((one) => claim(0, 7, one)))
      expect(claimed.flatMap(ids).sort()).toEqual(Array.from({ length: 20 }, (_, n) => `o${n}`).sort())
    })

    test('gives an entry again when its lease is over, and counts it', async () => {
      await put(['o1', 0])
      expect(await claim(0)).toMatchObject([{ id: 'o1', attempts: 1 }])
      expect(await claim(999)).toEqual([])
      expect(await claim(1000)).toMatchObject([{ id: 'o1', attempts: 2 }])
    })

    test('gives an entry to nobody else while its lease is renewed', async () => {
      await put(['o1', 0], ['done', 0])
      await claim(0)
      await store.finishOutbox('done')
      await store.renewLease('o1', at(3000))
      await store.renewLease('done', at(3000))
      await store.renewLease('unknown', at(0))
      expect(await claim(2999)).toEqual([])
      expect(await claim(3000)).toMatchObject([{ id: 'o1', attempts: 2 }])
      await store.failOutbox('o1', undefined, 'no such number')
      await store.renewLease('o1', at(0))
      expect(await claim(1_000_000)).toEqual([])
    })

    describe('with an ordering key', () => {
      const putInOrder = (key: string, ...entries: readonly (readonly [id: string, dueAfterMs: number])[]) =>
        store.enqueueAll(
          entries.map(([id, ms]) => ({
            id,
            kind: 'sms',
            dueAt: at(ms).toISOString(),
            payload: {},
            orderingKey: key,
          })),
        )

      test('gives one at a time, the one due first', async () => {
        await putInOrder('talk', ['second', 1], ['first', 0])
        await putInOrder('talk 1', ['of another talk', 0])
        await put(['of none', 0])
        expect(ids(await claim(5)).sort()).toEqual(['first', 'of another talk', 'of none'])
        expect(await claim(6)).toEqual([])
        await store.finishOutbox('first')
        expect(ids(await claim(6))).toEqual(['second'])
      })

      test('keeps the rest behind one that failed, until it is done or given up', async () => {
        await putInOrder('talk', ['first', 0], ['second', 1], ['third', 2])
        await claim(5)
        await store.failOutbox('first', at(60_000), 'away')
        expect(await claim(100)).toEqual([])
        expect(ids(await claim(60_000))).toEqual(['first'])
        await store.failOutbox('first', undefined, 'away')
        expect(ids(await claim(60_000))).toEqual(['second'])
        await store.finishOutbox('second')
        await store.reviveOutbox('first')
        expect(ids(await claim(60_000))).toEqual(['first'])
        expect(await claim(60_000)).toEqual([])
        await store.finishOutbox('first')
        expect(ids(await claim(60_000))).toEqual(['third'])
      })

      test('keeps nothing behind one that was put off, or is due later', async () => {
        await putInOrder('talk', ['tonight', 0])
        await claim(0)
        await store.postponeOutbox('tonight', at(60_000))
        await putInOrder('talk', ['now', 1], ['tomorrow', 90_000])
        expect(ids(await claim(100))).toEqual(['now'])
        await store.finishOutbox('now')
        expect(ids(await claim(60_000))).toEqual(['tonight'])
      })
    })

    test('forgets what is finished', async () => {
      await put(['o1', 0], ['o2', 0])
      await claim(0, 1)
      await store.finishOutbox('o1')
      await store.finishOutbox('o1')
      await store.finishOutbox('unknown')
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
      expect(ids(await claim(5000))).toEqual(['o2'])
    })

    test('gives what failed again at the time set for it', async () => {
      await put(['o1', 0])
      await claim(0)
      await store.failOutbox('o1', at(60_000), 'the gateway was away')
      expect(await claim(59_999)).toEqual([])
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
      expect(await claim(60_000)).toMatchObject([{ id: 'o1', attempts: 2 }])
    })

    test('gives what was put off again at the time set for it, and counts no attempt', async () => {
      await put(['o1', 0], ['done', 0])
      await claim(0)
      await store.postponeOutbox('o1', at(60_000))
      await store.finishOutbox('done')
      await store.postponeOutbox('done', at(0))
      await store.postponeOutbox('unknown', at(0))
      expect(await claim(59_999)).toEqual([])
      expect(await claim(60_000)).toMatchObject([{ id: 'o1', attempts: 1 }])
      await store.failOutbox('o1', undefined, 'no such number')
      await store.postponeOutbox('o1', at(0))
      expect(await claim(1_000_000)).toEqual([])
    })

    test('keeps what failed for good among the dead letters', async () => {
      await put(['o1', 0], ['o2', 0])
      await claim(0)
      await store.failOutbox('o1', undefined, 'the number does not exist')
      await store.failOutbox('unknown', undefined, 'nothing')
      await store.failOutbox('unknown', at(0), 'nothing')
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 1 })
      expect(ids(await claim(1_000_000))).toEqual(['o2'])
      await store.failOutbox('o1', at(0), 'too late')
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 1 })
    })

    test('lists dead letters, the longest dead first, without what is in them', async () => {
      await put(['o1', 0], ['o2', 0], ['o3', 0])
      await claim(0)
      await store.failOutbox('o2', undefined, 'elks 21211')
      clock.advance(5)
      await store.failOutbox('o1', undefined, 'the number does not exist')
      const listed = await openAnother().listOutbox({ dead: true, limit: 10 })
      expect(listed).toEqual([
        {
          id: 'o2',
          kind: 'sms',
          dueAt: iso(0),
          attempts: 1,
          at: iso(0),
          reason: 'elks 21211',
        },
        {
          id: 'o1',
          kind: 'sms',
          dueAt: iso(0),
          attempts: 1,
          at: iso(5),
          reason: 'the number does not exist',
        },
      ])
      expect(ids(await store.listOutbox({ dead: true, limit: 1 }))).toEqual(['o2'])
    })

    test('lists what waits, the next one first', async () => {
      await put(['new', 500], ['failed', 0])
      expect(ids(await claim(0))).toEqual(['failed'])
      await store.failOutbox('failed', at(60_000), 'the gateway was away')
      expect(await store.listOutbox({ dead: true, limit: 10 })).toEqual([])
      expect(await store.listOutbox({ dead: false, limit: 10 })).toEqual([
        { id: 'new', kind: 'sms', dueAt: iso(500), attempts: 0, at: iso(500) },
        {
          id: 'failed',
          kind: 'sms',
          dueAt: iso(0),
          attempts: 1,
          at: iso(60_000),
          reason: 'the gateway was away',
        },
      ])
      expect(ids(await store.listOutbox({ dead: false, limit: 1 }))).toEqual(['new'])
    })

    test('gives a revived dead letter at once and as if for the first time, and revives nothing else', async () => {
      await put(['o1', 0], ['waiting', 1_000_000])
      await claim(0)
      await store.failOutbox('o1', undefined, 'the number does not exist')
      expect(await store.reviveOutbox('o1')).toBe(true)
      for (const id of ['o1', 'waiting', 'unknown']) expect(await store.reviveOutbox(id)).toBe(false)
      expect(await store.countOutbox()).toEqual({ waiting: 2, dead: 0 })
      expect(await claim(0)).toEqual([
        { id: 'o1', kind: 'sms', dueAt: iso(0), payload: { id: 'o1', text: 'Hej' }, attempts: 1 },
      ])
      const [first] = await store.listOutbox({ dead: false, limit: 1 })
      expect(first).not.toHaveProperty('reason')
    })

    test('finishes a dead letter for good', async () => {
      await put(['o1', 0])
      await claim(0)
      await store.failOutbox('o1', undefined, 'the number does not exist')
      await store.finishOutbox('o1')
      expect(await store.listOutbox({ dead: true, limit: 10 })).toEqual([])
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
      expect(await store.reviveOutbox('o1')).toBe(false)
    })

    test('does not double an entry whose id is there already', async () => {
      await put(['o1', 0])
      await answerOne(store, bo, 'm1', {
        outbox: [{ id: 'o1', kind: 'sms', dueAt: iso(0), payload: 'other' }],
      })
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
      expect(await claim(0)).toMatchObject([{ id: 'o1', payload: { id: 'o1', text: 'Hej' } }])
    })
  })
}
