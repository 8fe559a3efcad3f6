// Limits in memory and in a real Redis, and what happens when that is away.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { Redis } from 'ioredis'
import { createRateLimiter, type ClosableRateLimiter } from '../../../adapters/rate-limits'
import { startRedisServer, type RedisServer } from '../../support/redis-server'

/** Far less than a client waits for an answer that does not come, and long for a busy machine. */
const quicklyMs = 15_000

const opened: ClosableRateLimiter[] = []
const create = async (...options: Parameters<typeof createRateLimiter>) => {
  const limiter = await createRateLimiter(...options)
  opened.push(limiter)
  return limiter
}
let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())
afterEach(() => {
  for (const limiter of opened.splice(0)) limiter.close()
})

let probes = 0
/** A limiter on Redis allows until it is connected; a key of its own tells when that is. */
async function untilConnected(limiter: ClosableRateLimiter, name: string, to = server): Promise<void> {
  const raw = new Redis(to.url)
  probes += 1
  const key = `probe ${probes}`
  do await limiter.take(key)
  while ((await raw.exists(`dygnet:limit:${name}:${key}`)) === 0)
  await raw.quit()
}

const takeTimes = async (limiter: ClosableRateLimiter, key: string, times: number) => {
  const allowed = []
  for (let n = 0; n < times; n += 1) allowed.push((await limiter.take(key)).allowed)
  return allowed
}

describe('in memory', () => {
  test('allows so many, then tells how long to wait', async () => {
    const limiter = await create({ points: 2, durationMs: 60_000 })
    expect(await takeTimes(limiter, 'a', 2)).toEqual([true, true])
    const refused = await limiter.take('a')
    expect(refused.allowed).toBe(false)
    const retryAfterMs = refused.allowed ? 0 : refused.retryAfterMs
    expect(retryAfterMs).toBeGreaterThan(50_000)
    expect(retryAfterMs).toBeLessThanOrEqual(60_000)
  })

  test('counts each key and each limiter for itself', async () => {
    const one = await create({ points: 1, durationMs: 60_000 })
    const other = await create({ points: 1, durationMs: 60_000 })
    expect(await takeTimes(one, 'a', 2)).toEqual([true, false])
    expect(await takeTimes(one, 'b', 1)).toEqual([true])
    expect(await takeTimes(other, 'a', 1)).toEqual([true])
  })

  test('allows again when the time is over', async () => {
    const limiter = await create({ points: 1, durationMs: 1000 })
    await limiter.take('a')
    const refused = await limiter.take('a')
    expect(refused.allowed).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, (refused.allowed ? 0 : refused.retryAfterMs) + 20))
    expect(await limiter.take('a')).toEqual({ allowed: true })
  })

  test.each([
    [{ points: 0, durationMs: 1000 }, 'at least 1'],
    [{ points: 1.5, durationMs: 1000 }, 'whole number'],
    [{ points: 1, durationMs: 1500 }, 'whole seconds'],
    [{ points: 1, durationMs: 0 }, 'whole seconds'],
  ])('refuses %j', async (options, said) => {
    await expect(create(options)).rejects.toThrow(said)
  })
})

describe('in Redis', () => {
  test('counts over all nodes together', async () => {
    const options = { points: 3, durationMs: 60_000, redisUrl: server.url, name: 'nodes' }
    const [one, other] = [await create(options), await create(options)]
    await Promise.all([untilConnected(one, 'nodes'), untilConnected(other, 'nodes')])
    expect(await takeTimes(one, 'a', 2)).toEqual([true, true])
    expect(await takeTimes(other, 'a', 2)).toEqual([true, false])
    expect(await other.take('a')).toMatchObject({
      allowed: false,
      retryAfterMs: expect.any(Number) as number,
    })
  })

  test('keeps limits of other figures or names apart', async () => {
    const base = { points: 1, durationMs: 60_000, redisUrl: server.url }
    const named = await create({ ...base, name: 'named' })
    const plain = await create(base)
    await Promise.all([untilConnected(named, 'named'), untilConnected(plain, '1-in-60000')])
    expect(await takeTimes(named, 'a', 2)).toEqual([true, false])
    expect(await takeTimes(plain, 'a', 2)).toEqual([true, false])
  })

  test('allows at once while Redis is away, and limits again when it is back', async () => {
    const limiter = await create({ points: 1, durationMs: 60_000, redisUrl: server.url, name: 'away' })
    await untilConnected(limiter, 'away')
    expect(await takeTimes(limiter, 'a', 2)).toEqual([true, false])
    await server.kill()
    const startMs = performance.now()
    expect(await takeTimes(limiter, 'a', 3)).toEqual([true, true, true])
    expect(performance.now() - startMs).toBeLessThan(quicklyMs)
    await server.restart()
    await untilConnected(limiter, 'away')
    expect(await limiter.take('a')).toMatchObject({ allowed: false })
  })

  test('allows soon while Redis is frozen', async () => {
    const limiter = await create({ points: 1, durationMs: 60_000, redisUrl: server.url, name: 'frozen' })
    await untilConnected(limiter, 'frozen')
    server.freeze()
    try {
      const startMs = performance.now()
      expect(await limiter.take('a')).toEqual({ allowed: true })
      expect(performance.now() - startMs).toBeLessThan(quicklyMs)
    } finally {
      server.thaw()
    }
  })

  test('finds the new primary when the one it counts in has become a replica', async () => {
    const other = await startRedisServer()
    const address = await openAddress(server.port)
    const admin = new Redis(server.url)
    try {
      const limit = { points: 1, durationMs: 60_000, redisUrl: address.url, name: 'failover' }
      const limiter = await create(limit)
      await untilConnected(limiter, 'failover')
      address.leadTo(other.port)
      await admin.replicaof('127.0.0.1', other.port)
      // Allowed by the replica, which cannot count, and by nobody until the new one is found.
      await untilConnected(limiter, 'failover', other)
      expect(await takeTimes(limiter, 'a', 2)).toEqual([true, false])
    } finally {
      await admin.replicaof('NO', 'ONE')
      await admin.quit()
      await address.stop()
      await other.stop()
    }
  })
})

/** One address of a Redis, which a failover leads to another server; connections that are open stay where they are. */
async function openAddress(port: number) {
  let leadsTo = port
  const sockets = new Set<Socket>()
  const address = createServer((client) => {
    const server = connect(leadsTo, '127.0.0.1')
    for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined))
    client.pipe(server).pipe(client)
  }).listen(0, '127.0.0.1')
  await once(address, 'listening')
  return {
    url: `redis://127.0.0.1:${(address.address() as AddressInfo).port}`,
    leadTo: (next: number) => {
      leadsTo = next
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      address.close()
      await once(address, 'close')
    },
  }
}
