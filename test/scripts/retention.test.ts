// What is over its time, removed and looked up by the command as it is run, from a real file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import { answerOne, conversation } from '../adapters/store-samples'
import { runScript } from '../support/script'
import { writeSmallCity } from '../support/small-city'

const folder = mkdtempSync(join(tmpdir(), 'retention-'))
beforeAll(() => writeSmallCity(folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const retention = (...options: readonly string[]) =>
  runScript('retention', options, { variables: { DATA_DIR: folder, CONTENT_DIR: folder } })

const dayMs = 86_400_000
const inDays = (days: number) => ({ now: () => new Date(systemClock.now().getTime() + days * dayMs) })
const withStore = async (
  days: number,
  deed: (store: ReturnType<typeof openSqliteStore>) => Promise<void>,
) => {
  const store = openSqliteStore({
    file: join(folder, 'dygnet.db'),
    clock: inDays(days),
    logger: silentLogger,
  })
  await deed(store)
  await store.close()
}

test('says what to do when there is no store yet, and refuses what it cannot read', () => {
  expect(retention()).toMatchObject({ status: 2 })
  expect(retention().stderr).toContain('Starta boten en gång')
  expect(retention('--run', '--log').stderr).toContain('bara ett')
  expect(retention('--help').stdout).toContain('npm run retention')
})

test('shows what is over its time, removes it when told to, and keeps a log without names', async () => {
  await withStore(-30, async (store) => {
    await answerOne(store, conversation('ada'), 'm1')
    await store.putRecord({ collection: 'case', id: 'F-2026-000001', value: 1 })
    // As an older version kept it.
    await store.keepOnce('spent/resume x', 'web:ada/m1')
  })
  const survey = retention()
  expect(survey.status).toBe(0)
  expect(survey.stdout).toMatch(/^conversation +samtal +21 dagar +1 över tiden, äldst \d{4}-\d\d-\d\d$/mu)
  expect(survey.stdout).toMatch(/^case +ärenden +\d+ dagar +inget över tiden$/mu)
  expect(survey.stdout).toContain('1 nycklar från en äldre version, till koder och bokningar som är över')
  await withStore(0, async (store) => expect(await store.lastSequence(conversation('ada'))).toBe(2))

  expect(retention('--log').stdout).toContain('Inget har tagits bort')
  const run = retention('--run').stdout
  expect(run).toMatch(/^conversation +samtal +1 borttagna$/mu)
  expect(run).toContain('1 nycklar från en äldre version borttagna')
  await withStore(0, async (store) => {
    expect(await store.lastSequence(conversation('ada'))).toBe(0)
    expect(await store.record('case', 'F-2026-000001')).toBeDefined()
    expect(await store.endlessKeys('kept', '')).toEqual([])
  })
  const log = JSON.parse(retention('--log', '--json').stdout) as object[]
  const line = { class: 'conversation', removed: 1, by: 'staff' }
  expect(log).toMatchObject([line, line])
  const told = retention('--log').stdout
  expect(told).toMatch(
    /^[\d-]{10} \d{2}:\d{2} UTC  conversation +samtal +1 borttagna  för hand, orört sedan före \d{4}/mu,
  )
  expect(told).not.toContain('ada')
})

test('keeps what is held, says why and by whom, and lets go of it', async () => {
  await withStore(-800, async (store) => {
    await answerOne(store, conversation('bo'), 'm1')
    await store.putRecord({ collection: 'case', id: 'F-2026-000002', value: 1 })
    await store.putRecord({ collection: 'case', id: 'F-2026-000002/event/a', value: 1 })
  })
  expect(retention('--hold', 'F-2026-000002').stderr).toContain('--reason')
  expect(retention('--hold', 'F-2026-000009', '--reason', 'x').stderr).toContain('varken ärende eller samtal')
  expect(retention('--hold', 'f 2026 2', '--reason', 'överklagat').stdout).toContain('F-2026-000002 sparas')
  retention('--hold', 'web:bo', '--reason', 'begärt av domstol', '--by', 'arkivarien')
  expect(retention('--holds').stdout).toContain('web:bo  begärt av domstol (arkivarien)')
  retention('--run')
  await withStore(0, async (store) => {
    expect(await store.lastSequence(conversation('bo'))).toBe(2)
    expect(await store.record('case', 'F-2026-000002/event/a')).toBeDefined()
    const audit = (await store.records('audit', { limit: 20 })).map(({ value }) => value)
    expect(audit).toContainEqual(expect.objectContaining({ what: 'placed', by: 'arkivarien' }))
  })
  expect(retention('--release', 'F-2026-000002', '--reason', 'avgjort').status).toBe(0)
  expect(retention('--release', 'F-2026-000002', '--reason', 'avgjort').stderr).toContain('hålls inte kvar')
  retention('--run')
  await withStore(0, async (store) => {
    expect(await store.lastSequence(conversation('bo'))).toBe(2)
    expect(await store.record('case', 'F-2026-000002')).toBeUndefined()
  })
})
