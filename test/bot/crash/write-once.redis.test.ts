import { openRedisStore } from '../../../adapters/redis'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { crashAroundWrite } from '../../support/write-crash-suite'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

test('a process killed around a write in another system, on Redis, books once', async () => {
  const open = () => openRedisStore({ url: server.url, clock: systemClock, logger: silentLogger })
  expect(await crashAroundWrite(server.url, open, 'keyed')).toBeGreaterThan(10)
})
