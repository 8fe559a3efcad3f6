// What becomes of an entry, whatever its deed answers; on a real store with a clock that stands still until it is moved.
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { DoEntry, EntryResult } from '../../../bot/contracts/store/outbox-work'
import type { Store } from '../../../bot/contracts/store/store'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { createMemoryLogger } from '../../support/web-chat-server'

const minuteMs = 60_000

describe('the outbox worker', () => {
  let nowMs = Date.parse('2026-11-24T02:30:00Z')
  const clock = { now: () => new Date(nowMs) }
  let store: Store
  beforeEach(() => {
    nowMs = Date.parse('2026-11-24T02:30:00Z')
    logger = createMemoryLogger()
    store = openSqliteStore({ file: ':memory:', clock, logger })
  })
  afterEach(() => store.close())

  const put = (id: string, kind = 'sms', dueMs = 0) =>
    store.enqueue({ id, kind, dueAt: new Date(nowMs + dueMs).toISOString(), payload: { id } })
  let logger = createMemoryLogger()
  const worker = (deed: DoEntry, ended?: (kind: string, result: EntryResult['kind']) => void) =>
    createOutboxWorker({
      store,
      deeds: new Map([['sms', deed]]),
      clock,
      logger,
      ...(ended && { ended }),
    })
  const left = () => store.countOutbox()

  test('does each due entry once and forgets it', async () => {
    for (let n = 0; n < 50; n += 1) await put(`o${n}`)
    await put('later', 'sms', minuteMs)
    const done: string[] = []
    const count = await worker(({ id }) => {
      done.push(id)
      return Promise.resolve({ kind: 'done' })
    }).workOff()
    expect([count, new Set(done).size, done.length]).toEqual([50, 50, 50])
    expect(await left()).toEqual({ waiting: 1, dead: 0 })
  })

  test('tries again later and later, and gives up at last', async () => {
    await put('o1')
    const attempts: number[] = []
    const counted: string[] = []
    const fails = worker(
      ({ attempts: n }) => {
        attempts.push(n)
        return Promise.resolve({ kind: 'retry', reason: 'away' })
      },
      (_, result) => counted.push(result),
    )
    const pauses: number[] = []
    while ((await left()).waiting > 0) {
      const before = nowMs
      while ((await fails.workOff()) === 0) nowMs += minuteMs / 2
      pauses.push((nowMs - before) / minuteMs)
    }
    expect(pauses).toEqual([0, 0.5, 2, 10, 30, 60, 120, 240, 480])
    expect(attempts).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(counted).toEqual([...Array.from({ length: 8 }, () => 'retry'), 'give-up'])
    expect(await left()).toEqual({ waiting: 0, dead: 1 })
  })

  test('a kind that hangs keeps no other from being done, nor more of its own than a few from waiting', async () => {
    for (let n = 0; n < 100; n += 1) await put(`desk${n}`, 'desk-webhook')
    await put('text1')
    let answer: (result: EntryResult) => void = () => undefined
    const deskAnswers = new Promise<EntryResult>((resolve) => (answer = resolve))
    let hanging = 0
    const texted: string[] = []
    let worked: Promise<number> | undefined
    await new Promise<void>((bothTexted) => {
      const deeds = new Map<string, DoEntry>([
        [
          'desk-webhook',
          () => {
            hanging += 1
            return deskAnswers
          },
        ],
        [
          'sms',
          ({ id }) => {
            if (texted.push(id) === 2) bothTexted()
            return Promise.resolve({ kind: 'done' })
          },
        ],
      ])
      worked = createOutboxWorker({ store, deeds, clock, logger: silentLogger }).workOff()
      void put('text2')
    })
    expect([texted, hanging]).toEqual([['text1', 'text2'], 8])
    answer({ kind: 'done' })
    expect([await worked, hanging]).toEqual([102, 100])
    expect(await left()).toEqual({ waiting: 0, dead: 0 })
  })

  describe('while a deed goes on', () => {
    beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }))
    afterEach(() => jest.useRealTimers())
    const pass = (ms: number): Promise<void> => {
      nowMs += ms
      return jest.advanceTimersByTimeAsync(ms)
    }

    test('for minutes, no other worker begins it too', async () => {
      await put('o1')
      let begun = 0
      let answer: (result: EntryResult) => void = () => undefined
      const slow: DoEntry = () => {
        begun += 1
        return new Promise((resolve) => (answer = resolve))
      }
      const working = worker(slow).workOff()
      for (let second = 0; second < 300; second += 1) {
        await pass(1000)
        if (second % 20 === 19) expect(await worker(slow).workOff()).toBe(0)
      }
      answer({ kind: 'retry', reason: 'busy', afterMs: 1000 })
      await working
      expect(begun).toBe(1)
      await pass(1000)
      const again = worker(() => Promise.resolve({ kind: 'done' })).workOff()
      expect(await again).toBe(1)
    })

    test('a worker that is stopped begins nothing more, and ends with it', async () => {
      for (let n = 0; n < 30; n += 1) await put(`o${n}`)
      const begun: ((result: EntryResult) => void)[] = []
      const stopped = worker(() => new Promise((resolve) => begun.push(resolve)))
      const working = stopped.workOff()
      await pass(1)
      stopped.stop()
      for (const answer of begun) answer({ kind: 'done' })
      expect([await working, begun.length, await stopped.workOff()]).toEqual([8, 8, 0])
      expect(await left()).toEqual({ waiting: 22, dead: 0 })
    })
  })

  test('waits as long as the other side says', async () => {
    await put('o1')
    const fails = worker(() => Promise.resolve({ kind: 'retry', reason: 'busy', afterMs: 5 * minuteMs }))
    await fails.workOff()
    nowMs += 5 * minuteMs - 1
    expect(await fails.workOff()).toBe(0)
    nowMs += 1
    expect(await fails.workOff()).toBe(1)
  })

  test('keeps what cannot be done, and what throws, without its words', async () => {
    await put('bad')
    await worker(() => Promise.resolve({ kind: 'give-up', reason: 'no such number' })).workOff()
    expect(await left()).toEqual({ waiting: 0, dead: 1 })
    await put('throws')
    await worker(() => Promise.reject(new Error('Hej Britt'))).workOff()
    expect(await left()).toEqual({ waiting: 1, dead: 1 })
    const givenUp = logger.lines.filter(({ level }) => level === 'error')
    expect(givenUp).toEqual([
      {
        level: 'error',
        facts: { entryId: 'bad', kind: 'sms', reason: 'no such number' },
        message: 'an outbox entry was given up',
      },
    ])
    expect(JSON.stringify(logger.lines)).not.toContain('Britt')
  })

  test('lets go of what is of no use, and tells of everything', async () => {
    await put('o1')
    await put('o2')
    const told: string[] = []
    const tell = (kind: string, result: string) => told.push(`${kind} ${result}`)
    await worker(
      ({ id }) => Promise.resolve(id === 'o1' ? { kind: 'dropped', reason: 'too late' } : { kind: 'done' }),
      tell,
    ).workOff()
    expect(told.sort()).toEqual(['sms done', 'sms dropped'])
    expect(await left()).toEqual({ waiting: 0, dead: 0 })
  })

  test('leaves a kind that it does not know to a node that does, without wearing it out', async () => {
    await put('o1', 'pigeon')
    const done = worker(() => Promise.resolve({ kind: 'done' }))
    for (let n = 0; n < 20; n += 1) {
      await done.workOff()
      nowMs += minuteMs
    }
    const [entry] = await store.claimOutbox({ now: clock.now(), leaseMs: 1, limit: 9 })
    expect(entry).toMatchObject({ id: 'o1', attempts: 1 })
  })
})
