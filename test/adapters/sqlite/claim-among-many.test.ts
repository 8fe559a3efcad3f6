// Quiet time ends for everybody at once: a claim then takes the first few of all that is due, and does not go through them.
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { OutboxEntry, Store } from '../../../bot/contracts/store/store'
import { processorMsOf } from '../../support/processor-time'
import { stopClock } from '../store-samples'

const now = new Date('2026-11-24T07:00:00.000Z')
const entry = (at: number): OutboxEntry => ({
  id: `text/${at}`,
  kind: 'sms',
  dueAt: now.toISOString(),
  payload: { at },
})
const claims = 50

async function claimMs(count: number): Promise<number> {
  const store: Store = openSqliteStore({
    file: ':memory:',
    clock: stopClock(now.toISOString()),
    logger: silentLogger,
  })
  await store.enqueueAll(Array.from({ length: count }, (_, at) => entry(at)))
  const took = await processorMsOf(async () => {
    for (let claim = 0; claim < claims; claim += 1)
      expect(await store.claimOutbox({ now, leaseMs: 60_000, limit: 4 })).toHaveLength(4)
  })
  await store.close()
  return took
}

test('a claim among thirty thousand costs about as much as one among three hundred', async () => {
  await claimMs(300)
  const few = await claimMs(300)
  const many = await claimMs(30_000)
  expect(many).toBeLessThan(few * 8 + 100)
})
