// Chance that one thing more does not draw anew for all others.
import { orderByChance, seededRandom } from '../../../../bot/understanding/numbers/seeded-random'

const random = seededRandom(3)
const keys = Uint32Array.from({ length: 500 }, () => random() * 2 ** 32)

test('an order has every place once, and another seed gives another one', () => {
  const order = orderByChance(keys, 1)
  expect([...order].sort((a, b) => a - b)).toEqual([...keys.keys()])
  expect(orderByChance(keys, 1)).toEqual(order)
  expect(orderByChance(keys, 2)).not.toEqual(order)
  const stayed = [...order].filter((place, at) => place === at)
  expect(stayed.length).toBeLessThan(10)
})

test('one key more, wherever it stands, moves no other', () => {
  const keysIn = (order: Int32Array, of: Uint32Array) => [...order].map((place) => of[place])
  for (const at of [0, 250, 500]) {
    const more = Uint32Array.from([...keys.slice(0, at), 77, ...keys.slice(at)])
    expect(keysIn(orderByChance(more, 5), more).filter((key) => key !== 77)).toEqual(
      keysIn(orderByChance(keys, 5), keys),
    )
  }
})

test('equal keys keep their order', () => {
  expect(orderByChance(new Uint32Array(4), 9)).toEqual(Int32Array.of(0, 1, 2, 3))
})
