import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { nightClock } from '../../support/test-bot'
import { describeContacts } from './contacts'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

describe('a contact that is written to a person, on Redis', () => {
  let stores = 0
  const open = () =>
    openRedisStore({ url: server.url, clock: nightClock, logger: silentLogger, keyPrefix: `test-${stores}` })
  describeContacts(() => {
    stores += 1
    return open()
  }, open)
})
