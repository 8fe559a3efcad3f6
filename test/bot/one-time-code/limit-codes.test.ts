// How many codes a number gets: places in the store, each free again after its span.
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { limitCodes } from '../../../bot/one-time-code/limit-codes'
import { stopClock, type StoppedClock } from '../../adapters/store-samples'

const number = '+46701234567'
const minute = 60_000

describe('the codes of a number', () => {
  let clock: StoppedClock
  let store: Store
  beforeEach(() => {
    clock = stopClock()
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  })
  afterEach(() => store.close())
  /** How many of `times` are allowed, all at once and from two nodes. */
  const allowed = async (times: number, to = number) => {
    const nodes = [limitCodes(store), limitCodes(store)]
    const asked = Array.from({ length: times }, (_, n) => nodes[n % 2]!(to))
    return (await Promise.all(asked)).filter(Boolean).length
  }

  test('are four within half an hour, and other numbers have their own', async () => {
    expect(await allowed(9)).toBe(4)
    expect(await allowed(9, '+46709998877')).toBe(4)
    clock.advance(30 * minute - 1)
    expect(await allowed(1)).toBe(0)
    clock.advance(1)
    expect(await allowed(9)).toBe(4)
  })
  test('are never more than four within any half hour', async () => {
    for (const after of [0, 10, 10, 5]) {
      clock.advance(after * minute)
      expect(await allowed(1)).toBe(1)
    }
    clock.advance(5 * minute)
    expect(await allowed(9)).toBe(1)
  })
  test('are ten within a day', async () => {
    let all = 0
    for (let hour = 0; hour < 23; hour += 1) {
      all += await allowed(4)
      clock.advance(60 * minute)
    }
    expect(all).toBe(10)
    clock.advance(60 * minute)
    expect(await allowed(9)).toBe(4)
  })
  test('are counted without the number', async () => {
    const keys: string[] = []
    const watched = {
      keepOnce: store.keepOnce.bind(store),
      spendOnce: (key: string, ttlMs: number) => {
        keys.push(key)
        return store.spendOnce(key, ttlMs)
      },
    }
    await limitCodes(watched)(number)
    expect(keys).toHaveLength(2)
    expect(keys.join()).not.toContain('701234567')
  })
})
