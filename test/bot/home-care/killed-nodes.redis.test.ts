// Two nodes take the same feed of visits and tell of it, and one of them is killed: each relative hears all, once and in order.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Content } from '../../../bot/content/content'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { childArguments } from '../../support/child'
import { startGatewayServer } from '../../support/gateway-server'
import { openStoreAt } from '../../support/kill-at-moment'
import { startRedisServer, type RedisServer } from '../../support/redis-server'
import { clients, takeAndTell, visitsCity } from '../../support/take-and-tell'
import { relative } from './relatives'

const phones = ['+46701234567', '+46709998877']
/** Entries that a killed node had claimed are free again. */
const leaseMs = 61_000

describe('two nodes that tell of visits', () => {
  let redis: RedisServer
  let content: Content
  beforeAll(async () => {
    redis = await startRedisServer()
    content = await visitsCity()
  })
  afterAll(() => redis.stop())

  // Spread over a whole run of some seventy moments; beside another node half of them fall to that one.
  test.each([
    ['beside', 5],
    ['beside', 14],
    ['before', 24],
    ['before', 41],
  ] as const)('one is killed %s the other at moment %d', async (when, moment) => {
    const store = openStoreAt(redis.url)
    const gateway = await startGatewayServer(`m${moment}-`)
    await store.ping()
    const { city } = content
    const run = `m${moment}`
    for (const [n, client] of clients.entries())
      await relative(
        { store, city, clock: systemClock },
        {
          ...{ clientRef: `${client}-${run}`, phone: phones[n]!, alias: `M${n}` },
          relativeConsentAt: '2026-01-01',
        },
      )
    const node = { store, gatewayUrl: gateway.url, content, run, atMs: Date.now() }
    const words = [redis.url, gateway.url, String(moment), String(node.atMs)]
    const child = spawn(process.execPath, childArguments('take-and-tell', ...words), {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    const exit = once(child, 'exit') as Promise<[number | null, string | null]>
    child.stdin.write('go\n')
    if (when === 'before') await exit
    await takeAndTell(node)
    const [, signal] = await exit
    expect(signal).toBe('SIGKILL')
    const textsTo = (phone: string) =>
      gateway.taken.flatMap(({ to, text }) => (to === phone ? [text] : [])).join('\n')
    const isTold = () =>
      phones.every((phone) => /klart/.test(textsTo(phone)) && /inställt/.test(textsTo(phone)))
    // What the killed node held is free again after a second.
    for (let pass = 0; pass < 200 && !isTold(); pass += 1)
      await takeAndTell({ ...node, aheadMs: leaseMs + pass * 3_000 })
    await takeAndTell({ ...node, aheadMs: 4 * 3_600_000 })
    for (const phone of phones) {
      expect(
        textsTo(phone)
          .match(/klart|inställt/g)
          ?.sort(),
      ).toEqual(['inställt', 'klart'])
      expect(textsTo(phone).match(/påbörjat/g)?.length ?? 0).toBeLessThanOrEqual(1)
      // Nothing older of a visit after something newer.
      expect(textsTo(phone)).not.toMatch(/klart[^]*påbörjat/)
    }
    await gateway.stop()
    await store.close()
  })
})
