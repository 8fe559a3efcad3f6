import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { stopClock } from '../../adapters/store-samples'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { describeEveningSummary, noon } from './evening-summary'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('the evening text, on Redis', () => {
  const clock = stopClock(noon)
  let stores = 0
  describeEveningSummary(() => {
    stores += 1
    return openRedisStore({ url: server.url, clock, logger: silentLogger, keyPrefix: `test-${stores}` })
  }, clock)
})
