// What is removed, by its resident or because its time is over, and what stays.
import { toMessageId } from '../../../bot/contracts/talk/ids'
import type { Store } from '../../../bot/contracts/store/store'
import { answerOne, conversation, message, turn, type StoppedClock } from '../store-samples'
import { ada, at, bo, iso, type FreshStore } from './fresh-store'

export function describeRemoval(fresh: FreshStore): void {
  let clock: StoppedClock
  let store: Store
  beforeEach(() => {
    ;({ clock, store } = fresh)
  })

  describe('erase', () => {
    test('removes everything of the conversation and nothing of others', async () => {
      const record = (id: string, conversationId: typeof ada) =>
        ({ collection: 'case', id, value: id, conversationId }) as const
      await answerOne(store, ada, 'm1', { records: [record('F-1', ada)] })
      await answerOne(store, bo, 'm1', { records: [record('F-2', bo)] })
      await store.putRecord({ collection: 'feedback', id: 'f', value: 1, conversationId: ada })
      await store.putRecord({ collection: 'feedback', id: 'g', value: 1 })
      await store.accept(message(ada, 'm2'))

      await store.erase(ada)

      expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
      expect(await store.linesAfter(ada, 0, 10)).toEqual([])
      expect(await store.lastSequence(ada)).toBe(0)
      expect(await store.turnOf(ada, toMessageId('m1'))).toBeUndefined()
      expect(await store.nextWaiting(ada)).toBeUndefined()
      expect(await store.conversationsWaiting(10)).toEqual([])
      expect(await store.record('case', 'F-1')).toBeUndefined()
      expect((await store.records('case', { limit: 10 })).map(({ id }) => id)).toEqual(['F-2'])
      expect((await store.records('feedback', { limit: 10 })).map(({ id }) => id)).toEqual(['g'])
      expect((await store.load(bo)).version).toBe(1)
      expect(await store.lastSequence(bo)).toBe(2)
    })

    test('leaves what is still to be done outside', async () => {
      await answerOne(store, ada, 'm1', {
        outbox: [{ id: 'o1', kind: 'case-desk', dueAt: iso(0), payload: 1 }],
      })
      await store.erase(ada)
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
    })

    test('takes along what waits to be said in it, and what was given up', async () => {
      const entry = (id: string, orderingKey: string) =>
        ({ id, kind: 'sms', dueAt: iso(0), payload: { text: 'Ditt ärende' }, orderingKey }) as const
      await store.enqueueAll([entry('dead', ada), entry('under way', ada), entry('of another', bo)])
      const [first] = await store.claimOutbox({ now: at(0), leaseMs: 1_000, limit: 1 })
      expect(first?.id).toBe('dead')
      await store.failOutbox('dead', undefined, 'refused')
      await answerOne(store, ada, 'm1', { outbox: [entry('of the turn', ada)] })
      await store.erase(ada)
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
      expect(await store.reviveOutbox('dead')).toBe(false)
      const left = await store.claimOutbox({ now: at(100_000), leaseMs: 1_000, limit: 9 })
      expect(left.map(({ id }) => id)).toEqual(['of another'])
      // Nothing of them holds up what comes later, in a conversation that begins anew.
      await store.enqueue(entry('later', ada))
      const later = await store.claimOutbox({ now: at(100_001), leaseMs: 1_000, limit: 9 })
      expect(later.map(({ id }) => id)).toEqual(['later'])
    })

    test('leaves a record that names another conversation by now', async () => {
      await store.putRecord({ collection: 'case', id: 'F-1', value: 1, conversationId: ada })
      await store.putRecord({ collection: 'case', id: 'F-1', value: 2, conversationId: bo })
      await store.erase(ada)
      expect(await store.record('case', 'F-1')).toMatchObject({ value: 2 })
      await store.erase(bo)
      expect(await store.record('case', 'F-1')).toBeUndefined()
    })

    test('lets the conversation begin anew', async () => {
      await answerOne(store, ada, 'm1')
      await store.erase(ada)
      expect(await store.commit(turn(ada, 'm1', { expectedVersion: 1 }))).toEqual({ kind: 'conflict' })
      expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
      expect(await store.conversationsWaiting(10)).toEqual([ada])
      expect(await store.commit(turn(ada, 'm1'))).toEqual({ kind: 'committed', lastSequence: 2 })
    })

    test('of an unknown conversation does nothing', async () => {
      await store.erase(ada)
      expect(await store.lastSequence(ada)).toBe(0)
    })
  })

  describe('purge', () => {
    test('removes conversations that were last touched before a time', async () => {
      await answerOne(store, ada, 'm1')
      await answerOne(store, bo, 'm1')
      clock.advance(1000)
      await store.accept(message(bo, 'm2'))
      clock.advance(1000)
      expect(await store.purge('conversation', at(0))).toBe(0)
      expect(await store.purge('conversation', at(1000))).toBe(1)
      expect(await store.lastSequence(ada)).toBe(0)
      expect(await store.turnOf(ada, toMessageId('m1'))).toBeUndefined()
      expect(await store.lastSequence(bo)).toBe(3)
      expect(await store.purge('conversation', at(1001))).toBe(1)
      expect(await store.conversationsWaiting(10)).toEqual([])
    })

    test('removes dead letters as old as that, and leaves what is still to be done', async () => {
      const outbox = ['early', 'late', 'waiting'].map((id) => ({
        id,
        kind: 'sms',
        dueAt: iso(0),
        payload: 1,
      }))
      await answerOne(store, ada, 'm1', { outbox })
      await store.claimOutbox({ now: at(0), leaseMs: 1, limit: 10 })
      await store.failOutbox('early', undefined, 'no such number')
      clock.advance(1000)
      await store.failOutbox('late', undefined, 'no such number')
      await store.failOutbox('late', at(0), 'too late')
      await store.failOutbox('waiting', at(0), 'the gateway was away')
      expect(await store.purge('case', at(5000))).toBe(0)
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 2 })
      await store.purge('conversation', at(1))
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 1 })
      await store.purge('conversation', at(5000))
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
      expect(await store.claimOutbox({ now: at(5000), leaseMs: 1, limit: 10 })).toMatchObject([
        { id: 'waiting' },
      ])
    })

    test('counts a commit as a touch', async () => {
      await store.accept(message(ada, 'm1'))
      clock.advance(1000)
      await store.commit(turn(ada, 'm1'))
      expect(await store.purge('conversation', at(1000))).toBe(0)
      expect(await store.lastSequence(ada)).toBe(2)
    })

    test('leaves the records of a conversation to their own time, and to a later erasure', async () => {
      await answerOne(store, ada, 'm1', {
        records: [{ collection: 'case', id: 'F-1', value: 1, conversationId: ada }],
      })
      expect(await store.purge('conversation', at(1))).toBe(1)
      expect(await store.record('case', 'F-1')).toBeDefined()
      await store.erase(ada)
      expect(await store.record('case', 'F-1')).toBeUndefined()
    })

    test('removes records of one class only, by their last write', async () => {
      for (const id of ['a', 'b']) {
        await store.putRecord({ collection: 'call-back', id, value: 1, conversationId: ada })
        await store.putRecord({ collection: 'audit', id, value: 1 })
      }
      clock.advance(1000)
      await store.putRecord({ collection: 'call-back', id: 'b', value: 2, conversationId: ada })
      expect(await store.purge('call-back', at(1000))).toBe(1)
      expect((await store.records('call-back', { limit: 10 })).map(({ id }) => id)).toEqual(['b'])
      expect(await store.records('audit', { limit: 10 })).toHaveLength(2)
      expect(await store.purge('call-back', at(1001))).toBe(1)
      expect(await store.purge('call-back', at(1001))).toBe(0)
    })

    test('keeps a record that is about something to come until its days are over from then on', async () => {
      const write = { collection: 'visit', value: 1 } as const
      await store.putRecord({ ...write, id: 'today', keepFrom: iso(-1000) })
      await store.putRecords([{ ...write, id: 'later', keepFrom: iso(5000) }])
      const records = [{ ...write, id: 'in a turn', keepFrom: iso(6000) }]
      await answerOne(store, ada, 'm1', { records })
      expect(await store.countOld('visit', at(5000))).toEqual({ count: 1, oldest: iso(0) })
      expect(await store.purge('visit', at(5000))).toBe(1)
      expect(await store.purge('visit', at(5001))).toBe(1)
      expect(await store.countOld('visit', at(6001))).toEqual({ count: 1, oldest: iso(6000) })
      expect(await store.purge('visit', at(6001))).toBe(1)
    })

    test('is told beforehand in figures, and counting removes nothing', async () => {
      const nothing = { count: 0 }
      expect(await store.countOld('conversation', at(5000))).toEqual(nothing)
      await answerOne(store, ada, 'm1', {
        outbox: [{ id: 'dead', kind: 'sms', dueAt: iso(0), payload: 1 }],
      })
      clock.advance(1000)
      await answerOne(store, bo, 'm1')
      await store.putRecord({ collection: 'feedback', id: 'f', value: 1, conversationId: ada })
      await store.claimOutbox({ now: at(0), leaseMs: 1, limit: 10 })
      await store.failOutbox('dead', undefined, 'no such number')
      expect(await store.countOld('conversation', at(0))).toEqual(nothing)
      expect(await store.countOld('conversation', at(1000))).toEqual({ count: 1, oldest: iso(0) })
      expect(await store.countOld('conversation', at(1001))).toEqual({ count: 3, oldest: iso(0) })
      expect(await store.countOld('feedback', at(1000))).toEqual(nothing)
      expect(await store.countOld('feedback', at(1001))).toEqual({ count: 1, oldest: iso(1000) })
      expect(await store.purge('conversation', at(1001))).toBe(3)
      expect(await store.countOld('conversation', at(1001))).toEqual(nothing)
    })

    test('takes named records and no others, whatever their age', async () => {
      for (const id of ['a', 'b', 'c'])
        await store.putRecord({ collection: 'case', id, value: id, conversationId: ada, keys: ['k'] })
      const ids = ['c', 'a', 'gone']
      expect(await store.freeRecords('case', ids)).toEqual(['a', 'c'])
      expect([await store.removeRecords('case', ids), await store.removeRecords('case', ids)]).toEqual([2, 0])
      expect((await store.recordsUnder('case', 'k')).map(({ id }) => id)).toEqual(['b'])
      expect((await store.recordsOf(ada)).map(({ id }) => id)).toEqual(['b'])
    })

    test('gets through more than fit in one go', async () => {
      await Promise.all(
        Array.from({ length: 250 }, async (_, n) => {
          await store.accept(message(conversation(`c${n}`), 'm1'))
          await store.putRecord({ collection: 'set-aside', id: `s${n}`, value: n })
        }),
      )
      expect(await store.purge('set-aside', at(1))).toBe(250)
      expect(await store.purge('conversation', at(1))).toBe(250)
      expect(await store.records('set-aside', { limit: 10 })).toEqual([])
      expect(await store.conversationsWaiting(10)).toEqual([])
    })
  })
}
