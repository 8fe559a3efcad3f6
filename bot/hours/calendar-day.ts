// Reckoning with days of the calendar as ISO texts (`2026-12-24`), far from clocks and time zones.
import { dayMs } from '../contracts/basics/durations'

const toMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The ISO date, or undefined when there is no such day (31 February). Years 1900 to 2199. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const ms = Date.UTC(year, month - 1, day)
  return toDay(ms) === written ? written : undefined
}

/** Of any year: "9999-12-31" is how some say that there is no end. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = toMs(text)
  // A 31st of February is read as one of March.
  return !Number.isNaN(ms) && toDay(ms) === text
}

export const addDays = (day: string, days: number): string => toDay(toMs(day) + days * dayMs)

/** Negative when the second comes first. */
export const daysBetween = (from: string, to: string): number => Math.round((toMs(to) - toMs(from)) / dayMs)

/** The same day of a later month, or its last day when it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return toDay(Math.min(last.getTime(), Date.UTC(year, month - 1 + months, dayOfMonth)))
}

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: string): number => (new Date(toMs(day)).getUTCDay() + 6) % 7

/** The `dayOfMonth`-th of this month and of those around it, in order; months without it are passed over. */
function daysAround(dayOfMonth: number, today: string): readonly string[] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  return [-2, -1, 0, 1, 2].flatMap((away) => {
    const monthFromZero = month - 1 + away
    return (
      isoDate(year + Math.floor(monthFromZero / 12), (((monthFromZero % 12) + 12) % 12) + 1, dayOfMonth) ?? []
    )
  })
}

/** The next day, today included, that is the `dayOfMonth`-th. */
export const nextWithDay = (dayOfMonth: number, today: string): string | undefined =>
  daysAround(dayOfMonth, today).find((day) => day >= today)

/** The last one before today. */
export const lastWithDay = (dayOfMonth: number, today: string): string | undefined =>
  daysAround(dayOfMonth, today).findLast((day) => day < today)
