// When a department answers: its week, its exceptions, and Swedish red days.
import { dateFormat } from '../contracts/basics/formats'
import type { OpeningHours, OpenSpan } from '../contracts/city/hours'
import { localeOf, type Language } from '../contracts/talk/language'
import { addDays, weekdayOf } from './calendar-day'
import { instantOf, toLocalTime, type LocalTime } from './local-time'
import { isRedDay } from './red-days'

export interface NextOpening {
  readonly date: string
  /** Minutes of the day. */
  readonly minute: number
}

/** How far ahead an opening is looked for; the longest closing of a Swedish office is about two weeks. */
const searchDays = 60

/** The open spans of an ISO date: an exception goes before red days, red days before the week. */
export function spansOf(hours: OpeningHours, date: string): readonly OpenSpan[] {
  const exception = hours.exceptions.get(date)
  if (exception !== undefined) return exception
  return isRedDay(date) ? [] : (hours.week[weekdayOf(date)] ?? [])
}

export const isOpen = (hours: OpeningHours, { date, minute }: LocalTime): boolean =>
  spansOf(hours, date).some((span) => minute >= span.from && minute < span.to)

/** When it closes for good on an ISO date; undefined when it does not open on it. */
export function lastClosing(hours: OpeningHours, date: string, timeZone: string): Date | undefined {
  const closes = spansOf(hours, date).at(-1)?.to
  return closes === undefined ? undefined : instantOf(date, closes, timeZone)
}

/** The next opening after `local`; undefined when there is none within sixty days. */
export function nextOpening(hours: OpeningHours, local: LocalTime): NextOpening | undefined {
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const date = addDays(local.date, ahead)
    const span = spansOf(hours, date).find(({ from }) => ahead > 0 || from > local.minute)
    if (span !== undefined) return { date, minute: span.from }
  }
  return undefined
}

interface OpeningWords {
  readonly today: string
  readonly tomorrow: string
  /** Stands before the time. */
  readonly at: string
  /** Stands before a weekday. */
  readonly on: string
}

const english: OpeningWords = { today: 'today', tomorrow: 'tomorrow', at: 'at', on: 'on ' }
const words: Readonly<Record<Language, OpeningWords>> = {
  sv: { today: 'i dag', tomorrow: 'i morgon', at: 'klockan', on: 'på ' },
  en: english,
  ar: { today: 'اليوم', tomorrow: 'غدًا', at: 'الساعة', on: 'يوم ' },
  fi: { today: 'tänään', tomorrow: 'huomenna', at: 'klo', on: '' },
  so: { today: 'maanta', tomorrow: 'berri', at: 'saacadda', on: '' },
  uk: { today: 'сьогодні', tomorrow: 'завтра', at: 'о', on: '' },
  fa: { today: 'امروز', tomorrow: 'فردا', at: 'ساعت', on: '' },
  pl: { today: 'dziś', tomorrow: 'jutro', at: 'o', on: '' },
  es: { today: 'hoy', tomorrow: 'mañana', at: 'a las', on: 'el ' },
  de: { today: 'heute', tomorrow: 'morgen', at: 'um', on: 'am ' },
}
/** Of an hour and its minutes; a colon elsewhere. */
const separators: Readonly<Record<Language, string>> = { sv: '.', fi: '.' }

/** "i dag" */
export const describeToday = (language: Language): string => (words[language] ?? english).today

/** "i morgon klockan 8.00", "på måndag 28 december klockan 8.00". */
function describeOpening({ date, minute }: NextOpening, local: LocalTime, language: Language): string {
  const own = words[language] ?? english
  const time = describeMinute(minute, language)
  if (date === local.date) return `${own.today} ${own.at} ${time}`
  if (date === addDays(local.date, 1)) return `${own.tomorrow} ${own.at} ${time}`
  return `${own.on}${describeMoment({ date, minute }, language)}`
}

/** How it is said that something happens then at the earliest, for nobody can be promised the minute of an opening. */
const earliest: Readonly<Record<Language, (day: string, time: string) => string>> = {
  sv: (day, time) => `tidigast ${day} när vi öppnar klockan ${time}`,
  en: (day, time) => `${day} at the earliest, when we open at ${time}`,
  ar: (day, time) => `${day} على أقرب تقدير، عندما نفتح الساعة ${time}`,
  fi: (day, time) => `aikaisintaan ${day}, kun avaamme klo ${time}`,
  so: (day, time) => `ugu horreyn ${day}, marka aan furno saacadda ${time}`,
  uk: (day, time) => `не раніше ніж ${day}, коли ми відчиняємося о ${time}`,
  fa: (day, time) => `زودترین زمان ${day}، وقتی ساعت ${time} باز می‌کنیم`,
  pl: (day, time) => `najwcześniej ${day}, gdy otwieramy o ${time}`,
  es: (day, time) => `como pronto ${day}, cuando abrimos a las ${time}`,
  de: (day, time) => `frühestens ${day}, wenn wir um ${time} öffnen`,
}

/** "tidigast i morgon när vi öppnar klockan 8.00" */
export function describeEarliest(
  { date, minute }: NextOpening,
  local: LocalTime,
  language: Language,
): string {
  const own = words[language] ?? english
  const isNear = date === local.date || date === addDays(local.date, 1)
  const near = date === local.date ? own.today : own.tomorrow
  const day = isNear ? near : `${own.on}${describeDay(date, language)}`
  const say = earliest[language] ?? earliest['en']
  return say === undefined ? day : say(day, describeMinute(minute, language))
}

/** "måndag 28 december klockan 8.00", whatever day it is now. */
export function describeMoment(
  { date, minute }: Pick<LocalTime, 'date' | 'minute'>,
  language: Language,
): string {
  const { at } = words[language] ?? english
  return `${describeDay(date, language)} ${at} ${describeMinute(minute, language)}`
}

/** "måndag 28 december" */
function describeDay(date: string, language: Language): string {
  const day = dateFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return day.format(new Date(`${date}T12:00:00Z`))
}

/** 480 → "8.00" in Swedish and Finnish, "8:00" elsewhere. */
export function describeMinute(minute: number, language: Language): string {
  const minutes = String(minute % 60).padStart(2, '0')
  return `${Math.floor(minute / 60)}${separators[language] ?? ':'}${minutes}`
}

/** Open now, or when it opens next in words of the language. */
export function hoursNow(
  hours: OpeningHours,
  now: Date,
  timeZone: string,
  language: Language,
): { readonly open: boolean; readonly opens: string } {
  const local = toLocalTime(now, timeZone)
  const next = nextOpening(hours, local)
  return {
    open: isOpen(hours, local),
    opens: next === undefined ? '' : describeOpening(next, local, language),
  }
}
