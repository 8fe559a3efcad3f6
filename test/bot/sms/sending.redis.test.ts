import { openStoreAt } from '../../support/kill-at-moment'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { describeSending } from './sending-suite'

describe('sending, on Redis', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedisServer()
  })
  afterAll(() => server.stop())
  const address = () => server.url
  describeSending(() => openStoreAt(address()), address)
})
