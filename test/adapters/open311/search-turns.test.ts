// Searches wait for each other, so that anybody's many leave the server to residents.
import { createSearchTurns } from '../../../adapters/open311/search-turns'

test('one search is done at a time, in the order they came', async () => {
  const inTurn = createSearchTurns()
  let running = 0
  let most = 0
  const search = async (n: number): Promise<number> => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    return n
  }
  expect(await Promise.all([1, 2, 3].map((n) => inTurn(() => search(n))))).toEqual([1, 2, 3])
  expect(most).toBe(1)
})

test('one that fails keeps no other from its turn', async () => {
  const inTurn = createSearchTurns()
  const failed = inTurn(() => Promise.reject(new Error('the store is away')))
  const next = inTurn(() => Promise.resolve('found'))
  await expect(failed).rejects.toThrow('the store is away')
  expect(await next).toBe('found')
})

test('what would wait longer than anybody waits is told to come again', async () => {
  const inTurn = createSearchTurns()
  let end = (): void => undefined
  const first = inTurn(() => new Promise<void>((resolve) => (end = resolve)))
  const waiting = Array.from({ length: 10 }, () => inTurn(() => Promise.resolve()))
  await expect(inTurn(() => Promise.resolve())).rejects.toMatchObject({ status: 503, retryAfterMs: 5_000 })
  end()
  await Promise.all([first, ...waiting])
  await expect(inTurn(() => Promise.resolve('found'))).resolves.toBe('found')
})
