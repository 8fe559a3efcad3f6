// Numbers, and small things that all nodes share.
import type { Store } from '../../../bot/contracts/store/store'
import { type StoppedClock } from '../store-samples'
import { longLeaseMs, shortLeaseMs, shortWhileMs, type FreshStore, type StoreUnderTest } from './fresh-store'

export function describeNumbers(fresh: FreshStore): void {
  const { openAnother } = fresh
  let clock: StoppedClock
  let store: Store
  let under: StoreUnderTest
  beforeEach(() => {
    ;({ clock, store, under } = fresh)
  })

  describe('numbers', () => {
    test('begin at 1 in each series, and the same key keeps its number', async () => {
      expect(await store.allocateNumber('F-2026', 'a')).toBe(1)
      expect(await store.allocateNumber('F-2026', 'b')).toBe(2)
      expect(await store.allocateNumber('F-2027', 'b')).toBe(1)
      expect(await openAnother().allocateNumber('F-2026', 'a')).toBe(1)
      expect(await store.allocateNumber('F-2026', 'c')).toBe(3)
    })

    test('are distinct and without gaps for a hundred at once', async () => {
      const other = openAnother()
      const numbers = await Promise.all(
        Array.from({ length: 100 }, (_, n) => (n % 2 === 0 ? store : other).allocateNumber('F', `key ${n}`)),
      )
      expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1))
    })

    test('of a series for a while are forgotten after it, and those of others are not', async () => {
      const take = (key: string) => store.allocateNumber('G-20261201', key, shortWhileMs)
      expect([await take('a'), await take('b'), await take('a')]).toEqual([1, 2, 1])
      await store.allocateNumber('F-2026', 'a')
      await under.passTime(clock, shortWhileMs)
      expect(await take('c')).toBe(1)
      expect(await store.allocateNumber('F-2026', 'b')).toBe(2)
    })

    test('are the same for a hundred that ask with one key at once', async () => {
      const numbers = await Promise.all(Array.from({ length: 100 }, () => store.allocateNumber('F', 'key')))
      expect(new Set(numbers)).toEqual(new Set([1]))
    })
  })

  describe('small things under a key', () => {
    test('a secret is the same for all who bring one', async () => {
      const other = openAnother()
      const kept = await Promise.all([
        store.keepOnce('k', 'a'),
        other.keepOnce('k', 'b'),
        store.keepOnce('k', 'c'),
      ])
      expect(new Set(kept).size).toBe(1)
      expect(['a', 'b', 'c']).toContain(kept[0])
      expect(await openAnother().keepOnce('k', 'd')).toBe(kept[0])
      expect(await store.keepOnce('other', 'd')).toBe('d')
    })

    test('what is kept for a while is forgotten after it', async () => {
      expect(await store.keepOnce('k', 'a', shortWhileMs)).toBe('a')
      expect(await openAnother().keepOnce('k', 'b', shortWhileMs)).toBe('a')
      await store.keepOnce('for good', 'a')
      await under.passTime(clock, shortWhileMs)
      expect(await store.keepOnce('k', 'c', shortWhileMs)).toBe('c')
      expect(await store.keepOnce('for good', 'b')).toBe('a')
    })

    test('what is kept for good is found by how it begins, and forgotten when told to', async () => {
      await store.keepOnce('spent/{a} 50%', 'x')
      await store.keepOnce('spent/b', 'x', longLeaseMs)
      await store.keepOnce('spend', 'x')
      await store.allocateNumber('G-20250101', 'a')
      await store.allocateNumber('G-20250101', 'b')
      await store.allocateNumber('G-20260101', 'a', longLeaseMs)
      await store.allocateNumber('F-2026', 'a')
      expect(await store.endlessKeys('kept', 'spent/')).toEqual(['spent/{a} 50%'])
      expect(await store.endlessKeys('series', 'G-')).toEqual(['G-20250101'])
      expect(await store.endlessKeys('series', '')).toContain('F-2026')
      expect(await store.forgetKeys('kept', ['spent/{a} 50%', 'spent/none'])).toBe(1)
      expect(await store.forgetKeys('series', ['G-20250101'])).toBe(1)
      expect(await store.keepOnce('spent/{a} 50%', 'y')).toBe('y')
      expect(await store.keepOnce('spent/b', 'y')).toBe('x')
      expect(await store.allocateNumber('G-20250101', 'c')).toBe(1)
      expect(await store.allocateNumber('F-2026', 'b')).toBe(2)
    })

    test('a token is spent by the first of many', async () => {
      const other = openAnother()
      const spent = await Promise.all(
        Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : other).spendOnce('t', longLeaseMs)),
      )
      expect(spent.filter(Boolean)).toHaveLength(1)
      expect(await store.spendOnce('other', longLeaseMs)).toBe(true)
    })

    test('a spent token is forgotten after its time', async () => {
      await store.spendOnce('t', shortLeaseMs)
      expect(await store.spendOnce('t', shortLeaseMs)).toBe(false)
      await under.passTime(clock, shortLeaseMs)
      expect(await store.spendOnce('t', shortLeaseMs)).toBe(true)
    })
  })
}
