// Opening hours in words, for a page that cannot ask the bot.
import type { OpenSpan, OpeningHours } from '../../../bot/contracts/city/hours'
import { describeHours } from '../../../bot/hours/describe-hours'

const day: readonly OpenSpan[] = [{ from: 480, to: 990 }]
const short: readonly OpenSpan[] = [
  { from: 480, to: 720 },
  { from: 780, to: 900 },
]
const hours = (...week: readonly (readonly OpenSpan[])[]): OpeningHours => ({
  week,
  exceptions: new Map([['2026-11-25', []]]),
})
const tuesdayNight = new Date('2026-11-24T20:00:00Z')
const say = (given: OpeningHours, language: string, now = tuesdayNight) =>
  describeHours(given, now, 'Europe/Stockholm', language)

test('puts days with the same hours together', () => {
  const { week } = say(hours(day, day, day, day, short, [], []), 'sv')
  expect(week).toBe('måndag–torsdag 8.00–16.30, fredag 8.00–12.00 och 13.00–15.00')
})

test('leaves out closed days and joins only neighbours', () => {
  expect(say(hours(day, [], day, [], [], short, short), 'en').week).toBe(
    'Monday 8:00–16:30, Wednesday 8:00–16:30, Saturday–Sunday 8:00–12:00 and 13:00–15:00',
  )
})

test('says whether it is open at this moment, exceptions included', () => {
  const week = hours(day, day, day, day, day, [], [])
  expect(say(week, 'sv').now).toBe('Stängt just nu, öppnar på torsdag 26 november klockan 8.00')
  expect(say(week, 'en').now).toBe('Closed right now, opens on Thursday 26 November at 8:00')
  expect(say(week, 'sv', new Date('2026-11-24T08:00:00Z')).now).toBe('Öppet just nu')
  expect(say(week, 'en', new Date('2026-11-24T08:00:00Z')).now).toBe('Open right now')
})

test('promises no opening when there is none', () => {
  expect(say(hours([], [], [], [], [], [], []), 'sv')).toEqual({
    week: 'stängt alla dagar',
    now: 'Stängt just nu',
  })
})
