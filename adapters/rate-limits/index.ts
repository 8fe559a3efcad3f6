// How often somebody may do something: counted in memory on one machine, in Redis on several.
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import type { Allowance, RateLimiter } from '../../bot/contracts/basics/rate-limiter'

export interface RateLimiterOptions {
  /** So many are allowed within each `durationMs`, counted from the first one (a fixed window). At least 1. */
  readonly points: number
  /** Whole seconds: 1000, 60_000 … */
  readonly durationMs: number
  /** As the store's: one address, or several of one cluster with commas between. In memory when not given. */
  readonly redisUrl?: string
  /** Keeps limiters in one Redis apart; those with the same figures share their counts when it is not given. */
  readonly name?: string
}

/** Lets go of Redis when the server stops. */
export interface ClosableRateLimiter extends RateLimiter {
  close(): void
}

function checkFigures({ points, durationMs }: RateLimiterOptions): void {
  if (!Number.isInteger(points) || points < 1) {
    throw new RangeError(`a rate limit must allow a whole number of at least 1, not ${points}`)
  }
  if (!Number.isInteger(durationMs / 1000) || durationMs < 1000) {
    throw new RangeError(`a rate limit must span whole seconds, not ${durationMs} ms`)
  }
}

/** Whoever waits for a count is a resident, so it is given up early. */
const commandMs = 250

/** Loaded only when there is a Redis: its client costs a city on one machine 10 MB. */
async function openClient(url: string) {
  const redis = await import('../redis-client/index.js')
  const client = redis.openClient(url, commandMs)
  // The store on the same Redis tells of its absence; a limiter without it allows.
  client.on('error', () => undefined)
  return client
}

/**
 * Callers hash their keys: they stand in Redis as they are given. Does not wait for Redis to answer.
 * @throws RangeError when the figures are no limit.
 */
export async function createRateLimiter(options: RateLimiterOptions): Promise<ClosableRateLimiter> {
  checkFigures(options)
  const { points, durationMs, redisUrl, name = `${points}-in-${durationMs}` } = options
  const figures = { points, duration: durationMs / 1000, keyPrefix: `dygnet:limit:${name}` }
  const client = redisUrl === undefined ? undefined : await openClient(redisUrl)
  const limiter =
    client === undefined
      ? new RateLimiterMemory(figures)
      : new RateLimiterRedis({ ...figures, storeClient: client, rejectIfRedisNotReady: true })

  return {
    async take(key): Promise<Allowance> {
      try {
        await limiter.consume(key)
        return { allowed: true }
      } catch (refusal) {
        // Anything else is a fault of the limiter itself: residents are served all the same.
        if (!(refusal instanceof RateLimiterRes)) return { allowed: true }
        return { allowed: false, retryAfterMs: Math.max(0, refusal.msBeforeNext) }
      }
    },
    close: () => client?.disconnect(),
  }
}
