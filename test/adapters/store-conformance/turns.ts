// Turns: committed all or nothing, told in the transcript, by one process at a time.
import { toMessageId } from '../../../bot/contracts/talk/ids'
import type { ConversationChange, Store } from '../../../bot/contracts/store/store'
import { answerOne, message, reply, turn, type StoppedClock } from '../store-samples'
import { ada, bo, iso, longLeaseMs, shortLeaseMs, type FreshStore, type StoreUnderTest } from './fresh-store'

export function describeTurns(fresh: FreshStore): void {
  const { openAnother } = fresh
  let clock: StoppedClock
  let store: Store
  let under: StoreUnderTest
  beforeEach(() => {
    ;({ clock, store, under } = fresh)
  })

  describe('commit', () => {
    test('keeps state, replies and turn, and makes the version one higher', async () => {
      expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
      await store.accept(message(ada, 'm1'))
      expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
      const result = await store.commit(
        turn(ada, 'm1', { state: '{"å":1}', replies: [reply('m1', 1), reply('m1', 2)] }),
      )
      expect(result).toEqual({ kind: 'committed', lastSequence: 3 })
      expect(await openAnother().load(ada)).toEqual({ version: 1, state: '{"å":1}' })
      expect(await store.lastSequence(ada)).toBe(3)
    })

    test('gives the turn of a message back byte for byte', async () => {
      const replies = [reply('m1', 1, 'Åäö 🚮\u0000"\\\n'), reply('m1', 2, '')]
      await answerOne(store, ada, 'm1', { replies, outcome: 'completed' })
      await answerOne(store, ada, 'm2')
      const stored = await openAnother().turnOf(ada, toMessageId('m1'))
      expect(JSON.stringify(stored)).toBe(JSON.stringify({ messageId: 'm1', replies, outcome: 'completed' }))
    })

    test('gives no turn for a message that waits, is unknown, or is of another conversation', async () => {
      await answerOne(store, ada, 'm1')
      await store.accept(message(ada, 'm2'))
      expect(await store.turnOf(ada, toMessageId('m2'))).toBeUndefined()
      expect(await store.turnOf(ada, toMessageId('m3'))).toBeUndefined()
      expect(await store.turnOf(bo, toMessageId('m1'))).toBeUndefined()
    })

    test('changes the line of its message where it says how that reads from now on', async () => {
      await store.accept(message(ada, 'm1', 'ring 070-123 45 67'))
      await store.accept(message(ada, 'm2', 'tack'))
      const kept = message(ada, 'm1', 'ring [telefon]')
      await store.commit(turn(ada, 'm1', { message: kept }))
      const lines = await store.linesAfter(ada, 0, 9)
      expect(lines.map((line) => line.author)).toEqual(['resident', 'resident', 'bot'])
      expect(lines[0]).toMatchObject({ sequence: 1, at: kept.receivedAt, message: kept })
      expect(lines[1]).toMatchObject({ sequence: 2, message: message(ada, 'm2', 'tack') })
      expect((await store.nextWaiting(ada))?.message).toEqual(message(ada, 'm2', 'tack'))
    })

    test('takes a turn without replies', async () => {
      await store.accept(message(ada, 'm1'))
      expect(await store.commit(turn(ada, 'm1', { replies: [], outcome: 'noted-feedback' }))).toEqual({
        kind: 'committed',
        lastSequence: 1,
      })
      expect(await store.turnOf(ada, toMessageId('m1'))).toEqual({
        messageId: 'm1',
        replies: [],
        outcome: 'noted-feedback',
      })
      expect(await store.nextWaiting(ada)).toBeUndefined()
    })

    const full = {
      state: '{"later":true}',
      outbox: [{ id: 'o1', kind: 'sms', dueAt: iso(0), payload: { to: 'desk' } }],
      records: [{ collection: 'case', id: 'F-1', value: { kind: 'lamp' }, conversationId: ada }] as const,
    }
    const refused: readonly (readonly [string, Parameters<typeof turn>[1], Parameters<typeof turn>[2]])[] = [
      ['an old version', 'm2', { expectedVersion: 0 }],
      ['a version that is not there yet', 'm2', { expectedVersion: 2 }],
      ['a message that is not next', 'm3', { expectedVersion: 1 }],
      ['a message that is answered', 'm1', { expectedVersion: 1 }],
      ['a message never accepted', 'm9', { expectedVersion: 1 }],
    ]
    test.each(refused)('writes nothing at all for %s', async (_what, messageId, changes) => {
      await answerOne(store, ada, 'm1', { state: '{"first":true}' })
      await store.accept(message(ada, 'm2'))
      await store.accept(message(ada, 'm3'))
      const changed: ConversationChange[] = []
      store.listen((change) => changed.push(change))

      expect(await store.commit(turn(ada, messageId, { ...full, ...changes }))).toEqual({
        kind: 'conflict',
      })

      expect(await store.load(ada)).toEqual({ version: 1, state: '{"first":true}' })
      expect(await store.lastSequence(ada)).toBe(4)
      expect((await store.nextWaiting(ada))?.message.id).toBe('m2')
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
      expect(await store.record('case', 'F-1')).toBeUndefined()
      expect(await store.records('case', { limit: 10 })).toEqual([])
      // The accepts before may still be told of.
      expect(changed.filter(({ lastSequence }) => lastSequence > 4)).toEqual([])
    })

    test('refuses an unknown conversation', async () => {
      expect(await store.commit(turn(bo, 'm1', full))).toEqual({ kind: 'conflict' })
      expect(await store.lastSequence(bo)).toBe(0)
    })

    test('writes nothing when an outbox entry has no time', async () => {
      await store.accept(message(ada, 'm1'))
      const outbox = [{ id: 'o1', kind: 'sms', dueAt: 'i morgon', payload: null }]
      await expect(store.commit(turn(ada, 'm1', { ...full, outbox }))).rejects.toThrow(/o1.*dueAt.*ISO 8601/)
      expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
      expect(await store.record('case', 'F-1')).toBeUndefined()
    })

    test('shows records and outbox entries as soon as it is done', async () => {
      await answerOne(store, ada, 'm1', full)
      const other = openAnother()
      expect(await other.record('case', 'F-1')).toEqual({
        id: 'F-1',
        value: { kind: 'lamp' },
        createdAt: clock.now().toISOString(),
      })
      expect(await other.countOutbox()).toEqual({ waiting: 1, dead: 0 })
    })

    test('lets one of twenty at once win', async () => {
      await store.accept(message(ada, 'm1'))
      const other = openAnother()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 === 0 ? store : other).commit(
            turn(ada, 'm1', {
              replies: [reply('m1', 1, `svar ${n}`)],
              outbox: [{ ...full.outbox[0]!, id: `o${n}` }],
            }),
          ),
        ),
      )
      expect(results.filter(({ kind }) => kind === 'committed')).toHaveLength(1)
      expect(await store.lastSequence(ada)).toBe(2)
      expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
      expect((await store.load(ada)).version).toBe(1)
    })
  })

  describe('the transcript', () => {
    test('gives exactly the lines after a watermark', async () => {
      await answerOne(store, ada, 'm1')
      await answerOne(store, ada, 'm2', { outcome: 'asked' })
      await store.accept(message(ada, 'm3'))
      const all = await store.linesAfter(ada, 0, 100)
      expect(all).toEqual([
        { sequence: 1, at: message(ada, 'm1').receivedAt, author: 'resident', message: message(ada, 'm1') },
        {
          sequence: 2,
          at: '2026-11-24T01:30:00.500Z',
          author: 'bot',
          reply: reply('m1'),
          answers: 'm1',
          outcome: 'answered-article',
        },
        { sequence: 3, at: message(ada, 'm2').receivedAt, author: 'resident', message: message(ada, 'm2') },
        {
          sequence: 4,
          at: '2026-11-24T01:30:00.500Z',
          author: 'bot',
          reply: reply('m2'),
          answers: 'm2',
          outcome: 'asked',
        },
        { sequence: 5, at: message(ada, 'm3').receivedAt, author: 'resident', message: message(ada, 'm3') },
      ])
      for (let after = 0; after <= 6; after += 1)
        for (let limit = 0; limit <= 6; limit += 1)
          expect(await store.linesAfter(ada, after, limit)).toEqual(all.slice(after, after + limit))
    })

    test('begins with the first line after a place before it', async () => {
      for (let n = 1; n <= 4; n += 1) await store.accept(message(ada, `m${n}`))
      const all = await store.linesAfter(ada, 0, 100)
      for (const after of [-1, -3, -7])
        for (const limit of [1, 3, 10])
          expect(await store.linesAfter(ada, after, limit)).toEqual(all.slice(0, limit))
    })

    test('is empty for an unknown conversation', async () => {
      expect(await store.linesAfter(ada, 0, 10)).toEqual([])
      expect(await store.lastSequence(ada)).toBe(0)
    })
  })

  describe('a hold', () => {
    test('keeps others out until it is released', async () => {
      const hold = await store.holdConversation(ada, longLeaseMs)
      expect(await store.holdConversation(ada, longLeaseMs)).toBeUndefined()
      expect(await store.holdConversation(bo, longLeaseMs)).toBeDefined()
      await hold?.release()
      expect(await store.holdConversation(ada, longLeaseMs)).toBeDefined()
    })

    test('ends by itself, and its late release does not touch the next holder', async () => {
      const lost = await store.holdConversation(ada, shortLeaseMs)
      await under.passTime(clock, shortLeaseMs)
      const next = await store.holdConversation(ada, longLeaseMs)
      expect(next).toBeDefined()
      expect(await lost?.renew()).toBe(false)
      await lost?.release()
      expect(await store.holdConversation(ada, longLeaseMs)).toBeUndefined()
      expect(await next?.renew()).toBe(true)
    })

    test('that nobody took over cannot be renewed after its end either', async () => {
      const hold = await store.holdConversation(ada, shortLeaseMs)
      await under.passTime(clock, shortLeaseMs)
      expect(await hold?.renew()).toBe(false)
    })

    test('lasts longer when it is renewed', async () => {
      const hold = await store.holdConversation(ada, 400)
      await under.passTime(clock, 200)
      expect(await hold?.renew()).toBe(true)
      await under.passTime(clock, 250)
      expect(await store.holdConversation(ada, longLeaseMs)).toBeUndefined()
    })

    test('does not stand in the way of accept and commit', async () => {
      await store.holdConversation(ada, longLeaseMs)
      await answerOne(store, ada, 'm1')
      expect((await store.load(ada)).version).toBe(1)
    })
  })
}
