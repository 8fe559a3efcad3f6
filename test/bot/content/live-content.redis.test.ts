// Two nodes with files of their own on one Redis: what is saved on one is served by both.
import { openRedisStore } from '../../../adapters/redis'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { LiveCity, MovingClock } from './live-city'

const clock = new MovingClock()
let server: RedisServer
let stores: readonly Store[]
let nodes: readonly LiveCity[]

beforeAll(async () => {
  server = await startRedisServer()
  stores = [0, 1].map(() => openRedisStore({ url: server.url, clock, logger: silentLogger }))
  // One after the other, as nodes start: the second finds what the first published.
  const first = await new LiveCity(stores[0]!, clock).open()
  nodes = [first, await new LiveCity(stores[1]!, clock).open()]
})
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await Promise.all(stores.map((store) => store.close()))
  await server.stop()
})

test('an edit on one node is served by the other', async () => {
  const [one, two] = nodes
  const served = two!.hears('content is served')
  await one!.edit('dialogs/felanmalan.yaml', 'Vad gäller felet?', 'Vad är det som är fel?')
  await served
  expect(two!.live.status().bundle).toBe(one!.live.status().bundle)
})
