// Who listens hears of every change, of any process.
import { setImmediate as nextRound } from 'node:timers/promises'
import { toMessageId, toReplyId } from '../../../bot/contracts/talk/ids'
import type { InterimAnswer } from '../../../bot/contracts/talk/interim-answer'
import type { ConversationChange, Store } from '../../../bot/contracts/store/store'
import { message, turn } from '../store-samples'
import { ada, bo, type FreshStore } from './fresh-store'

export function describeListening(fresh: FreshStore): void {
  let store: Store
  beforeEach(() => {
    ;({ store } = fresh)
  })

  describe('listeners', () => {
    /** Resolves with the changes once one has this sequence. */
    const until = (one: Store, lastSequence: number) =>
      new Promise<readonly ConversationChange[]>((resolve) => {
        const changes: ConversationChange[] = []
        one.listen((change) => {
          changes.push(change)
          if (change.lastSequence === lastSequence) resolve(changes)
        })
      })

    test('hear of accept, commit and erase, until they stop listening', async () => {
      const heard: ConversationChange[] = []
      const stop = store.listen((change) => heard.push(change))
      const steps = [
        { lastSequence: 1, run: () => store.accept(message(ada, 'm1')) },
        { lastSequence: 2, run: () => store.commit(turn(ada, 'm1')) },
        { lastSequence: 0, run: () => store.erase(ada) },
      ]
      for (const { lastSequence, run } of steps) {
        const told = until(store, lastSequence)
        await run()
        await told
        expect(heard).toContainEqual({ conversationId: ada, lastSequence })
      }
      stop()
      heard.length = 0
      const next = until(store, 1)
      await store.accept(message(bo, 'm1'))
      await next
      expect(heard).toEqual([])
    })

    test('that fail do not disturb the store or one another', async () => {
      store.listen(() => {
        throw new Error('a fault of a listener')
      })
      const heard = until(store, 1)
      expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
      expect(await heard).toContainEqual({ conversationId: ada, lastSequence: 1 })
    })
  })

  describe('interim answers', () => {
    const part = (n: number, text = `Del ${n}.`): InterimAnswer => ({
      conversationId: ada,
      reply: toReplyId(toMessageId('m1'), 1),
      part: n,
      language: 'sv',
      at: '2026-11-24T02:30:00.000Z',
      text,
    })
    const trial = part(0)
    /** On Redis nobody listens before the subscription stands; then each listener hears all that is shown. */
    const listening = async (one: Store): Promise<InterimAnswer[]> => {
      const told: InterimAnswer[] = []
      const trials: InterimAnswer[] = []
      one.listenToInterims((interim) => {
        ;(interim.part === trial.part ? trials : told).push(interim)
      })
      while (trials.length === 0) {
        one.showInterim(trial)
        await nextRound()
      }
      return told
    }
    const until = (one: Store, last: number) =>
      new Promise<void>((resolve) => {
        one.listenToInterims(({ part: n }) => {
          if (n === last) resolve()
        })
      })

    test('are told in order to all who listen, and kept nowhere', async () => {
      const parts = [part(1, 'Å, ä och "ö".'), part(2, 'Å, ä och "ö". Mer.'), part(3)]
      const both = [await listening(store), await listening(store)]
      const over = until(store, 3)
      for (const one of parts) store.showInterim(one)
      await over
      expect(both).toEqual([parts, parts])
      expect(await store.lastSequence(ada)).toBe(0)
      expect(await store.linesAfter(ada, -1, 10)).toEqual([])
    })

    test('are no changes, and changes are none of them', async () => {
      const changes: ConversationChange[] = []
      const told = await listening(store)
      const over = until(store, 1)
      store.listen((change) => changes.push(change))
      await store.accept(message(ada, 'm1'))
      store.showInterim(part(1))
      await over
      expect(changes.filter(({ lastSequence }) => lastSequence !== 1)).toEqual([])
      expect(told).toEqual([part(1)])
    })

    test('are told no more to who stopped listening', async () => {
      await listening(store)
      const told: InterimAnswer[] = []
      store.listenToInterims((interim) => told.push(interim))()
      const over = until(store, 1)
      store.showInterim(part(1))
      await over
      expect(told).toEqual([])
    })

    test('fail nobody when the store is closed', async () => {
      await store.close()
      expect(() => store.showInterim(part(1))).not.toThrow()
    })
  })

  test('answers a ping, and is unavailable once it is closed', async () => {
    await expect(store.ping()).resolves.toBeUndefined()
    await store.close()
    await store.close()
    await expect(store.ping()).rejects.toMatchObject({ code: 'store-unavailable', retryable: true })
    await expect(store.accept(message(ada, 'm1'))).rejects.toMatchObject({ code: 'store-unavailable' })
  })
}
