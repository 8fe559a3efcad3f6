// Days and times as residents read them: 24 hours, their own clock, Western digits in every language.
import { localeOf } from '../../../../bot/contracts/talk/language'

const format = (at: Date, language: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(localeOf(language), options).format(at)

/** `14:03` */
export const formatTime = (at: Date, language: string): string =>
  format(at, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** `24 november 2026`; what is not a date comes back as it is. */
export function formatDate(iso: string, language: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime())
    ? iso
    : format(at, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `tisdag 24 november` */
export const formatDay = (at: Date, language: string): string =>
  format(at, language, { weekday: 'long', day: 'numeric', month: 'long' })

/** Whole days from that day to today, in the resident's time zone. */
export function daysAgo(at: Date): number {
  const midnight = (day: Date): number => new Date(day).setHours(0, 0, 0, 0)
  return Math.round((midnight(new Date()) - midnight(at)) / 86_400_000)
}
