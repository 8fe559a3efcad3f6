import { openSqliteStore } from '../../adapters/sqlite'
import { applyRetention } from '../../bot/apply-retention'
import { silentLogger } from '../../bot/contracts/logger'
import type { RetentionClass } from '../../bot/contracts/store'
import { answerOne, conversation, stopClock } from '../adapters/store-samples'

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
    await applyRetention({
      store: {
        purge: (retentionClass) => {
          if (retentionClass === 'conversation') return Promise.reject(new Error('away'))
          purged.push(retentionClass)
          return Promise.resolve(0)
        },
      },
      city: { keepDays },
      logger: { ...silentLogger, error: (facts) => void logged.push(facts) },
      now: clock.now(),
    })
    expect(logged).toMatchObject([{ retentionClass: 'conversation' }])
    expect(purged).toEqual(['feedback'])
  })
})
