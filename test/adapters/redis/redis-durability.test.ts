// A server on Redis killed with SIGKILL in the midst of its work, and Redis itself killed and started anew.
import { setTimeout as sleep } from 'node:timers/promises'
import { openRedisStore } from '../../../adapters/redis'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { ada, checkDurable, durableTurn, seededRandom, writeUntilKilled } from '../durability'
import { message } from '../store-samples'

let server: RedisServer
beforeEach(async () => {
  server = await startRedisServer()
})
afterEach(() => server.stop())

const open = () => openRedisStore({ url: server.url, clock: systemClock, logger: silentLogger })

test('a killed process loses nothing it acknowledged and leaves nothing by halves', async () => {
  const random = seededRandom(1124)
  const acknowledged: string[] = []
  let next = 1
  for (let kill = 0; kill < 6; kill += 1) {
    acknowledged.push(...(await writeUntilKilled(server.url, next, 1 + Math.floor(random() * 150))))
    const store = open()
    next = 1 + (await checkDurable(store, acknowledged))
    await store.close()
  }
})

/** Answers messages until the store is away; tells what was acknowledged. */
async function writeUntilAway(
  store: Store,
  from: number,
  tell: (acknowledged: string) => void,
): Promise<void> {
  try {
    for (let n = from; ; n += 1) {
      await store.accept(message(ada, `m${n}`))
      tell(`accepted m${n}`)
      const waiting = await store.nextWaiting(ada)
      const { version } = await store.load(ada)
      const { kind } = await store.commit(durableTurn(waiting?.message.id ?? '', version))
      if (kind === 'committed') tell(`answered ${waiting?.message.id ?? ''}`)
    }
  } catch (error) {
    expect(error).toMatchObject({ code: 'store-unavailable' })
  }
}

test('a killed Redis loses nothing that was acknowledged, and the same store finds it all again', async () => {
  const random = seededRandom(7)
  const store = open()
  const acknowledged: string[] = []
  let next = 1
  for (let kill = 0; kill < 6; kill += 1) {
    await store.ping()
    const killAfter = acknowledged.length + 1 + Math.floor(random() * 100)
    let killed: Promise<void> | undefined
    await writeUntilAway(store, next, (word) => {
      acknowledged.push(word)
      if (acknowledged.length === killAfter) killed = server.kill()
    })
    await killed
    await server.restart()
    while (!(await answers(store)));
    next = 1 + (await checkDurable(store, acknowledged))
  }
  await store.close()
})

const answers = (store: Store): Promise<boolean> =>
  store.ping().then(
    () => true,
    () => sleep(50, false),
  )
