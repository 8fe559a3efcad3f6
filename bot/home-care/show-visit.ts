// Times of visits as they stand in texts: short, and by the city's clock.
import type { VisitWindow } from '../contracts/home-care'
import type { Language } from '../contracts/language'
import { toLocalTime } from '../hours/local-time'

const hourMinutes = 60
/** Of an hour and its minutes; a colon elsewhere. */
const separators: Readonly<Record<Language, string>> = { sv: '.', fi: '.' }

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `08.41` */
export function showClock(iso: string, timeZone: string, language: Language): string {
  const { minute } = toLocalTime(new Date(iso), timeZone)
  const hour = twoDigits(Math.floor(minute / hourMinutes))
  return `${hour}${separators[language] ?? ':'}${twoDigits(minute % hourMinutes)}`
}

/** `8-9`, `8.30-9.15` */
export function showWindow({ start, end }: VisitWindow, timeZone: string, language: Language): string {
  const show = (iso: string) => {
    const { minute } = toLocalTime(new Date(iso), timeZone)
    const hour = Math.floor(minute / hourMinutes)
    const minutes = minute % hourMinutes
    return minutes === 0 ? String(hour) : `${hour}${separators[language] ?? ':'}${twoDigits(minutes)}`
  }
  return `${show(start)}-${show(end)}`
}
