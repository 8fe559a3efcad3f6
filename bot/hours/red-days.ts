// Swedish red days, and the eves on which public offices are closed like on them.
import type HolidaysClass from 'date-holidays'

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

/** Every named day of a year in Sweden, red or not: `julafton` → `2026-12-24`, names in lower case. */
export function namedDaysOf(year: number): ReadonlyMap<string, string> {
  const known = namesByYear.get(year)
  if (known !== undefined) return known
  const days = new Map(
    swedishCalendar()
      .getHolidays(year, 'sv')
      .map(({ name, date }) => [name.toLowerCase(), date.slice(0, 10)] as const),
  )
  namesByYear.set(year, days)
  return days
}

/** Whether an ISO date is a Swedish public holiday, julafton, midsommarafton or nyårsafton. */
export const isRedDay = (date: string): boolean => redDaysOf(Number(date.slice(0, 4))).has(date)
