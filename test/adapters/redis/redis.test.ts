// The Redis store on a real server: alone, and as a cluster, where a step over two slots is refused.
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { findFreePort, startRedisServer, type RedisServer } from '../../support/redis-server'
import { describeStore } from '../store-conformance'

let servers: { readonly alone: RedisServer; readonly cluster: RedisServer }

async function startCluster(): Promise<RedisServer> {
  const server = await startRedisServer([
    ...[
      '--cluster-enabled',
      'yes',
      '--cluster-announce-ip',
      '127.0.0.1',
      '--cluster-port',
      String(await findFreePort()),
    ],
  ])
  const client = new Redis(server.url)
  await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383')
  while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) await sleep(20)
  await client.quit()
  return server
}

beforeAll(async () => {
  const [alone, cluster] = await Promise.all([startRedisServer(), startCluster()])
  servers = { alone, cluster }
})
afterAll(async () => {
  await Promise.all([servers.alone.stop(), servers.cluster.stop()])
})

let stores = 0
const prepareAt = (urlOf: () => string) => () => {
  stores += 1
  const keyPrefix = `test-${stores}`
  return {
    open: (clock: Parameters<typeof openRedisStore>[0]['clock']) =>
      openRedisStore({ url: urlOf(), clock, logger: silentLogger, keyPrefix }),
    // Redis counts leases itself.
    passTime: async (_clock: unknown, ms: number) => {
      await sleep(ms + 5)
    },
  }
}

describeStore(
  'the Redis store',
  prepareAt(() => servers.alone.url),
)
describeStore(
  'the Redis store on a cluster',
  prepareAt(() => `${servers.cluster.url},${servers.cluster.url}`),
)
