// Wherever the way to Redis breaks, nothing acknowledged is lost, nothing is half there and nothing is done twice.
import { openRedisStore } from '../../../adapters/redis'
import { toMessageId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { startRedisProxy, type Break } from '../../support/redis-proxy'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { conversation, message, stopClock, turn } from '../store-samples'

const ada = conversation('ada')
const clock = stopClock()
const steps = ['m1', 'm2']
const later = { now: new Date('2027-01-01'), leaseMs: 1000, limit: 100 }

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
  // So that Redis knows the scripts: each is one command from now on, whatever test comes first.
  const store = open(server.url, 'warm-up')
  await answerAll(store, () => undefined)
  await store.accept(message(ada, 'm3'))
  await store.erase(ada)
  await store.close()
})
afterAll(() => server.stop())

const open = (url: string, keyPrefix: string) =>
  openRedisStore({ url, clock, logger: silentLogger, keyPrefix })

const turnOf = (messageId: string, expectedVersion: number) =>
  turn(ada, messageId, {
    expectedVersion,
    outbox: [{ id: `o-${messageId}`, kind: 'sms', dueAt: '2026-11-24T01:30:00Z', payload: messageId }],
    records: [
      { collection: 'case', id: `r-${messageId}`, value: messageId, conversationId: ada },
      { collection: 'audit', id: `a-${messageId}`, value: messageId },
    ],
  })

/** Answers what is not answered yet, as the core does; tells what was acknowledged. */
async function answerAll(store: Store, acknowledge: (what: string) => void): Promise<void> {
  for (const id of steps) {
    await store.accept(message(ada, id))
    acknowledge(`accepted ${id}`)
    const waiting = await store.nextWaiting(ada)
    if (waiting === undefined) continue
    const { version } = await store.load(ada)
    const { kind } = await store.commit(turnOf(waiting.message.id, version))
    if (kind === 'committed') acknowledge(`answered ${waiting.message.id}`)
  }
}

/** What must hold at every moment, once the waiting conversations have been looked for. */
async function checkWhole(store: Store, acknowledged: ReadonlySet<string>): Promise<void> {
  const waiting = await store.conversationsWaiting(10)
  const lines = await store.linesAfter(ada, 0, 100)
  const kept = lines.flatMap((line) => (line.author === 'resident' ? [line.message.id] : []))
  const answered = lines.flatMap((line) => (line.author === 'bot' ? [line.answers] : []))
  for (const id of steps) {
    if (acknowledged.has(`accepted ${id}`)) expect(kept).toContain(id)
    if (acknowledged.has(`answered ${id}`)) expect(answered).toContain(id)
    const isAnswered = answered.includes(toMessageId(id))
    expect((await store.turnOf(ada, toMessageId(id))) !== undefined).toBe(isAnswered)
    expect((await store.record('case', `r-${id}`)) !== undefined).toBe(isAnswered)
    expect((await store.record('audit', `a-${id}`)) !== undefined).toBe(isAnswered)
  }
  expect(new Set(answered).size).toBe(answered.length)
  expect((await store.load(ada)).version).toBe(answered.length)
  expect((await store.countOutbox()).waiting).toBe(answered.length)
  expect(waiting).toEqual(kept.length > answered.length ? [ada] : [])
}

async function runCut(cut: Break, run: (store: Store) => Promise<void>, keyPrefix: string): Promise<boolean> {
  const proxy = await startRedisProxy(server.port, cut)
  const store = open(proxy.url, keyPrefix)
  try {
    await run(store)
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'store-unavailable', retryable: true })
    return true
  } finally {
    await store.close()
    await proxy.stop()
  }
}

const cuts = Array.from({ length: 40 }, (_, n) => n + 1).flatMap((atCommand) =>
  (['before', 'after'] as const).map((how): Break => ({ atCommand, how })),
)
/** A few at a time: what all of them ask at once takes a slow machine longer than a command may. */
async function afterEveryCut(run: (cut: Break) => Promise<boolean>): Promise<readonly boolean[]> {
  const broken: boolean[] = []
  for (let at = 0; at < cuts.length; at += 8)
    broken.push(...(await Promise.all(cuts.slice(at, at + 8).map(run))))
  return broken
}
const nameOf = (what: string, { atCommand, how }: Break) => `${what}-${atCommand}-${how}`

