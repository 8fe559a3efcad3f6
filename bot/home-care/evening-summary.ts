// When the evening text of a relative who wishes one goes: an entry of the outbox for each grant and day. The deed behind it puts
// the next day's there before anything else, so one chain goes on for as long as the wish stands, whatever becomes of a text.
import { z } from 'zod'
import type { City } from '../contracts/city/city'
import type { OutboxEntry } from '../contracts/store/store'
import { addDays } from '../hours/calendar-day'
import { instantOf, toLocalTime } from '../hours/local-time'
import { summaryMinute } from './policy'

export const summaryKind = 'home-care-summary'

export const summarySchema = z.object({
  grant: z.string(),
  /** ISO date by the city's clock. */
  date: z.string(),
})

type SummaryCity = Pick<City, 'homeCare' | 'timeZone'>

/**
 * The next one after `now`: this evening's, or tomorrow's.
 * @param last ISO date of the one that is being done: the city may have put the hour later since, and this evening's is it
 */
export function summaryEntry(grant: string, city: SummaryCity, now: Date, last = ''): OutboxEntry {
  const { date: today } = toLocalTime(now, city.timeZone)
  const date = summaryTime(today, city) > now && today > last ? today : addDays(today, 1)
  return {
    id: `home-care/summary/${date}/${grant}`,
    kind: summaryKind,
    dueAt: summaryTime(date, city).toISOString(),
    payload: { grant, date },
  }
}

/** By the wall clock, also on the days on which it is changed. */
export function summaryTime(date: string, city: SummaryCity): Date {
  return instantOf(date, summaryMinute(city), city.timeZone)
}
