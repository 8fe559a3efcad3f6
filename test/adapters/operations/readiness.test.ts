// A store that answers and takes no writes: real ones, brought to it and out of it again.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { createReadiness } from '../../../adapters/operations/readiness'
import { openRedisStore } from '../../../adapters/redis'
import { storeOn } from '../../../adapters/sqlite'
import { openDatabase, type Connection } from '../../../adapters/sqlite/open-database'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { conversation, message, stopClock } from '../store-samples'

const clock = stopClock()
const ada = conversation('ada')
const write = (store: Store, id: string) => store.accept(message(ada, id))

/** Ready, then not from the first refused write on, then ready by itself. */
async function expectNotReadyMeanwhile(
  store: Store,
  why: unknown,
  begin: () => unknown,
  end: () => unknown,
): Promise<void> {
  const whyNotReady = createReadiness(store)
  await write(store, 'm1')
  expect(await whyNotReady()).toBeUndefined()
  await begin()
  await expect(write(store, 'm2')).rejects.toMatchObject({ retryable: true })
  expect([await whyNotReady(), await whyNotReady()]).toEqual([why, why])
  await end()
  // A store that was left for another primary needs a moment to come back.
  while ((await whyNotReady()) !== undefined) await new Promise(setImmediate)
  const refused = store.refusedWrites()
  expect(refused).toBeGreaterThan(0)
  expect(await write(store, 'm2')).toMatchObject({ kind: 'accepted' })
  expect([await whyNotReady(), store.refusedWrites()]).toEqual([undefined, refused])
}

describe('SQLite', () => {
  let connection: Connection
  let store: Store
  beforeEach(() => {
    connection = openDatabase(':memory:')
    store = storeOn(connection, { file: ':memory:', clock, logger: silentLogger })
  })
  afterEach(() => store.close())

  test('is not ready with a full disk, from the first message that finds no room', async () => {
    const whyNotReady = createReadiness(store)
    // The file may not grow from here on, and what it has free is soon used up.
    connection.pragma('max_page_count = 1')
    const writeUntilFull = async () => {
      for (let n = 0; n < 1_000; n += 1) await write(store, `m${n}`)
    }
    await expect(writeUntilFull()).rejects.toMatchObject({ code: 'store-full', retryable: true })
    expect(await whyNotReady()).toBe('the store is full')
    connection.pragma('max_page_count = 100000')
    expect(await whyNotReady()).toBeUndefined()
    expect(await write(store, 'm1000')).toMatchObject({ kind: 'accepted' })
  })

  test('is not ready on what may be read only', () =>
    expectNotReadyMeanwhile(
      store,
      'the store takes no writes',
      () => connection.pragma('query_only = ON'),
      () => connection.pragma('query_only = OFF'),
    ))

  test('is not blamed for a write that is wrong by itself', async () => {
    await expect(store.putRecord({ collection: 'case', id: 'F-1', value: 1n })).rejects.toThrow(TypeError)
    expect(store.refusedWrites()).toBe(0)
  })

  test('keeps nothing of what it wrote to see whether it can', async () => {
    await store.tryWrite()
    expect(await store.endlessKeys('kept', '')).toEqual([])
  })
})

describe('Redis', () => {
  let server: RedisServer
  let other: RedisServer
  let admin: Redis
  let store: Store
  beforeAll(async () => {
    server = await startRedisServer()
    other = await startRedisServer()
    admin = new Redis(server.url)
  })
  afterAll(async () => {
    await admin.quit()
    await server.stop()
    await other.stop()
  })
  beforeEach(async () => {
    await admin.flushall()
    store = openRedisStore({ url: server.url, clock, logger: silentLogger })
  })
  afterEach(() => store.close())

  async function follow(): Promise<void> {
    await admin.replicaof('127.0.0.1', other.port)
    while (!(await admin.info('replication')).includes('master_link_status:up'));
  }

  /** A save that cannot put its file in place, for a folder is there. */
  async function failSaving(): Promise<void> {
    const [, folder = ''] = (await admin.config('GET', 'dir')) as readonly string[]
    const saved = join(folder, 'dump.rdb')
    rmSync(saved, { force: true })
    mkdirSync(join(saved, 'x'), { recursive: true })
    await admin.config('SET', 'save', '3600 1')
    // At once, or when the log that it may be writing anew is written.
    await admin.bgsave('SCHEDULE')
    while (!(await admin.info('persistence')).includes('rdb_last_bgsave_status:err'));
  }

  test.each<[string, unknown, () => Promise<unknown>, () => Promise<unknown>]>([
    [
      'is full',
      'the store is full',
      () => admin.config('SET', 'maxmemory', '1'),
      () => admin.config('SET', 'maxmemory', '0'),
    ],
    [
      'misses its replicas',
      'the store takes no writes',
      () => admin.config('SET', 'min-replicas-to-write', '1'),
      () => admin.config('SET', 'min-replicas-to-write', '0'),
    ],
    [
      // Its client leaves it to look for the new primary, and is away meanwhile.
      'has become a replica',
      expect.stringMatching(/^the store (?:takes no writes|does not answer)$/),
      follow,
      () => admin.replicaof('NO', 'ONE'),
    ],
    [
      'cannot save to its disk',
      'the store takes no writes',
      failSaving,
      () => admin.config('SET', 'save', ''),
    ],
  ])('is not ready while it %s', (_what, why, begin, end) => expectNotReadyMeanwhile(store, why, begin, end))

  test('lets go of what was written to see whether it can', async () => {
    await store.tryWrite()
    const keys = await admin.keys('*probe*')
    expect(keys.length).toBeGreaterThan(10)
    for (const key of keys) expect(await admin.pttl(key)).toBeLessThanOrEqual(1_000)
  })
})