test('two turns survive a cut at any command, and are finished by another process', async () => {
  const broken = await afterEveryCut(async (cut) => {
    const keyPrefix = nameOf('turns', cut)
    const acknowledged = new Set<string>()
    const isBroken = await runCut(
      cut,
      (store) => answerAll(store, (what) => acknowledged.add(what)),
      keyPrefix,
    )

    const store = open(server.url, keyPrefix)
    await checkWhole(store, acknowledged)
    await answerAll(store, (what) => acknowledged.add(what))
    await checkWhole(store, acknowledged)
    expect(await store.lastSequence(ada)).toBe(4)
    const claimed = await store.claimOutbox(later)
    expect(claimed.map(({ id, attempts }) => [id, attempts])).toEqual([
      ['o-m1', 1],
      ['o-m2', 1],
    ])
    await store.close()
    return isBroken
  })
  // The cuts went through the whole of it: the first ones broke it, the last ones came after its end.
  expect(broken.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => true))
  expect(broken.slice(-2)).toEqual([false, false])
})

test('an erasure cut at any command is completed by the next one, and leaves the outbox alone', async () => {
  const broken = await afterEveryCut(async (cut) => {
    const keyPrefix = nameOf('erase', cut)
    const store = open(server.url, keyPrefix)
    await answerAll(store, () => undefined)
    await store.accept(message(ada, 'm3'))
    const isBroken = await runCut(cut, (other) => other.erase(ada).then(() => undefined), keyPrefix)

    await store.erase(ada)
    expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
    expect(await store.lastSequence(ada)).toBe(0)
    expect(await store.records('case', { limit: 10 })).toEqual([])
    expect(await store.records('audit', { limit: 10 })).toHaveLength(2)
    expect(await store.conversationsWaiting(10)).toEqual([])
    expect(await store.countOutbox()).toEqual({ waiting: 2, dead: 0 })
    expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
    expect(await store.conversationsWaiting(10)).toEqual([ada])
    await store.close()
    return isBroken
  })
  expect(broken.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => true))
  expect(broken.slice(-2)).toEqual([false, false])
})

test.each([
  [
    'looks for waiting ones',
    async (store: Store) => {
      expect(await store.conversationsWaiting(10)).toEqual([])
    },
  ],
  ['answers another message', (store: Store) => answerAll(store, () => undefined)],
  ['erases the conversation', (store: Store) => store.erase(ada)],
])(
  'a message between its ticket and its place is found, even when another process %s',
  async (what, meanwhile) => {
    const keyPrefix = `held-${what}`
    const store = open(server.url, keyPrefix)
    // The first command is the ticket, the second one the place.
    const proxy = await startRedisProxy(server.port, { atCommand: 2, how: 'held' })
    const slow = open(proxy.url, keyPrefix)
    const accepted = slow.accept(message(ada, 'late'))
    await proxy.held
    await meanwhile(store)
    proxy.release()
    expect(await accepted).toMatchObject({ kind: 'accepted' })
    expect(await store.conversationsWaiting(10)).toEqual([ada])
    await slow.close()
    await store.close()
    await proxy.stop()
  },
)

test('a slow process brings back nothing that others moved on, did and changed meanwhile', async () => {
  const keyPrefix = 'slow'
  const store = open(server.url, keyPrefix)
  await store.accept(message(ada, 'm1'))
  // The commit, the look at what is pending, and then the first record.
  const proxy = await startRedisProxy(server.port, { atCommand: 3, how: 'held' })
  const slow = open(proxy.url, keyPrefix)
  const committed = slow.commit(turnOf('m1', 0))
  await proxy.held
  expect(await store.conversationsWaiting(10)).toEqual([])
  expect((await store.claimOutbox(later)).map(({ id }) => id)).toEqual(['o-m1'])
  await store.finishOutbox('o-m1')
  await store.putRecord({ collection: 'case', id: 'r-m1', value: 'changed', conversationId: ada })
  proxy.release()
  expect(await committed).toEqual({ kind: 'committed', lastSequence: 2 })
  expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
  expect(await store.record('case', 'r-m1')).toMatchObject({ value: 'changed' })
  await slow.close()
  await store.close()
  await proxy.stop()
})
