// The city's wall clock: which day and minute an instant is there, and back.
import { minuteMs } from '../contracts/basics/durations'
import { dateFormat } from '../contracts/basics/formats'
import { keepLast } from '../contracts/basics/keep-last'
import { addDays, weekdayOf } from './calendar-day'

export interface LocalTime {
  /** `2026-12-24` */
  readonly date: string
  /** 0 to 1439 */
  readonly minute: number
  /** 0 = Monday … 6 = Sunday */
  readonly weekday: number
}

const minutesOfDay = 24 * 60

export const toLocalTime = (instant: Date, timeZone: string): LocalTime =>
  localMinute(Math.floor(instant.getTime() / minuteMs), timeZone)

/** Turns ask for the same minute many times, and no zone's clock differs by less. */
const localMinute = keepLast((sinceEpoch: number, timeZone: string): LocalTime => {
  // Swedish writes ISO dates and a 24-hour clock: "2026-12-24 15:30".
  const format = dateFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const [date = '', time = ''] = format.format(sinceEpoch * minuteMs).split(' ')
  const [hours = '0', minutes = '0'] = time.split(':')
  return { date, minute: Number(hours) * 60 + Number(minutes), weekday: weekdayOf(date) }
})

/** The instant at which an ISO date begins there. No zone of ours changes its clock at midnight. */
export function startOfDay(date: string, timeZone: string): Date {
  const noon = Date.parse(`${date}T12:00:00Z`)
  const early = toLocalTime(new Date(`${date}T00:00:00Z`), timeZone)
  const ahead = early.date < date ? early.minute - minutesOfDay : early.minute
  return new Date(noon - (minutesOfDay / 2 + ahead) * minuteMs)
}

/**
 * The instant at which the clock there shows this minute of an ISO date, also on the days on which it is changed; 1440 is the
 * midnight after it. Of an hour that comes twice the first, of one that is left out an hour before it.
 */
export function instantOf(date: string, minute: number, timeZone: string): Date {
  const day = addDays(date, Math.floor(minute / minutesOfDay))
  const rest = minute % minutesOfDay
  const ms = startOfDay(day, timeZone).getTime() + rest * minuteMs
  const shown = toLocalTime(new Date(ms), timeZone).minute
  // Where the clock was changed it shows an hour more or less, perhaps of the day after.
  const half = minutesOfDay / 2
  const off = ((rest - shown + minutesOfDay + half) % minutesOfDay) - half
  return new Date(ms + off * minuteMs)
}
