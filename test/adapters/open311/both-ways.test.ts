// Two cities: the desk of one reports to the server of the other over real HTTP, and hears what became of it.
import { createSendRequest } from '../../../adapters/http-actions'
import { createOpen311Desk } from '../../../adapters/open311'
import { openSqliteStore } from '../../../adapters/sqlite'
import { addEvent } from '../../../bot/cases/add-event'
import { deliverToDesk } from '../../../bot/cases/deliver-to-desk'
import { hearDesk } from '../../../bot/cases/hear-desk'
import { openCase } from '../../../bot/cases/open-case'
import { readCase } from '../../../bot/cases/read-case'
import type { City } from '../../../bot/contracts/city/city'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { createOutboxWorker } from '../../../bot/outbox/work-outbox'
import { askDesks } from '../../../bot/public-cases/ask-desks'
import { apiKey, openCity, type Open311City } from './open311-city'

let theirs: Open311City
let store: Store
let city: City
let now: Date
const clock = { now: () => now }

beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00.000Z')
  theirs = await openCity()
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const { departments } = theirs.content.city
  const department = departments.get('gata-park')!
  const desk = { kind: 'open311', to: theirs.url } as const
  city = {
    ...theirs.content.city,
    departments: new Map([...departments, ['gata-park', { ...department, desk }]]),
  }
})
afterEach(async () => {
  await theirs.close()
  await store.close()
})

const deskAt = (url: string) =>
  createOpen311Desk({
    send: createSendRequest([new URL(url).origin]),
    keyOf: () => apiKey,
    jurisdiction: 'helsingborg.se',
    services: new Map(),
    markSecret: () => Promise.resolve(Buffer.from('a secret of the store')),
    clock,
  })

async function makeCase(key = 'one'): Promise<string> {
  const { made, records, outbox } = await openCase(
    {
      class: 'light',
      facts: { urgent: false, contact: '+46701234567' },
      files: [],
      urgent: false,
      channel: 'web',
      language: 'sv',
      place: { text: 'Drottninggatan 5', lat: 56.0408, lon: 12.7 },
      description: 'Lampan blinkar.',
      owner: 'gata-park',
      key,
      at: now,
    },
    { store, city },
  )
  for (const record of records) await store.putRecord(record)
  for (const entry of outbox) await store.enqueue(entry)
  return made.number
}

const open311 = () => deskAt(theirs.url)
const workOff = () =>
  createOutboxWorker({
    store,
    deeds: new Map([
      ['desk-open311', deliverToDesk({ store, city: () => city, desks: { open311: open311() } })],
    ]),
    clock,
    logger: silentLogger,
  }).workOff()
const ask = () =>
  askDesks({
    store,
    city: () => city,
    desk: open311(),
    hear: hearDesk({ store, city: () => city, clock }),
    clock,
  })

test('a case goes over, is known there by its own number, and comes back mended', async () => {
  const number = await makeCase()
  await workOff()
  const theirNumber = (await readCase(store, number))?.externalIds['gata-park']
  expect(theirNumber).toBe('F-2026-000001')
  expect(await readCase(theirs.store, theirNumber!)).toMatchObject({
    class: 'light',
    description: expect.stringMatching(
      new RegExp(`^Lampan blinkar\\.\\nÄrende ${number} \\([a-z]{12}\\)\\.$`),
    ) as string,
    place: { text: 'Drottninggatan 5', lat: 56.0408, lon: 12.7 },
  })
  expect(JSON.stringify(await theirs.store.records('case', { limit: 10 }))).not.toContain('701234567')

  expect(await ask()).toBe(0)
  now = new Date('2026-11-26T08:00:00.000Z')
  theirs.setNow(now.toISOString())
  await addEvent(
    theirs.store,
    { number: theirNumber! },
    {
      id: 'done',
      at: now.toISOString(),
      kind: 'status',
      by: 'desk',
      status: 'Klart',
      fixed: false,
    },
  )
  expect(await ask()).toBe(1)
  expect(await readCase(store, number)).toMatchObject({ status: 'Klart', fixed: false })
  now = new Date('2026-11-26T09:00:00.000Z')
  expect(await ask()).toBe(0)
})

test('an attempt whose answer was lost is not made a second case', async () => {
  const number = await makeCase()
  const told = (await readCase(store, number))!
  const delivery = { case: told, event: told.history[0]!, desk: { kind: 'open311', to: theirs.url } as const }
  // Another key each time, as of a server that knows nothing of such keys.
  const first = await open311().deliver({ ...delivery, key: 'first' })
  const again = await open311().deliver({ ...delivery, key: 'again' })
  expect(again).toEqual(first)
  expect(await theirs.store.records('case', { limit: 10 })).toHaveLength(1)
})

test('two nodes that ask at once ask once, and note once', async () => {
  const number = await makeCase()
  await workOff()
  const theirNumber = (await readCase(store, number))!.externalIds['gata-park']!
  await addEvent(
    theirs.store,
    { number: theirNumber },
    {
      id: 'begun',
      at: now.toISOString(),
      kind: 'status',
      by: 'desk',
      status: 'Under behandling',
    },
  )
  const news = await Promise.all([ask(), ask(), ask()])
  expect(news.sort()).toEqual([0, 0, 1])
  expect((await readCase(store, number))?.history.filter(({ kind }) => kind === 'status')).toHaveLength(1)
})

test('a server that is away is asked again, and the case waits meanwhile', async () => {
  const number = await makeCase()
  await theirs.close()
  await workOff()
  expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 0 })
  expect((await readCase(store, number))?.externalIds).toEqual({})
  theirs = await openCity()
})
