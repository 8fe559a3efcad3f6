import { openRedisStore } from '../../../../../adapters/redis'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import { startRedisServer, type RedisServer } from '../../../../support/redis-server'
import { nightClock } from '../../../../support/test-bot'
import { describeSurvival } from './survives'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('what answered last, on Redis', () => {
  describeSurvival(() =>
    openRedisStore({ url: server.url, clock: nightClock, logger: silentLogger, keyPrefix: 'follow-up' }),
  )
})
