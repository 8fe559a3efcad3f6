import { openSqliteStore } from '../../../adapters/sqlite'
import { applyRetention, surveyRetention } from '../../../bot/retention/apply-retention'
import { deletionsSince } from '../../../bot/retention/deletion-log'
import { silentLogger } from '../../../bot/contracts/logger'
import type { RetentionClass } from '../../../bot/contracts/store'
import { answerOne, conversation, stopClock } from '../../adapters/store-samples'

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
