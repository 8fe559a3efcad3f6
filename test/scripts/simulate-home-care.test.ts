// A planning system's day, played against the real server, on both stores.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRedisStore } from '../../adapters/redis'
import { readSettings } from '../../adapters/settings'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { grantKeys } from '../../bot/home-care/grant'
import { recordsOfVisit } from '../../bot/home-care/visit-record'
import { visitOf } from '../../bot/home-care/visit'
import { startCity, type RunningCity } from '../../main'
import { planDay, type Fate } from '../../scripts/home-care/planning-day'
import { playDay } from '../../scripts/home-care/play-day'
import { relative } from '../bot/home-care/relatives'
import { projectRoot } from '../support/project-root'
import { startRedisServer, type RedisServer } from '../support/redis-server'
import { smallCity, writeSmallCity } from '../support/small-city'

const secret = 'a secret of more than thirty-two signs'
const states: Readonly<Record<Fate, string>> = {
  done: 'completed',
  late: 'completed',
  silent: 'planned',
  missed: 'missed',
  cancelled: 'cancelled',
}

test('the same seed gives the same day, another one another', () => {
  const day = (seed: number) => planDay({ seed, clients: 50, run: 'x', toTime: String })
  expect(day(7)).toEqual(day(7))
  expect(day(7).sendings).not.toEqual(day(8).sendings)
  expect(new Set(day(7).fates.values())).toEqual(new Set(['done', 'late', 'silent', 'missed', 'cancelled']))
})

describe('a day that is played', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-day-'))
  const content = join(folder, 'content')
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedisServer()
    await writeSmallCity(content)
    for (const name of ['hemtjanst-besok.yaml', 'hemtjanst-besok.en.yaml'])
      writeFileSync(join(content, 'dialogs', name), readFileSync(join(projectRoot, 'dialogs', name)))
    // The test may run at night, and its day takes seconds.
    const city = join(content, 'dialogs', 'city.yaml')
    const text = readFileSync(city, 'utf8').replace(/^quiet:.*\n/m, '')
    writeFileSync(city, text.replace('gather texts: 2 minutes', 'gather texts: 0 minutes'))
  })
  afterAll(async () => {
    await redis.stop()
    rmSync(folder, { recursive: true })
  })

  const parts = { clock: systemClock, logger: silentLogger }
  const stores: readonly (readonly [string, () => NodeJS.ProcessEnv, () => Store])[] = [
    [
      'SQLite',
      () => ({ DATA_DIR: folder }),
      () => openSqliteStore({ ...parts, file: join(folder, 'dygnet.db') }),
    ],
    [
      'Redis',
      () => ({ DATA_DIR: folder, REDIS_URL: redis.url }),
      () => openRedisStore({ ...parts, url: redis.url }),
    ],
  ]

  test.each(stores)(
    'ends with each visit as it went, and each relative told once (%s)',
    async (_, env, open) => {
      let running: RunningCity | undefined
      const store = open()
      try {
        const { city } = await smallCity()
        const id = await relative(
          { store, city, clock: systemClock },
          { clientRef: 'k-1', relativeConsentAt: '2026-01-01' },
        )
        running = await startCity(
          readSettings({
            ...env(),
            PORT: '0',
            HOST: '127.0.0.1',
            CONTENT_DIR: content,
            LOG_LEVEL: 'silent',
            HOMECARE_FEED_SECRET: secret,
          }),
        )
        const { counts, fates } = await playDay({
          ...{ url: running.url, secret, seed: 3, clients: 50, speed: 15_000 },
          progress: () => undefined,
        })
        expect(counts).toMatchObject({ dropped: expect.any(Number) as number, dead: 0 })
        expect(counts.dropped).toBeGreaterThanOrEqual(50)
        expect(counts.repeated).toBeGreaterThan(0)
        for (const [visitId, fate] of fates)
          expect(visitOf((await recordsOfVisit(store, visitId)).events)?.state).toBe(states[fate])

        const own = [...fates].filter(([visitId]) => visitId.split('-')[2] === '1')
        const done = own.filter(([, fate]) => states[fate] === 'completed').length
        expect(done).toBeGreaterThan(0)
        const toldOf = async () =>
          (await store.recordsUnder('audit', grantKeys.grant(id)))
            .map(({ value }) => value as { what: string; news?: string })
            .filter(({ what, news }) => what === 'told' && news === 'completed')
        for (let n = 0; n < 100 && (await toldOf()).length < done; n += 1)
          await new Promise((resolve) => setTimeout(resolve, 100))
        expect(await toldOf()).toHaveLength(done)
      } finally {
        await running?.stop()
        await store.close()
      }
    },
  )
})
