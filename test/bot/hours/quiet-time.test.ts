// The end of the quiet time by the city's clock, also on the nights on which it is changed.
import fc from 'fast-check'
import { toLocalTime } from '../../../bot/hours/local-time'
import { afterQuiet, isQuiet } from '../../../bot/hours/quiet-time'

const zone = 'Europe/Stockholm'
const at = (hour: number, minute = 0) => hour * 60 + minute
const night = { from: at(22), to: at(7) }

describe('a message', () => {
  test.each([
    ['at day goes at once', '2026-11-24T12:34:56.789Z', night, '2026-11-24T12:34:56.789Z'],
    ['at 21.59 goes at once', '2026-11-24T20:59:59Z', night, '2026-11-24T20:59:59.000Z'],
    ['at 22.00 waits for the morning', '2026-11-24T21:00:00Z', night, '2026-11-25T06:00:00.000Z'],
    ['after midnight waits for the same morning', '2026-11-25T05:59:59Z', night, '2026-11-25T06:00:00.000Z'],
    ['at 7.00 goes at once', '2026-11-25T06:00:00Z', night, '2026-11-25T06:00:00.000Z'],
    [
      'waits within one day',
      '2026-11-24T11:30:10Z',
      { from: at(12), to: at(13) },
      '2026-11-24T12:00:00.000Z',
    ],
    ['in the night that is an hour short', '2027-03-27T22:30:00Z', night, '2027-03-28T05:00:00.000Z'],
    ['in the night that is an hour long', '2026-10-24T21:30:00Z', night, '2026-10-25T06:00:00.000Z'],
    [
      'until an hour that is left out',
      '2027-03-27T22:30:00Z',
      { from: at(22), to: at(2, 30) },
      '2027-03-28T01:00:00.000Z',
    ],
  ])('%s', (_, now, quiet, due) => expect(afterQuiet(new Date(now), quiet, zone).toISOString()).toBe(due))

  test('is never sent while it is quiet, and as soon as it is not', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2028-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, minutes, minutes, (now, from, to) => {
        fc.pre(from !== to)
        const quietAt = (instant: Date) => isQuiet({ from, to }, toLocalTime(instant, zone).minute)
        const due = afterQuiet(now, { from, to }, zone)
        expect(quietAt(due)).toBe(false)
        if (!quietAt(now)) expect(due).toEqual(now)
        else {
          expect(due.getTime()).toBeGreaterThan(now.getTime())
          expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000)
          expect(quietAt(new Date(due.getTime() - 60_000))).toBe(true)
        }
      }),
      { numRuns: 2_000, seed: 7 },
    )
  })
})
