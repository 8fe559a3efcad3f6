// Redis away, frozen, damaged or changed by others: clear errors in bounded time, and all is well again by itself.
import { Redis } from 'ioredis'
import { openRedisStore } from '../../../adapters/redis'
import type { MessageId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { ConversationChange, Store } from '../../../bot/contracts/store/store'
import { startRedisProxy } from '../../support/redis-proxy'
import { findFreePort, startRedisServer, type RedisServer } from '../../support/redis-server'
import { answerOne, conversation, message, stopClock, turn } from '../store-samples'

const ada = conversation('ada')
const clock = stopClock()
const unavailable = { code: 'store-unavailable', retryable: true }
/** A command's own limit is 2 s; the rest is for a busy machine. */
const quicklyMs = 15_000

const open = (url: string, keyPrefix: string) =>
  openRedisStore({ url, clock, logger: silentLogger, keyPrefix })

async function expectUnavailable(call: Promise<unknown>): Promise<void> {
  const startMs = performance.now()
  await expect(call).rejects.toMatchObject(unavailable)
  expect(performance.now() - startMs).toBeLessThan(quicklyMs)
}

/** Calls until one succeeds, as channels and the recovery do. */
async function untilItAnswers<Result>(call: () => Promise<Result>): Promise<Result> {
  const deadlineMs = performance.now() + 15_000
  for (;;) {
    try {
      return await call()
    } catch (error) {
      expect(error).toMatchObject(unavailable)
      if (performance.now() > deadlineMs) throw error
    }
  }
}

test('an answer that came while this process was busy is no silence of Redis', async () => {
  const server = await startRedisServer()
  const store = open(server.url, 'busy')
  await store.accept(message(ada, 'm1'))
  const accepted = store.accept(message(ada, 'm2'))
  await new Promise(setImmediate)
  // Longer than a command may take.
  for (const endMs = performance.now() + 2_500; performance.now() < endMs;) continue
  expect(await accepted).toMatchObject({ kind: 'accepted' })
  await store.close()
  await server.stop()
})

describe('a Redis that throws keys away when it is full', () => {
  const warningsOf = async (...settings: readonly string[]) => {
    const server = await startRedisServer(settings)
    const warnings: object[] = []
    const logger = { ...silentLogger, warn: (facts: object) => void warnings.push(facts) }
    const store = openRedisStore({ url: server.url, clock, logger, keyPrefix: 'evicting' })
    try {
      const { kind } = await store.accept(message(ada, 'm1'))
      await new Promise((resolve) => setTimeout(resolve, 100))
      return { kind, warnings }
    } finally {
      await store.close()
      await server.stop()
    }
  }

  test('is told of in the log, once', async () => {
    expect((await warningsOf('--maxmemory-policy', 'allkeys-lru')).warnings).toEqual([
      { policy: 'allkeys-lru' },
    ])
    expect((await warningsOf()).warnings).toEqual([])
  })

  test('that forbids the question serves all the same', async () => {
    const user = ['default', 'on', 'nopass', '~*', '&*', '+@all', '-info', '-config']
    const forbids = ['--maxmemory-policy', 'volatile-lru', '--user', ...user]
    expect(await warningsOf(...forbids)).toEqual({ kind: 'accepted', warnings: [] })
  })
})

describe('without a Redis', () => {
  test('a store says so within seconds, whatever is asked, and can be closed', async () => {
    const store = open(`redis://127.0.0.1:${await findFreePort()}`, 'none')
    await expectUnavailable(store.ping())
    await expectUnavailable(store.accept(message(ada, 'm1')))
    await expectUnavailable(store.commit(turn(ada, 'm1')))
    await expectUnavailable(store.conversationsWaiting(10))
    await store.close()
  })

  test('a store names no password in its error or log', async () => {
    const logged: unknown[] = []
    const log = (facts: object, text: string) => logged.push(facts, text)
    const url = `redis://user:s3cret@127.0.0.1:${await findFreePort()}`
    const store = openRedisStore({ url, clock, logger: { info: log, warn: log, error: log } })
    const error: unknown = await store.ping().catch((thrown: unknown) => thrown)
    await store.close()
    expect(logged).not.toEqual([])
    expect(`${String(error)} ${JSON.stringify(logged)}`).not.toContain('s3cret')
  })
})

describe('with a Redis', () => {
  let server: RedisServer
  let store: Store
  let tests = 0
  let prefix = ''
  beforeAll(async () => {
    server = await startRedisServer()
  })
  afterAll(() => server.stop())
  beforeEach(() => {
    tests += 1
    prefix = `faults-${tests}`
    store = open(server.url, prefix)
  })
  afterEach(() => store.close())

  test('a server killed and started anew has all that was acknowledged, and the same store goes on', async () => {
    await answerOne(store, ada, 'm1')
    await store.accept(message(ada, 'm2'))
    await server.kill()
    await expectUnavailable(store.accept(message(ada, 'm3')))
    await expectUnavailable(store.load(ada))
    await server.restart()
    await untilItAnswers(() => store.ping())
    expect((await store.load(ada)).version).toBe(1)
    expect(await store.conversationsWaiting(10)).toEqual([ada])
    expect((await store.nextWaiting(ada))?.message.id).toBe('m2')
    expect(await store.commit(turn(ada, 'm2', { expectedVersion: 1 }))).toMatchObject({ kind: 'committed' })
  })

  test('listeners hear again after the server was killed', async () => {
    const heard = new Promise<ConversationChange>((resolve) => {
      store.listen((change) => {
        if (change.lastSequence === 2) resolve(change)
      })
    })
    await store.accept(message(ada, 'm1'))
    await server.kill()
    await server.restart()
    const other = open(server.url, prefix)
    await untilItAnswers(() => other.accept(message(ada, 'm2')))
    expect(await heard).toEqual({ conversationId: ada, lastSequence: 2 })
    await other.close()
  })

  test('listeners hear what others did while their own way to Redis was broken', async () => {
    const proxy = await startRedisProxy(server.port)
    const cutOff = open(proxy.url, prefix)
    await cutOff.ping()
    const heard = new Promise<ConversationChange>((resolve) => {
      cutOff.listen((change) => {
        if (change.lastSequence === 2) resolve(change)
      })
    })
    proxy.cut()
    await answerOne(store, ada, 'm1')
    proxy.restore()
    expect(await heard).toEqual({ conversationId: ada, lastSequence: 2 })
    await cutOff.close()
    await proxy.stop()
  })

  test('a frozen server is unavailable within seconds, and goes on when it thaws', async () => {
    await store.accept(message(ada, 'm1'))
    server.freeze()
    try {
      await expectUnavailable(store.load(ada))
    } finally {
      server.thaw()
    }
    await untilItAnswers(() => store.ping())
    expect(await store.lastSequence(ada)).toBe(1)
  })

  test('a server that misses its replicas takes no writes, and goes on when it has enough of them', async () => {
    const admin = new Redis(server.url)
    await admin.config('SET', 'min-replicas-to-write', '1')
    const error: unknown = await store.accept(message(ada, 'm1')).catch((thrown: unknown) => thrown)
    await admin.config('SET', 'min-replicas-to-write', '0')
    await admin.quit()
    expect(error).toMatchObject({ code: 'store-read-only', retryable: true })
    expect(await store.accept(message(ada, 'm1'))).toMatchObject({ kind: 'accepted' })
  })

  describe('whose data somebody damaged', () => {
    const key = (name: string) => `${prefix}:{conversation:web:ada}:${name}`
    let raw: Redis
    beforeEach(() => {
      raw = new Redis(server.url)
    })
    afterEach(() => raw.quit())

    test('a state that is no JSON comes back as it stands, with its version', async () => {
      await answerOne(store, ada, 'm1')
      await raw.hset(key('conversation'), 'state', '{"half')
      expect(await store.load(ada)).toEqual({ version: 1, state: '{"half' })
    })

    test('a state that is no text comes back whole, as something that is surely no JSON', async () => {
      await answerOne(store, ada, 'm1')
      const bytes = Buffer.from([0x22, 0xff, 0xfe, 0x22])
      await raw.hset(key('conversation'), 'state', bytes)
      const { version, state = '' } = await store.load(ada)
      expect(version).toBe(1)
      expect(() => JSON.parse(state) as unknown).toThrow(SyntaxError)
      expect(Buffer.from(/base64: (.*)$/.exec(state)?.[1] ?? '', 'base64')).toEqual(bytes)
    })

    test('a version that is no number is corrupt', async () => {
      await answerOne(store, ada, 'm1')
      await raw.hset(key('conversation'), 'version', 'Å')
      await expect(store.load(ada)).rejects.toMatchObject({ code: 'store-corrupt', retryable: false })
    })

    test('a key of another type is corrupt, and a commit that meets it writes nothing', async () => {
      await store.accept(message(ada, 'm1'))
      await raw.set(key('records'), 'garbage')
      await expect(store.commit(turn(ada, 'm1'))).rejects.toMatchObject({ code: 'store-corrupt' })
      expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
      expect(await store.lastSequence(ada)).toBe(1)
      expect((await store.nextWaiting(ada))?.message.id).toBe('m1')
    })

    test('a conversation of another type is corrupt, and can still be erased and begun anew', async () => {
      await answerOne(store, ada, 'm1')
      await raw.set(key('conversation'), 'garbage')
      await expect(store.load(ada)).rejects.toMatchObject({ code: 'store-corrupt' })
      await store.erase(ada)
      expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
    })

    test('one damaged conversation does not hide the others that wait', async () => {
      await store.accept(message(ada, 'm1'))
      await store.accept(message(conversation('bo'), 'm1'))
      await raw.set(key('waiting'), 'garbage')
      expect(await store.conversationsWaiting(1)).toEqual([conversation('bo')])
      expect(await store.conversationsWaiting(10)).toEqual([conversation('bo')])
    })

    test('a damaged line is given as damaged, whole, among the others', async () => {
      await answerOne(store, ada, 'm1')
      await raw.lset(key('lines'), 0, '{"hemligt')
      expect(await store.linesAfter(ada, 0, 10)).toMatchObject([
        { sequence: 1, author: 'damaged', raw: '{"hemligt' },
        { sequence: 2, author: 'bot' },
      ])
    })

    test('a damaged reply is left out of its turn, and the turn still stands', async () => {
      await answerOne(store, ada, 'm1')
      await raw.lset(key('lines'), 1, '{')
      expect(await store.turnOf(ada, 'm1' as MessageId)).toMatchObject({ messageId: 'm1', replies: [] })
    })

    test.each([
      ['damaged', '{'],
      ['missing', ''],
    ])(
      'a waiting message whose line is %s comes with its id, to be answered as damaged',
      async (_name, text) => {
        await store.accept(message(ada, 'm1'))
        if (text === '') await raw.del(key('lines'))
        else await raw.lset(key('lines'), 0, text)
        expect(await store.nextWaiting(ada)).toMatchObject({
          sequence: 1,
          message: { id: 'm1', conversationId: ada, channel: 'web', content: { kind: 'damaged', raw: text } },
        })
        expect(await store.commit(turn(ada, 'm1'))).toMatchObject({ kind: 'committed' })
      },
    )
  })
})

test('a key prefix with braces is refused', () => {
  expect(() => open('redis://127.0.0.1:1', 'a{b}')).toThrow(/must not hold/)
})
