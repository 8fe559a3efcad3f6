import { openSqliteStore } from '../../../adapters/sqlite'
import { eventRecord, externalIdRecord, madeRecord } from '../../../bot/cases/case-records'
import type { CaseEvent, MadeCase } from '../../../bot/contracts/cases/case'
import { applyRetention, surveyRetention } from '../../../bot/retention/apply-retention'
import { deletionsSince } from '../../../bot/retention/deletion-log'
import { findOldKeys, removeOldKeys } from '../../../bot/retention/old-keys'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { RetentionClass } from '../../../bot/contracts/store/store'
import { answerOne, conversation, stopClock } from '../../adapters/store-samples'

const sample: Omit<MadeCase, 'number' | 'at'> = {
  ...{ class: 'light', department: 'gata-park', channel: 'web', language: 'sv', facts: {}, files: [] },
}
const ada = conversation('ada')
const dayMs = 86_400_000

describe('the times of city.yaml', () => {
  const keepDays = { conversation: 21, feedback: 365 }
  const clock = stopClock()
  const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  afterAll(() => store.close())

  test('are kept to the day, each class by its own, and a class without one stays', async () => {
    await answerOne(store, ada, 'm1')
    for (const collection of ['feedback', 'case'] as const)
      await store.putRecord({ collection, id: 'x', value: 1 })
    const has = async (collection: RetentionClass) => (await store.record(collection, 'x')) !== undefined
    const after = (days: number) =>
      applyRetention({
        store,
        city: { keepDays },
        logger: silentLogger,
        by: 'retention',
        now: new Date(clock.now().getTime() + days * dayMs + 1),
      })

    await after(20)
    expect(await store.lastSequence(ada)).toBe(2)
    await after(21)
    expect([await store.lastSequence(ada), await has('feedback'), await has('case')]).toEqual([0, true, true])
    await after(365)
    expect([await has('feedback'), await has('case')]).toEqual([false, true])
  })

  test('a class that cannot be removed is logged and keeps no other', async () => {
    const logged: object[] = []
    const purged: string[] = []
    const went = await applyRetention({
      store: {
        ...store,
        countOld: () => Promise.resolve({ count: 1 }),
        putRecord: () => Promise.resolve(),
        purge: (retentionClass) => {
          if (retentionClass === 'conversation') return Promise.reject(new Error('away'))
          purged.push(retentionClass)
          return Promise.resolve(1)
        },
      },
      city: { keepDays },
      logger: { ...silentLogger, error: (facts) => void logged.push(facts) },
      by: 'retention',
      now: clock.now(),
    })
    expect([...went]).toEqual([
      ['conversation', 'failed'],
      ['feedback', 1],
    ])
    expect(logged).toMatchObject([{ retentionClass: 'conversation' }])
    expect(purged).toEqual(['feedback'])
  })

  test('show beforehand what would go, and leave a line in the log for each class that went', async () => {
    const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    await answerOne(store, ada, 'm1')
    await store.putRecord({ collection: 'feedback', id: 'x', value: 1 })
    const now = new Date(clock.now().getTime() + 22 * dayMs)
    const survey = await surveyRetention(store, { city: { keepDays }, now })
    expect(survey.filter(({ count }) => count > 0)).toEqual([
      { retentionClass: 'conversation', days: 21, count: 1, oldest: clock.now().toISOString() },
    ])
    expect(survey.find(({ retentionClass }) => retentionClass === 'case')).toEqual({
      retentionClass: 'case',
      days: undefined,
      count: 0,
    })
    expect(await deletionsSince(store, clock.now(), now)).toEqual([])

    const parts = { store, city: { keepDays }, logger: silentLogger, now }
    await applyRetention({ ...parts, by: 'staff' })
    await applyRetention({ ...parts, by: 'retention' })
    expect(await deletionsSince(store, clock.now(), now)).toEqual([
      {
        deed: 'deletion',
        class: 'conversation',
        before: new Date(now.getTime() - 21 * dayMs).toISOString(),
        removed: 1,
        by: 'staff',
        at: now.toISOString(),
      },
    ])
    expect(await deletionsSince(store, new Date(now.getTime() + 1), now)).toEqual([])
    await store.close()
  })

  test('of cases count from the last that happened to them; an open case stays, and a whole goes with its parts', async () => {
    const turning = stopClock()
    const store = openSqliteStore({ file: ':memory:', clock: turning, logger: silentLogger })
    const made = (number: string) => ({ ...sample, number, at: turning.now().toISOString() })
    const done = (number: string): CaseEvent => ({
      ...{ id: 'desk-1', kind: 'status', by: 'desk', status: 'Klart' },
      at: turning.now().toISOString(),
      text: number,
    })
    const numbers = ['F-2026-000001', 'F-2026-000002', 'F-2026-000003']
    const [early = '', late = '', open = ''] = numbers
    for (const number of numbers) await store.putRecord(madeRecord(made(number)))
    await store.putRecord(eventRecord({ number: early }, done(early)))
    await store.putRecord(externalIdRecord({ number: early }, 'gata-park', 'X1'))
    turning.advance(100 * dayMs)
    await store.putRecord(eventRecord({ number: late }, done(late)))
    const at = async (days: number) => {
      const now = new Date(turning.now().getTime() + days * dayMs + 1)
      const city = { keepDays: { case: 365 } }
      const counted = (await surveyRetention(store, { city, now })).find(
        (one) => one.retentionClass === 'case',
      )
      const went = await applyRetention({ store, city, logger: silentLogger, now, by: 'retention' })
      expect(went.get('case')).toBe(counted?.count)
      return (await store.records('case', { limit: 9 })).map(({ id }) => id).sort()
    }
    expect(await at(264)).toHaveLength(6)
    expect(await at(265)).toEqual([late, `${late}/event/desk-1`, open])
    expect(await at(365)).toEqual([open])
    expect(await at(5_000)).toEqual([open])
    await store.close()
  })

  test('leave a line that was begun when the store goes away amid a removal', async () => {
    const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    await answerOne(store, ada, 'm1')
    const now = new Date(clock.now().getTime() + 22 * dayMs)
    const cutOff = { ...store, purge: () => Promise.reject(new Error('away')) }
    await applyRetention({ store: cutOff, city: { keepDays }, logger: silentLogger, now, by: 'retention' })
    expect(await deletionsSince(store, clock.now(), now)).toMatchObject([{ removed: null, by: 'retention' }])
    await store.close()
  })
})

