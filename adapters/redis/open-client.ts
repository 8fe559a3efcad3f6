// Clients of ioredis, set so that every command ends in bounded time and none is carried out behind our back.
import { Cluster, Redis, type RedisOptions } from 'ioredis'

export type Client = Redis | Cluster

/** How long a command or an attempt to connect may take. */
const timeoutMs = 2000

const nodeOptions = {
  connectTimeout: timeoutMs,
  commandTimeout: timeoutMs,
  keepAlive: 10_000,
  // ioredis waits this long for a stream to close even when it is closed already, and so would the end of the process.
  disconnectTimeout: 100,
} as const satisfies RedisOptions

const reconnectInMs = (attempts: number): number => Math.min(attempts * 50, 1000)

function openCluster(urls: readonly string[]): Cluster {
  const { username, password, protocol } = new URL(urls[0] ?? '')
  return new Cluster([...urls], {
    enableOfflineQueue: false,
    maxRedirections: 8,
    clusterRetryStrategy: reconnectInMs,
    redisOptions: {
      ...nodeOptions,
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  })
}

/** Several addresses with commas between are nodes of one cluster. */
export function openClient(url: string): Client {
  const urls = url.split(',').map((part) => part.trim())
  if (urls.length > 1) return openCluster(urls)
  return new Redis(url, {
    ...nodeOptions,
    // Nothing is queued while the connection is down and nothing is sent twice: a command that failed was either never
    // sent or lost its answer. One carried out minutes later would surprise everybody.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: reconnectInMs,
    // After a failover the old primary says READONLY: connect anew and find the new one.
    reconnectOnError: (error) => error.message.startsWith('READONLY'),
  })
}

/** Subscribing takes a connection of its own; a cluster's client keeps one inside. */
export function openSubscriber(client: Client): Client {
  return client instanceof Cluster ? client : client.duplicate({ autoResubscribe: false })
}

/**
 * Events after which a client has to be told its subscriptions again. A cluster's client moves them to another node by
 * itself, but says neither when nor whether; telling it twice is harmless.
 */
export const subscriberEvents = (client: Client): readonly string[] =>
  client instanceof Cluster ? ['ready', '-node'] : ['ready']

export async function closeClient(client: Client): Promise<void> {
  if (client.status !== 'ready') client.disconnect()
  else await client.quit().catch(() => client.disconnect())
}
