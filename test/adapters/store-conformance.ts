// What every store must do, whatever it keeps things in. Each test gets a store with nothing in it.
import { setImmediate as nextRound } from 'node:timers/promises'
import { toMessageId, toReplyId } from '../../bot/contracts/talk/ids'
import type { InterimAnswer } from '../../bot/contracts/talk/interim-answer'
import type { Held, LegalHold } from '../../bot/contracts/store/legal-hold'
import type { ConversationChange, RetentionClass, Store } from '../../bot/contracts/store/store'
import { answerOne, conversation, message, reply, stopClock, turn, type StoppedClock } from './store-samples'

export interface StoreUnderTest {
  /** Opens one more instance on the same data; the suite closes it. */
  open(clock: StoppedClock): Store
  /** Lets the time of leases pass, by the clock or for real. */
  passTime(clock: StoppedClock, ms: number): Promise<void>
}

/** Short enough to wait for where the server counts the time itself. */
const shortLeaseMs = 60
/** Several steps fit into it, also on a busy machine. */
const shortWhileMs = 400
const longLeaseMs = 60_000

const iso = (ms: number) => new Date(Date.parse('2026-11-24T01:30:00.000Z') + ms).toISOString()
const at = (ms: number) => new Date(iso(ms))

export function describeStore(name: string, prepare: () => StoreUnderTest): void {
  describe(name, () => {
    const ada = conversation('ada')
    const bo = conversation('bo')
    let clock: StoppedClock
    let under: StoreUnderTest
    let store: Store
    let opened: Store[]

    const openAnother = (): Store => {
      const another = under.open(clock)
      opened.push(another)
      return another
    }
    beforeEach(() => {
      clock = stopClock()
      under = prepare()
      opened = []
      store = openAnother()
    })
    afterEach(async () => {
      await Promise.all(opened.map((one) => one.close()))
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
        for (let n = 0; n < 30; n += 1) {
          await store.accept(message(ada, `a${n}`))
          const { version } = await store.load(ada)
          const other = opened[1] ?? openAnother()
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
        expect(JSON.stringify(stored)).toBe(
          JSON.stringify({ messageId: 'm1', replies, outcome: 'completed' }),
        )
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
      const refused: readonly (readonly [string, Parameters<typeof turn>[1], Parameters<typeof turn>[2]])[] =
        [
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
        await expect(store.commit(turn(ada, 'm1', { ...full, outbox }))).rejects.toThrow(
          /o1.*dueAt.*ISO 8601/,
        )
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
        const putInOrder = (
          key: string,
          ...entries: readonly (readonly [id: string, dueAfterMs: number])[]
        ) =>
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
        await Promise.all([
          store.enqueueAll(entries),
          openAnother().enqueueAll(entries),
          store.enqueueAll([]),
        ])
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

    describe('numbers', () => {
      test('begin at 1 in each series, and the same key keeps its number', async () => {
        expect(await store.allocateNumber('F-2026', 'a')).toBe(1)
        expect(await store.allocateNumber('F-2026', 'b')).toBe(2)
        expect(await store.allocateNumber('F-2027', 'b')).toBe(1)
        expect(await openAnother().allocateNumber('F-2026', 'a')).toBe(1)
        expect(await store.allocateNumber('F-2026', 'c')).toBe(3)
      })

      test('are distinct and without gaps for a hundred at once', async () => {
        const other = openAnother()
        const numbers = await Promise.all(
          Array.from({ length: 100 }, (_, n) =>
            (n % 2 === 0 ? store : other).allocateNumber('F', `key ${n}`),
          ),
        )
        expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
      })

      test('of a series for a while are forgotten after it, and those of others are not', async () => {
        const take = (key: string) => store.allocateNumber('G-20261201', key, shortWhileMs)
        expect([await take('a'), await take('b'), await take('a')]).toEqual([1, 2, 1])
        await store.allocateNumber('F-2026', 'a')
        await under.passTime(clock, shortWhileMs)
        expect(await take('c')).toBe(1)
        expect(await store.allocateNumber('F-2026', 'b')).toBe(2)
      })

      test('are the same for a hundred that ask with one key at once', async () => {
        const numbers = await Promise.all(Array.from({ length: 100 }, () => store.allocateNumber('F', 'key')))
        expect(new Set(numbers)).toEqual(new Set([1]))
      })
    })

    describe('small things under a key', () => {
      test('a secret is the same for all who bring one', async () => {
        const other = openAnother()
        const kept = await Promise.all([
          store.keepOnce('k', 'a'),
          other.keepOnce('k', 'b'),
          store.keepOnce('k', 'c'),
        ])
        expect(new Set(kept).size).toBe(1)
        expect(['a', 'b', 'c']).toContain(kept[0])
        expect(await openAnother().keepOnce('k', 'd')).toBe(kept[0])
        expect(await store.keepOnce('other', 'd')).toBe('d')
      })

      test('what is kept for a while is forgotten after it', async () => {
        expect(await store.keepOnce('k', 'a', shortWhileMs)).toBe('a')
        expect(await openAnother().keepOnce('k', 'b', shortWhileMs)).toBe('a')
        await store.keepOnce('for good', 'a')
        await under.passTime(clock, shortWhileMs)
        expect(await store.keepOnce('k', 'c', shortWhileMs)).toBe('c')
        expect(await store.keepOnce('for good', 'b')).toBe('a')
      })

      test('what is kept for good is found by how it begins, and forgotten when told to', async () => {
        await store.keepOnce('spent/{a} 50%', 'x')
        await store.keepOnce('spent/b', 'x', longLeaseMs)
        await store.keepOnce('spend', 'x')
        await store.allocateNumber('G-20250101', 'a')
        await store.allocateNumber('G-20250101', 'b')
        await store.allocateNumber('G-20260101', 'a', longLeaseMs)
        await store.allocateNumber('F-2026', 'a')
        expect(await store.endlessKeys('kept', 'spent/')).toEqual(['spent/{a} 50%'])
        expect(await store.endlessKeys('series', 'G-')).toEqual(['G-20250101'])
        expect(await store.endlessKeys('series', '')).toContain('F-2026')
        expect(await store.forgetKeys('kept', ['spent/{a} 50%', 'spent/none'])).toBe(1)
        expect(await store.forgetKeys('series', ['G-20250101'])).toBe(1)
        expect(await store.keepOnce('spent/{a} 50%', 'y')).toBe('y')
        expect(await store.keepOnce('spent/b', 'y')).toBe('x')
        expect(await store.allocateNumber('G-20250101', 'c')).toBe(1)
        expect(await store.allocateNumber('F-2026', 'b')).toBe(2)
      })

      test('a token is spent by the first of many', async () => {
        const other = openAnother()
        const spent = await Promise.all(
          Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : other).spendOnce('t', longLeaseMs)),
        )
        expect(spent.filter(Boolean)).toHaveLength(1)
        expect(await store.spendOnce('other', longLeaseMs)).toBe(true)
      })

      test('a spent token is forgotten after its time', async () => {
        await store.spendOnce('t', shortLeaseMs)
        expect(await store.spendOnce('t', shortLeaseMs)).toBe(false)
        await under.passTime(clock, shortLeaseMs)
        expect(await store.spendOnce('t', shortLeaseMs)).toBe(true)
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
        expect([await store.removeRecords('case', ids), await store.removeRecords('case', ids)]).toEqual([
          2, 0,
        ])
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
        expect([await store.liftLegalHold(adaHeld), await store.liftLegalHold(adaHeld)]).toEqual([
          true,
          false,
        ])
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
  })
}
