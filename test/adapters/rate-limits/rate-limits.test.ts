// Limits in memory and in a real Redis, and what happens when that is away.
import { Redis } from 'ioredis'
import { createRateLimiter, type ClosableRateLimiter } from '../../../adapters/rate-limits'
import { startRedisServer, type RedisServer } from '../../support/redis-server'

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
async function untilConnected(limiter: ClosableRateLimiter, name: string): Promise<void> {
  const raw = new Redis(server.url)
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
    expect(performance.now() - startMs).toBeLessThan(2000)
    await server.restart()
    await untilConnected(limiter, 'away')
    expect(await limiter.take('a')).toMatchObject({ allowed: false })
  })

  test('allows within a second while Redis is frozen', async () => {
    const limiter = await create({ points: 1, durationMs: 60_000, redisUrl: server.url, name: 'frozen' })
    await untilConnected(limiter, 'frozen')
    server.freeze()
    try {
      const startMs = performance.now()
      expect(await limiter.take('a')).toEqual({ allowed: true })
      expect(performance.now() - startMs).toBeLessThan(1000)
    } finally {
      server.thaw()
    }
  })
})
