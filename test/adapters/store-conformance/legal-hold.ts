// What a legal hold keeps.
import type { Held, LegalHold } from '../../../bot/contracts/store/legal-hold'
import type { RetentionClass, Store } from '../../../bot/contracts/store/store'
import { answerOne, conversation, message, type StoppedClock } from '../store-samples'
import { ada, at, bo, iso, type FreshStore } from './fresh-store'

export function describeLegalHold(fresh: FreshStore): void {
  let clock: StoppedClock
  let store: Store
  beforeEach(() => {
    ;({ clock, store } = fresh)
  })

  describe('a legal hold', () => {
    const holdOn = (held: Held): LegalHold => ({ held, reason: 'överklagat', by: 'arkivarie', at: iso(0) })
    const adaHeld: Held = { kind: 'conversation', conversationId: ada }
    const caseHeld: Held = { kind: 'record', collection: 'case', id: 'F-1' }
    const caseWrites = [
      { collection: 'case', id: 'F-1', value: 1, conversationId: ada },
      { collection: 'case', id: 'F-1/event/a', value: 2, conversationId: ada },
      { collection: 'case', id: 'F-10', value: 3, conversationId: ada },
      { collection: 'feedback', id: 'f', value: 4, conversationId: ada },
    ] as const
    const idsIn = async (collection: RetentionClass) =>
      (await store.records(collection, { limit: 10 })).map(({ id }) => id).sort()

    test('on a conversation keeps it, its transcript and its records, whoever removes', async () => {
      await answerOne(store, ada, 'm1', { records: caseWrites })
      await answerOne(store, bo, 'm1')
      await store.placeLegalHold(holdOn(adaHeld))
      expect(await store.countOld('conversation', at(1))).toEqual({ count: 1, oldest: iso(0) })
      expect(await store.countOld('case', at(1))).toEqual({ count: 0 })
      expect(await store.purge('conversation', at(1))).toBe(1)
      expect(await store.purge('case', at(1))).toBe(0)
      expect(await store.erase(ada)).toBe('held')
      expect(await store.lastSequence(ada)).toBe(2)
      expect(await store.lastSequence(bo)).toBe(0)
      expect(await idsIn('case')).toEqual(['F-1', 'F-1/event/a', 'F-10'])
      expect(await idsIn('feedback')).toEqual(['f'])
    })

    test('on a case keeps it and what has happened to it, and nothing else', async () => {
      await answerOne(store, ada, 'm1', { records: caseWrites })
      await store.placeLegalHold(holdOn(caseHeld))
      expect(await store.countOld('case', at(1))).toEqual({ count: 1, oldest: iso(0) })
      expect(await store.erase(ada)).toBe('partly-held')
      expect(await store.lastSequence(ada)).toBe(0)
      expect(await idsIn('case')).toEqual(['F-1', 'F-1/event/a'])
      expect(await idsIn('feedback')).toEqual([])
      expect(await store.purge('case', at(1))).toBe(0)
      expect(await store.freeRecords('case', ['F-1', 'F-1/event/a', 'F-10'])).toEqual([])
      expect(await store.removeRecords('case', ['F-1', 'F-1/event/a'])).toBe(0)
    })

    test('is listed, changed by a second one, and lifted, after which all goes as before', async () => {
      await answerOne(store, ada, 'm1', { records: caseWrites })
      for (const held of [adaHeld, caseHeld]) await store.placeLegalHold(holdOn(held))
      await store.placeLegalHold({ ...holdOn(caseHeld), reason: 'begärt av domstol' })
      const holds = await store.legalHolds()
      expect(holds).toHaveLength(2)
      expect(holds).toEqual(
        expect.arrayContaining([holdOn(adaHeld), { ...holdOn(caseHeld), reason: 'begärt av domstol' }]),
      )
      expect([await store.liftLegalHold(adaHeld), await store.liftLegalHold(adaHeld)]).toEqual([true, false])
      expect(await store.erase(ada)).toBe('partly-held')
      expect(await store.liftLegalHold(caseHeld)).toBe(true)
      expect(await store.legalHolds()).toEqual([])
      expect(await store.erase(ada)).toBe('erased')
      expect(await idsIn('case')).toEqual([])
    })

    test('on many does not keep what lies behind them', async () => {
      await Promise.all(
        Array.from({ length: 130 }, async (_, n) => {
          const conversationId = conversation(`held${n}`)
          await store.accept(message(conversationId, 'm1'))
          await store.putRecord({ collection: 'feedback', id: `h${n}`, value: n, conversationId })
          await store.placeLegalHold(holdOn({ kind: 'conversation', conversationId }))
        }),
      )
      clock.advance(1000)
      await store.accept(message(ada, 'm1'))
      await store.putRecord({ collection: 'feedback', id: 'free', value: 1 })
      expect(await store.purge('conversation', at(1001))).toBe(1)
      expect(await store.purge('feedback', at(1001))).toBe(1)
      expect(await store.lastSequence(conversation('held129'))).toBe(1)
      expect(await store.record('feedback', 'free')).toBeUndefined()
    })

    test('is not needed for what an erasure is told to spare, and makes no difference to it', async () => {
      await answerOne(store, ada, 'm1', { records: caseWrites })
      await store.placeLegalHold(holdOn(caseHeld))
      expect(await store.erase(ada, ['case'])).toBe('erased')
      expect(await idsIn('case')).toEqual(['F-1', 'F-1/event/a', 'F-10'])
      expect(await idsIn('feedback')).toEqual([])
      expect(await store.liftLegalHold(caseHeld)).toBe(true)
      expect(await store.erase(ada)).toBe('erased')
      expect(await idsIn('case')).toEqual([])
    })
  })
}