test('keys that an older version kept for good go once what they were for is over, with a line in the log', async () => {
  const clock = stopClock()
  const store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const now = clock.now()
  const code = (id: string, days: number) =>
    store.putRecord({
      ...{ collection: 'conversation', id },
      value: { until: new Date(now.getTime() + days * 86_400_000).toISOString() },
    })
  await code('resume old', -1)
  await code('resume new', 1)
  for (const id of ['old', 'gone', 'new']) await store.keepOnce(`spent/resume ${id}`, 'web:ada/m1')
  await store.keepOnce('a secret of the house', 'x')
  for (const series of ['G-20250110', 'G-20990110', 'F-2025'])
    await store.allocateNumber(series, 'web:ada/m1')
  expect(await findOldKeys(store, now)).toEqual({
    kept: ['spent/resume gone', 'spent/resume old'],
    series: ['G-20250110'],
  })
  expect([await removeOldKeys(store, now), await removeOldKeys(store, now)]).toEqual([3, 0])
  expect(await store.endlessKeys('kept', '')).toEqual(['a secret of the house', 'spent/resume new'])
  expect(await store.endlessKeys('series', '')).toEqual(['F-2025', 'G-20990110'])
  expect(await deletionsSince(store, now, now)).toMatchObject([{ class: 'conversation', removed: 3 }])
  await store.close()
})
