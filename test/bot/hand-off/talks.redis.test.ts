import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { nightClock } from '../../support/test-bot'
import { describeTalks } from './talks'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('a talk with a person, on Redis', () => {
  let stores = 0
  const open = () =>
    openRedisStore({ url: server.url, clock: nightClock, logger: silentLogger, keyPrefix: `test-${stores}` })
  describeTalks(() => {
    stores += 1
    return open()
  }, open)
})
