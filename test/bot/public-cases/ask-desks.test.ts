// Asking Open311 servers what became of cases: so many a round, and every case in its turn.
import { openSqliteStore } from '../../../adapters/sqlite'
import { externalIdRecord, madeRecord } from '../../../bot/cases/case-records'
import type { MadeCase } from '../../../bot/contracts/case'
import type { City } from '../../../bot/contracts/city'
import { silentLogger } from '../../../bot/contracts/logger'
import { askDesks } from '../../../bot/public-cases/ask-desks'
import { smallCity } from '../../support/small-city'

const day = '2026-11-24'

test('gets round to the oldest of many cases, and begins again with the newest', async () => {
  let nowMs = Date.parse(`${day}T10:00:00.000Z`)
  const clock = { now: () => new Date(nowMs) }
  const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const { city } = await smallCity()
  const desk = { kind: 'open311', to: 'https://exempel.se/v2' } as const
  const own = { ...city.departments.get('gata-park')!, desk }
  const withDesk: City = { ...city, departments: new Map(city.departments).set('gata-park', own) }
  const made = (n: number): MadeCase => ({
    ...{ number: `F-2026-${String(n).padStart(6, '0')}`, class: 'light', department: 'gata-park' },
    ...{ at: clock.now().toISOString(), channel: 'web', language: 'sv', facts: {}, files: [] },
  })
  const cases = Array.from({ length: 450 }, (_, n) => made(n + 1))
  await store.putRecords(
    cases.flatMap((one) => [madeRecord(one), externalIdRecord(one, 'gata-park', one.number)]),
  )
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
