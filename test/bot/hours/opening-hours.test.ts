import { hoursNow, isOpen, lastClosing, nextOpening } from '../../../bot/hours/opening-hours'
import { instantOf, toLocalTime } from '../../../bot/hours/local-time'
import { isRedDay } from '../../../bot/hours/red-days'
import type { OpeningHours } from '../../../bot/contracts/city/hours'

const weekday = [{ from: 480, to: 990 }]
const hours: OpeningHours = {
  week: [weekday, weekday, weekday, weekday, weekday, [], []],
  exceptions: new Map([['2026-12-30', [{ from: 600, to: 720 }]]]),
}
const zone = 'Europe/Stockholm'
const local = (iso: string) => toLocalTime(new Date(iso), zone)

describe('opening hours', () => {
  test('the clock is the city’s, in winter and in summer', () => {
    expect(local('2026-11-24T07:30:00Z')).toEqual({ date: '2026-11-24', minute: 510, weekday: 1 })
    expect(local('2026-06-30T22:30:00Z')).toEqual({ date: '2026-07-01', minute: 30, weekday: 2 })
  })

  test('is open from the first minute and closed at the last', () => {
    expect(isOpen(hours, local('2026-11-24T07:00:00Z'))).toBe(true)
    expect(isOpen(hours, local('2026-11-24T06:59:00Z'))).toBe(false)
    expect(isOpen(hours, local('2026-11-24T15:30:00Z'))).toBe(false)
  })

  test.each([
    ['an ordinary Sunday', '2026-11-22', '2026-11-22T15:00:00.000Z'],
    ['the day of 23 hours', '2028-03-26', '2028-03-26T14:00:00.000Z'],
    ['the day of 25 hours', '2027-10-31', '2027-10-31T15:00:00.000Z'],
  ])('closes by the clock on %s', (_day, date, closes) => {
    const sundays: OpeningHours = {
      week: [[], [], [], [], [], [], [{ from: 600, to: 960 }]],
      exceptions: new Map(),
    }
    expect(lastClosing(sundays, date, zone)?.toISOString()).toBe(closes)
  })

  test.each(['2026-11-22', '2028-03-26', '2027-10-31'])(
    'each minute of %s is found, the hour that is left out excepted',
    (date) => {
      for (let minute = 0; minute < 1_440; minute += 1) {
        const there = toLocalTime(instantOf(date, minute, zone), zone)
        if (date !== '2028-03-26' || minute < 120 || minute >= 180)
          expect([there.date, there.minute]).toEqual([date, minute])
      }
      expect(toLocalTime(instantOf(date, 1_440, zone), zone)).toMatchObject({ minute: 0 })
    },
  )

  test.each([
    '2026-01-06',
    '2026-04-03',
    '2026-05-14',
    '2026-06-19',
    '2026-12-24',
    '2026-12-25',
    '2026-12-31',
  ])('%s is a day on which offices are closed', (date) => {
    expect(isRedDay(date)).toBe(true)
  })

  test.each(['2026-04-02', '2026-06-18', '2026-12-23', '2026-11-24'])('%s is an ordinary day', (date) => {
    expect(isRedDay(date)).toBe(false)
  })

  test('after the last day before Christmas the next opening is past the holidays and the weekend', () => {
    expect(nextOpening(hours, local('2026-12-23T16:00:00Z'))).toEqual({ date: '2026-12-28', minute: 480 })
  })

  test('an exception replaces the week', () => {
    expect(isOpen(hours, local('2026-12-30T08:00:00Z'))).toBe(false)
    expect(isOpen(hours, local('2026-12-30T10:00:00Z'))).toBe(true)
  })

  test('tells the next opening in words', () => {
    const at = (iso: string, language: string) => hoursNow(hours, new Date(iso), zone, language)
    expect(at('2026-11-24T01:30:00Z', 'sv')).toEqual({ open: false, opens: 'i dag klockan 8.00' })
    expect(at('2026-11-24T18:00:00Z', 'en').opens).toBe('tomorrow at 8:00')
    expect(at('2026-12-23T18:00:00Z', 'sv').opens).toBe('på måndag 28 december klockan 8.00')
    expect(at('2026-11-24T18:00:00Z', 'fi').opens).toBe('huomenna klo 8.00')
    expect(at('2026-11-24T18:00:00Z', 'so').opens).toBe('berri saacadda 8:00')
    expect(at('2026-12-23T18:00:00Z', 'ar').opens).toBe('يوم الاثنين، 28 ديسمبر الساعة 8:00')
    expect(at('2026-12-23T18:00:00Z', 'fa').opens).toBe('دوشنبه 28 دسامبر ساعت 8:00')
    expect(at('2026-12-23T18:00:00Z', 'uk').opens).toBe('понеділок, 28 грудня о 8:00')
    expect(at('2026-12-23T18:00:00Z', 'pl').opens).toBe('poniedziałek, 28 grudnia o 8:00')
    expect(at('2026-12-23T18:00:00Z', 'es').opens).toBe('el lunes, 28 de diciembre a las 8:00')
    expect(at('2026-12-23T18:00:00Z', 'de').opens).toBe('am Montag, 28. Dezember um 8:00')
  })
})
