// Opening hours in words: the whole week, and how it is at this moment.
import { dateFormat, listFormat } from '../contracts/basics/formats'
import type { OpeningHours, OpenSpan } from '../contracts/city/hours'
import { localeOf, type Language } from '../contracts/talk/language'
import { describeMinute, hoursNow, spansOf } from './opening-hours'

export interface DescribedHours {
  /** `måndag–torsdag 8.00–16.30, fredag 8.00–12.00 och 13.00–15.00`; red days and exceptions are not in it. */
  readonly week: string
  /** `Öppet just nu`, or `Stängt just nu, öppnar i morgon klockan 8.00`; red days and exceptions are. */
  readonly now: string
}

const words = {
  sv: {
    never: 'stängt alla dagar',
    open: 'Öppet just nu',
    closed: 'Stängt just nu',
    opens: 'öppnar',
  },
  en: {
    never: 'closed every day',
    open: 'Open right now',
    closed: 'Closed right now',
    opens: 'opens',
  },
} as const

/** Swedish for `sv`, English for every other language. */
export function describeHours(
  hours: OpeningHours,
  now: Date,
  timeZone: string,
  language: Language,
): DescribedHours {
  const own = language === 'sv' ? words.sv : words.en
  const { open, opens } = hoursNow(hours, now, timeZone, language === 'sv' ? 'sv' : 'en-GB')
  const week = describeWeek(hours, language === 'sv' ? 'sv' : 'en')
  return {
    week: week === '' ? own.never : week,
    now: open ? own.open : [own.closed, opens === '' ? [] : `${own.opens} ${opens}`].flat().join(', '),
  }
}

/** The week in any language, `Montag–Freitag 8:00–16:30`; empty where it never opens. */
export function describeWeek(hours: OpeningHours, language: Language): string {
  const groups: { first: number; last: number; times: string }[] = []
  for (const [day, spans] of hours.week.entries()) {
    const times = describeSpans(spans, language)
    const before = groups.at(-1)
    if (before?.times === times) before.last = day
    else groups.push({ first: day, last: day, times })
  }
  return groups
    .filter(({ times }) => times !== '')
    .map(({ first, last, times }) => `${dayNames(first, last, language)} ${times}`)
    .join(', ')
}

/** One ISO date, `8.00–12.00 och 13.00–15.00`; empty where it is closed. */
export const describeDay = (hours: OpeningHours, date: string, language: Language): string =>
  describeSpans(spansOf(hours, date), language)

function describeSpans(spans: readonly OpenSpan[], language: Language): string {
  const list = listFormat(localeOf(language), { type: 'conjunction' })
  return list.format(
    spans.map(({ from, to }) => `${describeMinute(from, language)}–${describeMinute(to, language)}`),
  )
}

function dayNames(first: number, last: number, language: Language): string {
  const format = dateFormat(localeOf(language), {
    weekday: 'long',
    timeZone: 'UTC',
  })
  // 1 January 2024 was a Monday.
  const name = (day: number): string => format.format(new Date(Date.UTC(2024, 0, 1 + day)))
  return first === last ? name(first) : `${name(first)}–${name(last)}`
}
