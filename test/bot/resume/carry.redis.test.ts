import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { nightClock } from '../../support/test-bot'
import { describeCarry } from './carry'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('a talk that is carried on, on Redis', () => {
  let stores = 0
  describeCarry(() => {
    stores += 1
    const keyPrefix = `test-${stores}`
    return openRedisStore({ url: server.url, clock: nightClock, logger: silentLogger, keyPrefix })
  })
})
