// Times of visits as they stand in texts: short, and by the city's clock.
import { dayMs } from '../contracts/basics/durations'
import { dateFormat } from '../contracts/basics/formats'
import type { VisitWindow } from '../contracts/home-care/home-care'
import { localeOf, sourceLanguage, type Language } from '../contracts/talk/language'
import { toLocalTime } from '../hours/local-time'
import { describeMinute } from '../hours/opening-hours'

const weekDays = 7
const hourMinutes = 60

/** `08.41` */
export function showClock(iso: string, timeZone: string, language: Language): string {
  const { minute } = toLocalTime(new Date(iso), timeZone)
  return describeMinute(minute, language).padStart(5, '0')
}

/** `8-9`, `8.30-9.15` */
export function showWindow({ start, end }: VisitWindow, timeZone: string, language: Language): string {
  const show = (iso: string) => {
    const { minute } = toLocalTime(new Date(iso), timeZone)
    return minute % hourMinutes === 0 ? String(minute / hourMinutes) : describeMinute(minute, language)
  }
  return `${show(start)}-${show(end)}`
}

/** By days from today. In the languages that texts of visits are written in; who reads another one gets the Swedish texts. */
const nearDays: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  sv: { [-1]: 'i går', 0: 'i dag', 1: 'i morgon' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

/** `i morgon`, `måndag`, or `måndag 7 december` where several Mondays could be meant; both are ISO dates. */
export function showDay(date: string, today: string, language: Language): string {
  const own = nearDays[language] === undefined ? sourceLanguage : language
  const ahead = (Date.parse(date) - Date.parse(today)) / dayMs
  const isThisWeek = ahead > 0 && ahead < weekDays
  const format = dateFormat(localeOf(own), {
    weekday: 'long',
    timeZone: 'UTC',
    ...(!isThisWeek && { day: 'numeric', month: 'long' }),
  })
  return nearDays[own]?.[ahead] ?? format.format(new Date(date))
}
