// Sample times of the waste department's car, until the city's own calendar is connected.
import { dateFormat } from '../contracts/basics/formats'
import { addDays, weekdayOf } from '../hours/calendar-day'
import { toLocalTime } from '../hours/local-time'
import { isRedDay } from '../hours/red-days'
import type { BuiltInAction } from './built-in-action'

const weeksAhead = 4
const sunday = 6
const hours = '07-12'
const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** Gives `slots`, from tomorrow and four weeks on: no Sundays, no red days. The id is the ISO day. */
export const pickupSlots: BuiltInAction = (call, { city }) => {
  const today = toLocalTime(call.now, city.timeZone).date
  const days = Array.from({ length: weeksAhead * 7 }, (_, index) => addDays(today, index + 1))
  const free = days.filter((day) => weekdayOf(day) !== sunday && !isRedDay(day))
  return { kind: 'done', gives: { slots: free.map((day) => ({ id: day, label: labelOf(day) })) } }
}

/** `tisdag 1 december 07-12`, and the same in every language the city has texts in. */
const labelOf = (day: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(locales).map(([language, locale]) => {
      const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
      const date = dateFormat(locale, format).format(new Date(`${day}T00:00:00Z`))
      return [language, `${date.replace(',', '')} ${hours}`]
    }),
  )
