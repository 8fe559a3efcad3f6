// What was given up, as operators see it and put it back: the command as they run it, on a file and on a real Redis.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRedisStore } from '../../adapters/redis'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { noHomeCareObserver } from '../../bot/contracts/home-care/home-care'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { textMessageEntry } from '../../bot/contracts/sms/text-message'
import { noteForUnit } from '../../bot/home-care/note-for-unit'
import { createTakeFeed } from '../../bot/home-care/take-feed'
import { city } from '../bot/dialog/dialog-builder'
import { startRedisServer, type RedisServer } from '../support/redis-server'
import { runScript } from '../support/script'

const parts = { clock: systemClock, logger: silentLogger }
let folder: string
let redis: RedisServer
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-outbox-'))
  redis = await startRedisServer()
})
afterAll(async () => {
  await redis.stop()
  rmSync(folder, { recursive: true, force: true })
})

const phone = '+46701740605'
const words = 'Besök hos M: klart 8.41.'
const inAnHour = () => new Date(systemClock.now().getTime() + 3_600_000)

/** Two dead letters and one entry that waits. */
async function fill(store: Store): Promise<void> {
  const now = systemClock.now()
  const message = { to: phone, text: words, notAfter: inAnHour().toISOString() }
  for (const id of ['notice/first', 'notice/second']) await store.enqueue(textMessageEntry(id, now, message))
  await store.claimOutbox({ now, leaseMs: 60_000, limit: 10 })
  await store.failOutbox('notice/first', undefined, 'elks 21211')
  await store.failOutbox('notice/second', undefined, 'elks 403')
  await store.enqueue(textMessageEntry('notice/waiting', inAnHour(), message))
}

test('says what to do when there is no store yet, and how it is used', () => {
  const run = (...options: readonly string[]) =>
    runScript('outbox', options, { variables: { DATA_DIR: join(folder, 'nowhere') } })
  const { status, stderr } = run()
  expect([status, stderr]).toEqual([2, expect.stringContaining('dygnet.db finns inte. Starta boten en gång')])
  expect(run('--lang', 'en').stderr).toContain('dygnet.db is not there. Start the city once')
  expect(run('--help').stdout).toMatch(/^Så här: npm run outbox/)
  expect(run('--help', '--lang', 'en').stdout).toMatch(/^Usage: npm run outbox/)
  expect(run('--alla').stderr).toMatch(/--alla[^]*Så här: npm run outbox/)
})

describe.each([
  [
    'SQLite',
    () => ({ DATA_DIR: folder }),
    () => openSqliteStore({ ...parts, file: join(folder, 'dygnet.db') }),
  ],
  ['Redis', () => ({ REDIS_URL: redis.url }), () => openRedisStore({ ...parts, url: redis.url })],
])('on %s', (_name, variables, open) => {
  const run = (...options: readonly string[]) => runScript('outbox', options, { variables: variables() })
  let store: Store
  beforeEach(async () => {
    store = open()
    await fill(store)
  })
  afterEach(async () => {
    // Redis outlives a test, and an id is remembered for a day.
    for (const id of ['first', 'second', 'waiting']) await store.finishOutbox(`notice/${id}`)
    await store.close()
  })

  test('lists, retries and drops dead letters, and tells nobody’s words or number', async () => {
    const at = '2026-11-24T08:30:00.000Z'
    const observer = noHomeCareObserver
    await createTakeFeed({ store, city: () => city, clock: systemClock, observer })({
      signedAt: systemClock.now(),
      events: [],
      dead: [{ eventId: undefined, reason: 'event-id' }],
      dropped: 0,
    })
    const clock = { now: () => new Date(at) }
    const window = { start: '2026-11-24T07:00:00.000Z', end: '2026-11-24T08:00:00.000Z' }
    await noteForUnit({ store, city: () => city, clock, logger: silentLogger })({ visitId: 'v-1', window })
    const { stdout: fed } = run('--feed')
    expect(fed).toMatch(/ {2}event-id {2}utan giltigt id\n/)
    expect(fed).toContain('2026-11-24 08:30 UTC  v-1  2026-11-24 07:00 UTC - 2026-11-24 08:00 UTC')
    for (const { id } of await store.claimOutbox({ now: systemClock.now(), leaseMs: 1, limit: 9 }))
      await store.finishOutbox(id)
    const listed = run('--waiting')
    expect(listed.status).toBe(0)
    expect(listed.stdout).toMatch(/^1 väntar, 2 har getts upp\.\n\nVäntar:\n/)
    expect(listed.stdout).toMatch(
      / {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}sms {2}1 försök {2}elks 21211\n {4}notice\/first\n/,
    )
    expect(listed.stdout).toContain('0 försök\n    notice/waiting\n')
    for (const secret of [words, phone, 'klart']) expect(listed.stdout).not.toContain(secret)

    const refused = run('--retry', 'notice/first', '--drop', 'notice/waiting')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('Det finns inget dött brev med id "notice/waiting". Inget är ändrat.')
    expect(await store.countOutbox()).toEqual({ waiting: 1, dead: 2 })

    const dropped = JSON.parse(run('--drop', 'notice/first', '--json').stdout) as object
    expect(dropped).toEqual({
      retried: [],
      dropped: ['notice/first'],
      waiting: 1,
      dead: 1,
      letters: [
        expect.objectContaining({ id: 'notice/second', kind: 'sms', attempts: 1, reason: 'elks 403' }),
      ],
    })

    expect(run('--retry', 'all').stdout).toMatch(
      /^notice\/second: boten försöker igen\.\n2 väntar, 0 har getts upp\.\n$/,
    )
    const [claimed] = await store.claimOutbox({ now: systemClock.now(), leaseMs: 1, limit: 10 })
    expect(claimed).toMatchObject({ id: 'notice/second', attempts: 1, payload: { text: words } })
    expect(run('--retry', 'all', '--lang', 'en').stdout).toBe('2 waiting, 0 given up.\n')
  })
})
