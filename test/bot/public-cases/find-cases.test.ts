// Looking through many cases: what it costs the others, and that pages fit together.
import { openSqliteStore } from '../../../adapters/sqlite'
import { eventRecord, madeRecord } from '../../../bot/cases/case-records'
import type { MadeCase } from '../../../bot/contracts/cases/case'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { PublicCaseQuery } from '../../../bot/contracts/cases/public-cases'
import type { Store } from '../../../bot/contracts/store/store'
import { createPublicCases } from '../../../bot/public-cases/public-cases'
import { countBreaths } from '../../support/breaths'
import { smallCity } from '../../support/small-city'

const clock = { now: () => new Date('2026-11-24T10:00:00.000Z') }
const classes = ['pothole', 'light', 'ice']
const many = 600
let store: Store

/** Six a day; every hundredth is done. */
beforeAll(async () => {
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  for (let n = 1; n <= many; n += 1) {
    const at = new Date(clock.now().getTime() - (many - n) * 3_600_000 * 3.4).toISOString()
    const made: MadeCase = {
      ...{ number: numbered(n), class: classes[n % 3]!, department: 'gata-park', at },
      ...{ channel: 'open311', language: 'sv', facts: {}, files: [] },
    }
    await store.putRecord(madeRecord(made))
    const done = { id: 'd-1', at, kind: 'status', status: 'Klart', by: 'desk' } as const
    if (n % 100 === 0) await store.putRecord(eventRecord(made, done))
  }
})
afterAll(() => store.close())

const numbered = (n: number): string => `F-2026-${String(n).padStart(6, '0')}`

async function search(query: Partial<PublicCaseQuery>) {
  const content = await smallCity()
  const breaths = countBreaths(store)
  const cases = createPublicCases({
    ...{ store: breaths.store, content: () => content, clock },
    ...{ dialog: 'felanmalan', shows: 'all' },
  })
  const found = await cases.find({
    ...{ from: new Date(clock.now().getTime() - 90 * 86_400_000), to: clock.now() },
    ...{ skip: 0, limit: 10 },
    ...query,
  })
  return { numbers: found.map(({ number }) => number), ...breaths.end() }
}

const down = (from: number, to: number): readonly string[] =>
  Array.from({ length: from - to + 1 }, (_, index) => numbered(from - index))

test('reads some twenty cases at most before everybody else has their turn', async () => {
  const { longest, turns, numbers } = await search({ status: 'closed', limit: 1_000 })
  expect(numbers).toEqual([600, 500, 400, 300, 200, 100].map(numbered))
  expect(longest).toBeLessThanOrEqual(30)
  expect(turns).toBeGreaterThan(80)
})

test('reads no more of the cases that a deep page passes over than how they were made', async () => {
  const under = jest.spyOn(store, 'recordsUnder')
  try {
    const { numbers } = await search({ skip: 590, limit: 10 })
    const read = under.mock.calls.filter(([, key]) => key.startsWith('part of'))
    expect(numbers).toEqual(down(10, 1))
    expect(read.length).toBeLessThanOrEqual(20)
  } finally {
    under.mockRestore()
  }
})

test('its pages have each case once, with a status and without', async () => {
  const pages = await Promise.all([0, 7, 14].map((skip) => search({ skip, limit: 7 })))
  expect(pages.flatMap(({ numbers }) => numbers)).toEqual(down(600, 580))
  const closed = await Promise.all([0, 4].map((skip) => search({ skip, limit: 4, status: 'closed' })))
  expect(closed.map(({ numbers }) => numbers)).toEqual([
    [600, 500, 400, 300].map(numbered),
    [200, 100].map(numbered),
  ])
})
