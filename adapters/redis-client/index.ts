// Clients of Redis, one server or a cluster, set so that every command ends in bounded time and none is carried out behind our back.
import { Cluster, Redis, type RedisOptions } from 'ioredis'
import { faultIn } from './fault-in'

export { faultIn } from './fault-in'

export type Client = Redis | Cluster

/** How long an attempt to connect may take. */
const connectMs = 2000

const reconnectInMs = (attempts: number): number => Math.min(attempts * 50, 1000)

const nodeOptions = (commandMs: number) =>
  ({
    connectTimeout: connectMs,
    commandTimeout: commandMs,
    keepAlive: 10_000,
    // ioredis waits this long for a stream to close even when it is closed already, and so would the end of the process.
    disconnectTimeout: 100,
  }) as const satisfies RedisOptions

function openCluster(urls: readonly string[], commandMs: number): Cluster {
  const { username, password, protocol } = new URL(urls[0] ?? '')
  return new Cluster([...urls], {
    enableOfflineQueue: false,
    maxRedirections: 8,
    clusterRetryStrategy: reconnectInMs,
    redisOptions: {
      ...nodeOptions(commandMs),
      ...(username === '' ? {} : { username: decodeURIComponent(username) }),
      ...(password === '' ? {} : { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' ? { tls: {} } : {}),
    },
  })
}

/**
 * Connects in the background; its event `error`, which must be listened to, tells of every failure to.
 * @param url several addresses with commas between are nodes of one cluster
 * @param commandMs how long a command may take
 */
export function openClient(url: string, commandMs: number): Client {
  const urls = url.split(',').map((part) => part.trim())
  if (urls.length > 1) return openCluster(urls, commandMs)
  return new Redis(url, {
    ...nodeOptions(commandMs),
    // Nothing is queued while the connection is down and nothing is sent twice: a command that failed was either never
    // sent or lost its answer. One carried out minutes later would surprise everybody.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: reconnectInMs,
    // After a failover the old primary says READONLY: connect anew and find the new one.
    reconnectOnError: (error) => faultIn(error) === 'READONLY',
  })
}
