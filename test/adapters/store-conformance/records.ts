// Records, found by id, by key and by their conversation.
import type { Store } from '../../../bot/contracts/store/store'
import { answerOne, type StoppedClock } from '../store-samples'
import { ada, bo, iso, type FreshStore } from './fresh-store'

export function describeRecords(fresh: FreshStore): void {
  const { openAnother } = fresh
  let clock: StoppedClock
  let store: Store
  beforeEach(() => {
    ;({ clock, store } = fresh)
  })

  describe('records under a key', () => {
    const put = (id: string, keys: readonly string[], more: object = {}) =>
      store.putRecord({ collection: 'subscription', id, value: id, keys, ...more })
    const under = async (key: string) =>
      (await openAnother().recordsUnder('subscription', key)).map(({ id }) => id)

    test('are found by each of their keys and by no other', async () => {
      await put('b 2', ['visit/M', 'phone +46'])
      await put('a 1', ['visit/M'])
      await put('c', ['visit/M2', 'visit/ M', 'visit/"M'])
      await store.putRecord({ collection: 'consent', id: 'd', value: 1, keys: ['visit/M'] })
      expect(await under('visit/M')).toEqual(['a 1', 'b 2'])
      expect(await under('phone +46')).toEqual(['b 2'])
      expect(await under('visit/"M')).toEqual(['c'])
      expect(await under('visit/')).toEqual([])
      expect(await store.recordsUnder('consent', 'visit/M')).toEqual([
        { id: 'd', value: 1, createdAt: clock.now().toISOString() },
      ])
    })
    test('have the keys of their last write', async () => {
      await put('a', ['one', 'two'])
      await put('a', ['two', 'three'])
      expect([await under('one'), await under('two'), await under('three')]).toEqual([[], ['a'], ['a']])
      await store.putRecord({ collection: 'subscription', id: 'a', value: 'ended' })
      expect([await under('two'), await under('three')]).toEqual([[], []])
    })
    test('come with a turn', async () => {
      const records = [{ collection: 'subscription', id: 'a', value: 1, keys: ['å "1"'] }] as const
      await answerOne(store, ada, 'm1', { records })
      expect(await under('å "1"')).toEqual(['a'])
    })
    test('are gone with what removes them', async () => {
      await put('a', ['k'], { conversationId: ada })
      await put('b', ['k'])
      await store.erase(ada)
      expect(await under('k')).toEqual(['b'])
      clock.advance(1000)
      await store.purge('subscription', clock.now())
      expect(await under('k')).toEqual([])
      await put('a', ['other'])
      expect(await under('k')).toEqual([])
    })
  })

  describe('records', () => {
    test('keep the time of their first write and the value of their last', async () => {
      const first = clock.now().toISOString()
      await store.putRecord({ collection: 'case', id: 'F-1', value: { status: 'new' } })
      clock.advance(1000)
      await store.putRecord({ collection: 'case', id: 'F-1', value: { status: 'done', å: ['ö'] } })
      const expected = { id: 'F-1', value: { status: 'done', å: ['ö'] }, createdAt: first }
      expect(await openAnother().record('case', 'F-1')).toEqual(expected)
      expect(await store.records('case', { limit: 10 })).toEqual([expected])
      expect(await store.record('feedback', 'F-1')).toBeUndefined()
      expect(await store.record('case', 'F-2')).toBeUndefined()
    })

    test('come newest first, page by page, with ids in order where times are equal', async () => {
      const written = []
      for (let n = 0; n < 10; n += 1) {
        await store.putRecord({ collection: 'feedback', id: `f ${n}`, value: n })
        written.push(`f ${n}`)
        if (n % 3 === 0) clock.advance(1)
      }
      await store.putRecord({ collection: 'case', id: 'other', value: null })
      const seen: string[] = []
      let before: readonly [string, string] | undefined
      for (;;) {
        const page = await store.records('feedback', {
          limit: 3,
          ...(before === undefined ? {} : { before }),
        })
        if (page.length === 0) break
        seen.push(...page.map(({ id }) => id))
        const last = page[page.length - 1]!
        before = [last.createdAt, last.id]
      }
      expect(seen).toEqual(written.reverse())
    })

    test('of one commit are written in its order', async () => {
      const record = (value: string) => ({ collection: 'audit', id: 'a', value }) as const
      await answerOne(store, ada, 'm1', { records: [record('one'), record('two')] })
      expect((await store.record('audit', 'a'))?.value).toBe('two')
    })
  })

  describe('the records of a conversation', () => {
    test('are those that name it now, whoever wrote them, and no others', async () => {
      await answerOne(store, ada, 'm1', {
        records: [{ collection: 'case', id: 'F-1', value: { a: 1 }, conversationId: ada }],
      })
      await store.putRecord({ collection: 'call-back', id: 'R 2', value: 2, conversationId: ada })
      await store.putRecord({ collection: 'case', id: 'F-2', value: 3, conversationId: ada })
      await store.putRecord({ collection: 'case', id: 'F-2', value: 3, conversationId: bo })
      await store.putRecord({ collection: 'feedback', id: 'f', value: 4 })
      expect(await store.recordsOf(ada)).toEqual([
        { collection: 'call-back', id: 'R 2', value: 2, createdAt: iso(0) },
        { collection: 'case', id: 'F-1', value: { a: 1 }, createdAt: iso(0) },
      ])
      expect((await store.recordsOf(bo)).map(({ id }) => id)).toEqual(['F-2'])
      await store.erase(ada)
      expect(await store.recordsOf(ada)).toEqual([])
    })
  })
}
