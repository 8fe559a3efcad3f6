// Texts that leave the outbox by real processes over a real store to a gateway over HTTP: each goes once, whoever dies when.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Store } from '../../../bot/contracts/store/store'
import { textMessageEntry } from '../../../bot/contracts/sms/text-message'
import { childArguments } from '../../support/child'
import { startGatewayServer, type GatewayServer } from '../../support/gateway-server'

/** Before and after each claim, note and end of two texts. */
const moments = 14
const leaseMs = 61_000
const numbers = ['+46701740605', '+46701740606']

export function describeSending(open: () => Store, address: () => string): void {
  let store: Store
  let server: GatewayServer
  beforeEach(async () => {
    store = open()
    server = await startGatewayServer(randomUUID())
  })
  afterEach(async () => {
    await store.close()
    await server.stop()
  })

  const put = async (name: string, count = numbers.length) => {
    const notAfter = new Date(Date.now() + 3_600_000).toISOString()
    for (let n = 0; n < count; n += 1) {
      const to = numbers[n % numbers.length] ?? ''
      await store.enqueue(textMessageEntry(`${name}/${n}`, new Date(0), { to, text: `Text ${n}`, notAfter }))
    }
  }
  const run = async (moment: number, aheadMs: number): Promise<void> => {
    const words = [address(), server.url, String(moment), String(aheadMs)]
    const child = spawn(process.execPath, [...childArguments('send-texts', ...words)], { stdio: 'inherit' })
    await once(child, 'exit')
  }
  const texts = () => server.taken.map(({ text }) => text).sort()

  test.each(Array.from({ length: moments }, (_, n) => n + 1))(
    'each text goes once when its sender dies at moment %d',
    async (moment) => {
      await put(`m${moment}`)
      await run(moment, 0)
      await run(0, leaseMs)
      expect(texts()).toEqual(['Text 0', 'Text 1'])
      expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    },
  )

  test('three processes at once send each of sixty texts once', async () => {
    await put('many', 60)
    await Promise.all([run(0, 0), run(0, 0), run(0, 0)])
    // On a very busy machine a text meets a deadline of the store or the gateway, and waits to be tried again.
    if ((await store.countOutbox()).waiting > 0) await run(0, leaseMs)
    expect(texts()).toEqual(Array.from({ length: 60 }, (_, n) => `Text ${n}`).sort())
  })
}
