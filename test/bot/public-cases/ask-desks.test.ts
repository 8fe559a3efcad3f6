// Asking Open311 servers what became of cases: so many a round, and every case in its turn.
import { openSqliteStore } from '../../../adapters/sqlite'
import { eventRecord, externalIdRecord, madeRecord } from '../../../bot/cases/case-records'
import type { MadeCase } from '../../../bot/contracts/cases/case'
import type { City } from '../../../bot/contracts/city/city'
import type { Clock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { askDesks } from '../../../bot/public-cases/ask-desks'
import { countBreaths } from '../../support/breaths'
import { smallCity } from '../../support/small-city'

const day = '2026-11-24'

const clockAt = (iso: string) => ({ now: () => new Date(iso) })
const nobody = {
  hear: () => Promise.resolve('unknown' as const),
  desk: { statusOf: () => Promise.resolve(undefined) },
}

async function storeOf(clock: Clock, cases: readonly MadeCase[]): Promise<Store> {
  const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  await store.putRecords(
    cases.flatMap((one) => [madeRecord(one), externalIdRecord(one, 'gata-park', one.number)]),
  )
  return store
}

const caseAt = (at: string, n: number): MadeCase => ({
  ...{ number: `F-2026-${String(n).padStart(6, '0')}`, class: 'light', department: 'gata-park', at },
  ...{ channel: 'web', language: 'sv', facts: {}, files: [] },
})

async function cityWithDesk(): Promise<City> {
  const { city } = await smallCity()
  const desk = { kind: 'open311', to: 'https://exempel.se/v2' } as const
  const own = { ...city.departments.get('gata-park')!, desk }
  return { ...city, departments: new Map(city.departments).set('gata-park', own) }
}

test('gets round to the oldest of many cases, and begins again with the newest', async () => {
  let nowMs = Date.parse(`${day}T10:00:00.000Z`)
  const clock = { now: () => new Date(nowMs) }
  const store = await storeOf(
    clock,
    Array.from({ length: 450 }, (_, n) => caseAt(clock.now().toISOString(), n + 1)),
  )
  const withDesk = await cityWithDesk()
  let asked: string[] = []
  const round = async () => {
    asked = []
    nowMs += 10 * 60_000
    await askDesks({
      ...{ store, clock, city: () => withDesk, hear: () => Promise.resolve('unknown' as const) },
      desk: { statusOf: ({ externalId }) => Promise.resolve(void asked.push(externalId)) },
    })
    return asked
  }
  const [first, second] = [await round(), await round()]
  expect(new Set([...first, ...second]).size).toBe(450)
  expect(second).toContain('F-2026-000001')
  expect((await round())[0]).toBe(first[0])
  await store.close()
})

test('reads nothing in a city where no department has such a desk', async () => {
  const { city } = await smallCity()
  const unread = new Proxy({} as Store, {
    get: (_, name) => {
      throw new Error(`${String(name)} was asked for`)
    },
  })
  expect(
    await askDesks({ ...nobody, store: unread, city: () => city, clock: clockAt(`${day}T10:00:00Z`) }),
  ).toBe(0)
})

test('lets everybody have their turn between pages of cases', async () => {
  const clock = clockAt(`${day}T10:00:00.000Z`)
  const city = await cityWithDesk()
  const closed = Array.from({ length: 900 }, (_, n) => caseAt(clock.now().toISOString(), n + 1))
  const store = await storeOf(clock, closed)
  await store.putRecords(
    closed.map((one) =>
      eventRecord(one, { id: 'd-1', at: one.at, kind: 'status', status: 'Klart', by: 'desk' }),
    ),
  )
  const breaths = countBreaths(store)
  await askDesks({ ...nobody, store: breaths.store, city: () => city, clock })
  // A page of two hundred records, each case in two reads.
  expect(breaths.end().longest).toBeLessThanOrEqual(410)
  await store.close()
})
