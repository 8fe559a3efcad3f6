// Messages: kept before anybody is told so, and waiting until they are answered.
import type { Store } from '../../../bot/contracts/store/store'
import { answerOne, conversation, message, turn } from '../store-samples'
import { ada, bo, type FreshStore } from './fresh-store'

export function describeMessages(fresh: FreshStore): void {
  const { openAnother } = fresh
  let store: Store
  beforeEach(() => {
    ;({ store } = fresh)
  })

  describe('accept', () => {
    test('counts the lines of a conversation from 1', async () => {
      expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
      expect(await store.accept(message(ada, 'm2'))).toEqual({ kind: 'accepted', sequence: 2 })
      expect(await store.accept(message(bo, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
    })

    test('changes nothing for a repeated id and tells the sequence of the first time', async () => {
      await store.accept(message(ada, 'm1', 'först'))
      await store.accept(message(ada, 'm2'))
      expect(await store.accept(message(ada, 'm1', 'annat'))).toEqual({ kind: 'repeated', sequence: 1 })
      expect(await store.lastSequence(ada)).toBe(2)
      expect((await store.nextWaiting(ada))?.message.content).toEqual({ kind: 'text', text: 'först' })
    })

    test('knows an answered message again', async () => {
      await answerOne(store, ada, 'm1')
      expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'repeated', sequence: 1 })
      expect(await store.nextWaiting(ada)).toBeUndefined()
      expect(await store.conversationsWaiting(10)).toEqual([])
    })

    test('keeps one of fifty equal messages that come at once', async () => {
      const other = openAnother()
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? store : other).accept(message(ada, 'm1'))),
      )
      expect(results.filter(({ kind }) => kind === 'accepted')).toHaveLength(1)
      expect(results.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, () => 1))
      expect(await store.lastSequence(ada)).toBe(1)
    })

    test('gives fifty different messages that come at once fifty sequences without a gap', async () => {
      const other = openAnother()
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? store : other).accept(message(ada, `m${n}`))),
      )
      expect(results.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 50 }, (_, n) => n + 1),
      )
      const lines = await store.linesAfter(ada, 0, 100)
      expect(lines.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    })

    test('gives back every sign a resident may write', async () => {
      const text = 'Å ä ö 🚮 \u0000 "citat" \\ \n rad två ‮ \ud800 <b>'
      await store.accept(message(ada, 'm{1} "x"', text))
      const waiting = await store.nextWaiting(ada)
      expect(waiting?.message).toEqual(message(ada, 'm{1} "x"', text))
    })

    test('keeps apart conversations whose names differ in odd signs only', async () => {
      const names = ['a{b}', 'a{b', 'a}b{', '{}', 'a b', 'a%7Bb']
      for (const one of names) await store.accept(message(conversation(one), 'm1', one))
      for (const one of names) {
        const [line] = await store.linesAfter(conversation(one), 0, 10)
        expect(line).toMatchObject({ author: 'resident', message: { content: { text: one } } })
      }
      expect(await store.conversationsWaiting(10)).toEqual(names.map(conversation))
    })
  })

  describe('waiting messages', () => {
    test('come oldest first, and the next one only after the commit', async () => {
      await store.accept(message(ada, 'm1'))
      await store.accept(message(ada, 'm2'))
      expect((await store.nextWaiting(ada))?.message.id).toBe('m1')
      expect((await store.nextWaiting(ada))?.message.id).toBe('m1')
      await store.commit(turn(ada, 'm1'))
      expect(await store.nextWaiting(ada)).toEqual({
        message: message(ada, 'm2'),
        sequence: 2,
        attempts: 1,
      })
    })

    test('count how often a turn was begun, also over a restart', async () => {
      await store.accept(message(ada, 'm1'))
      const attempts = []
      for (const one of [store, store, openAnother()]) attempts.push((await one.nextWaiting(ada))?.attempts)
      expect(attempts).toEqual([1, 2, 3])
    })

    test('are none in an unknown conversation', async () => {
      expect(await store.nextWaiting(ada)).toBeUndefined()
    })

    test('name their conversations, the longest waiting one first', async () => {
      await store.accept(message(ada, 'm1'))
      await store.accept(message(bo, 'm1'))
      await store.accept(message(conversation('cy'), 'm1'))
      expect(await store.conversationsWaiting(10)).toEqual([ada, bo, conversation('cy')])
      expect(await store.conversationsWaiting(2)).toEqual([ada, bo])
      // Ada's oldest waiting message is the newest of all now.
      await store.accept(message(ada, 'm2'))
      await store.commit(turn(ada, 'm1'))
      expect(await store.conversationsWaiting(10)).toEqual([bo, conversation('cy'), ada])
      expect(await store.conversationsWaiting(1)).toEqual([bo])
      await store.commit(turn(bo, 'm1'))
      expect(await store.conversationsWaiting(10)).toEqual([conversation('cy'), ada])
    })

    test('are found however many conversations were answered before', async () => {
      for (let n = 0; n < 12; n += 1) await store.accept(message(conversation(`c${n}`), 'm1'))
      for (let n = 0; n < 10; n += 1) await store.commit(turn(conversation(`c${n}`), 'm1'))
      expect(await store.conversationsWaiting(3)).toEqual([conversation('c10'), conversation('c11')])
    })

    test('are never lost between an answer and the next message of the same moment', async () => {
      const other = openAnother()
      for (let n = 0; n < 30; n += 1) {
        await store.accept(message(ada, `a${n}`))
        const { version } = await store.load(ada)
        await Promise.all([
          store.commit(turn(ada, `a${n}`, { expectedVersion: version })),
          other.accept(message(ada, `b${n}`)),
          other.conversationsWaiting(10),
          store.accept(message(ada, `b${n}`)),
        ])
        expect(await store.conversationsWaiting(10)).toEqual([ada])
        await store.commit(turn(ada, `b${n}`, { expectedVersion: version + 1 }))
        expect(await store.conversationsWaiting(10)).toEqual([])
      }
    })
  })
}
