import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { nightClock } from '../../support/test-bot'
import { describeReplies } from './replies'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('a reply to a notice, on Redis', () => {
  let stores = 0
  describeReplies(() => {
    stores += 1
    const keyPrefix = `test-${stores}`
    return openRedisStore({ url: server.url, clock: nightClock, logger: silentLogger, keyPrefix })
  })
})
