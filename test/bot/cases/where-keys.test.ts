import fc from 'fast-check'
import { keysNear, whereKeys } from '../../../bot/cases/where-keys'
import { metresPerDegree, metresPerDegreeEast } from '../../../bot/contracts/basics/point'

const hourMs = 3_600_000
const week = { from: new Date('2026-11-20T12:00:00Z'), to: new Date('2026-11-27T12:00:00Z') }
const search = { ...week, class: 'light', metres: 100 }

test('whatever lies within the metres and the days has a key that is looked under', () => {
  const bearing = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
  fc.assert(
    fc.property(
      fc.double({ min: 55, max: 69, noNaN: true }),
      fc.double({ min: 10, max: 25, noNaN: true }),
      fc.double({ min: 0, max: 99, noNaN: true }),
      bearing,
      fc.integer({ min: 0, max: 7 * 24 }),
      (lat, lon, metres, direction, hours) => {
        const place = {
          text: 'där',
          lat: lat + (metres * Math.cos(direction)) / metresPerDegree,
          lon: lon + (metres * Math.sin(direction)) / metresPerDegreeEast(lat),
        }
        const at = new Date(week.from.getTime() + hours * hourMs).toISOString()
        const under = keysNear({ ...search, place: { text: 'här', lat, lon } })
        expect(under.some((key) => whereKeys({ class: 'light', at, place }).includes(key))).toBe(true)
      },
    ),
    { seed: 20_261_129, numRuns: 500 },
  )
})

test('what was told in the same words is looked for also where one of the two has no coordinates', () => {
  const at = week.to.toISOString()
  const [words] = whereKeys({ class: 'light', at, place: { text: 'STORGATAN 12' } })
  expect(keysNear({ ...search, place: { text: 'Storgatan  12', lat: 56, lon: 12.7 } })).toContain(words)
})

test('a few keys are looked under, however many cases there are', () => {
  expect(keysNear({ ...search, place: { text: 'här', lat: 56, lon: 12.7 } }).length).toBeLessThanOrEqual(10)
  expect(whereKeys({ class: 'light', at: week.to.toISOString() })).toEqual([])
})
