// A client of Redis for counting: whoever waits for it is a resident, so it gives up early.
import { Cluster, Redis } from 'ioredis'

const nodeOptions = {
  connectTimeout: 2000,
  commandTimeout: 250,
  keepAlive: 10_000,
  disconnectTimeout: 100,
} as const

const reconnectInMs = (attempts: number): number => Math.min(attempts * 50, 1000)

function openCluster(urls: readonly string[]): Cluster {
  const { username, password, protocol } = new URL(urls[0] ?? '')
  return new Cluster([...urls], {
    enableOfflineQueue: false,
    clusterRetryStrategy: reconnectInMs,
    redisOptions: {
      ...nodeOptions,
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  })
}

export function openLimiterClient(url: string): Redis | Cluster {
  const urls = url.split(',').map((part) => part.trim())
  const client =
    urls.length > 1
      ? openCluster(urls)
      : new Redis(url, {
          ...nodeOptions,
          enableOfflineQueue: false,
          autoResendUnfulfilledCommands: false,
          maxRetriesPerRequest: 0,
          retryStrategy: reconnectInMs,
        })
  // The store on the same Redis tells of its absence; a limiter without it allows.
  client.on('error', () => undefined)
  return client
}
