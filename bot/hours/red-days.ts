// Swedish red days, and the eves on which public offices are closed like on them.
import type HolidaysClass from 'date-holidays'
import { addDays, weekdayOf } from './calendar-day'

/** `date-holidays` types these three eves as `bank`; Swedish public offices keep them closed. */
const closedTypes: ReadonlySet<string> = new Set(['public', 'bank'])
const byYear = new Map<number, ReadonlySet<string>>()
let calendar: HolidaysClass | undefined

/** Loaded at the first question: the calendars of the whole world cost some 60 ms, and a start does not need them. */
function swedishCalendar(): HolidaysClass {
  // oxlint-disable-next-line typescript/no-require-imports -- a lazy, synchronous load
  const Holidays = require('date-holidays') as { default: typeof HolidaysClass } | typeof HolidaysClass
  const Calendar = 'default' in Holidays ? Holidays.default : Holidays
  calendar ??= new Calendar('SE')
  return calendar
}

function redDaysOf(year: number): ReadonlySet<string> {
  const known = byYear.get(year)
  if (known !== undefined) return known
  const days = new Set(
    swedishCalendar()
      .getHolidays(year)
      .filter((holiday) => closedTypes.has(holiday.type))
      .map((holiday) => holiday.date.slice(0, 10)),
  )
  byYear.set(year, days)
  return days
}

const namesByYear = new Map<number, ReadonlyMap<string, string>>()

/** The fourth Sunday of Advent is the last one before Christmas Day; Sundays are red anyway, and the calendar does not name them. */
function adventsOf(year: number): readonly (readonly [string, string])[] {
  const christmas = `${year}-12-25`
  const sundayBefore = addDays(christmas, -(weekdayOf(christmas) + 1))
  return ['första', 'andra', 'tredje', 'fjärde'].map((ordinal, at) => [
    `${ordinal} advent`,
    addDays(sundayBefore, 7 * (at - 3)),
  ])
}

/** Every named day of a year in Sweden, red or not: `julafton` → `2026-12-24`, names in lower case. */
export function namedDaysOf(year: number): ReadonlyMap<string, string> {
  const known = namesByYear.get(year)
  if (known !== undefined) return known
  const holidays = swedishCalendar()
    .getHolidays(year, 'sv')
    .map(({ name, date }) => [name.toLowerCase(), date.slice(0, 10)] as const)
  const days = new Map([...holidays, ...adventsOf(year)])
  namesByYear.set(year, days)
  return days
}

/** Whether an ISO date is a Swedish public holiday, julafton, midsommarafton or nyårsafton. */
export const isRedDay = (date: string): boolean => redDaysOf(Number(date.slice(0, 4))).has(date)
