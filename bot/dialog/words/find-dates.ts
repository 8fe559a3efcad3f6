// Dates as people write them in Swedish and English, relative to a given day: "24/12", "på fredag", "om två veckor".
import { keepLast } from '../../contracts/basics/keep-last'
import { addDays, addMonths, isoDate, lastWithDay, nextWithDay, weekdayOf } from '../../hours/calendar-day'
import { datePattern, noSuchDay, type DateGroups, type DatePattern, type ReadDays } from './date-pattern'
import {
  dayNumber,
  dayWords,
  monthNumber,
  monthWords,
  smallNumber,
  smallNumberWords,
  weekdayNumber,
  weekdayWords,
} from './date-words'
import { namedDayPattern } from './named-days'
import { weekPatterns } from './week-dates'

/**
 * One date in a text. `days` are the readings, likeliest first: "24 december" and "fredag" are the coming one, or the one just gone.
 * With the fault `ambiguous` they are the days it may mean, with `vague` the days of the week or weekend it names, both in
 * the order of the calendar; with `no-such-day` there are none.
 */
export interface FoundDate extends ReadDays {
  readonly start: number
  readonly end: number
  /** A day of the calendar, not "idag" or "på fredag". */
  readonly isExplicit: boolean
}

const day = `(?<day>\\d{1,2})(?::?[ae]|st|nd|rd|th)?`
const dayInWords = `(?:${day}|(?<dayWord>${dayWords}))`
const month = `(?<month>${monthWords})\\.?`
const year = `(?:,?\\s+(?<year>\\d{4}))?`
const weekdayBefore = `(?:(?<weekday>${weekdayWords})(?:en)?,?\\s+)?`
const weekday = `(?<weekday>${weekdayWords})`
const amount = `(?<amount>\\d{1,3}|${smallNumberWords})`

const fixed =
  (offset: number): DatePattern['read'] =>
  (_, today) => ({ days: [addDays(today, offset)] })

/** Tried in this order; words that one has taken are not read again by a later one. */
const patterns: readonly DatePattern[] = [
  datePattern('(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})', true, (found) =>
    exactDay(Number(found['year']), Number(found['month']), Number(found['day'])),
  ),
  datePattern('(?<year>20\\d{2}|\\d{2})(?<month>\\d{2})(?<day>\\d{2})', false, (found) =>
    exactDay((Number(found['year']) % 100) + 2000, Number(found['month']), Number(found['day'])),
  ),
  datePattern(
    '(?<day>\\d{1,2})(?:/(?<month>\\d{1,2})(?:[/ ](?<year>\\d{4}))?|\\.(?<month2>\\d{1,2})\\.(?<year2>\\d{4}))',
    true,
    readNumbers,
  ),
  datePattern(
    `${weekdayBefore}(?:den\\s+|the\\s+)?${dayInWords}\\s+(?:of\\s+)?${month}${year}`,
    true,
    readNamedMonth,
  ),
  datePattern(`${weekdayBefore}${month}\\s+(?:the\\s+)?${day}${year}`, true, readNamedMonth),
  namedDayPattern,
  datePattern('(?:day before yesterday|i ?förr?går|i ?forr?gar)', false, fixed(-2)),
  datePattern(
    '(?:the )?day after tomorrow|i ?över ?i?morr?o?n|i ?over ?i?morr?o?n|i ?över ?i?morgon|över ?morgon|over ?morgon',
    false,
    fixed(2),
  ),
  datePattern(
    '(?:(?:nu\\s+)?i ?dag|today|tonight|(?:nu\\s+)?i ?kväll|i ?kvall|i ?natt|i ?eftermiddag|i ?förmiddag|i ?formiddag|i ?morse|this (?:morning|afternoon|evening))',
    false,
    fixed(0),
  ),
  datePattern('(?:i ?morgon|i ?morr?o?n|imorn|tomorrow)', false, fixed(1)),
  datePattern('(?:i ?går|i ?gar|yesterday)', false, fixed(-1)),
  datePattern(
    `(?:om|in)\\s+${amount}\\s+(?<unit>dagar|dag|dygn|days|day|veckor|vecka|weeks|week|månader|månad|manader|manad|months|month)(?:s\\s+tid)?`,
    false,
    readDistance,
  ),
  datePattern(
    `(?:(?:för|for)\\s+)?${amount}\\s+(?<unit>dagar|dag|dygn|days|day|veckor|vecka|weeks|week)\\s+(?:sedan|sen|ago)`,
    false,
    readPastDistance,
  ),
  datePattern(
    `(?:i\\s+(?<past>${weekdayWords})s|(?:förra|forra|last)\\s+(?<last>${weekdayWords})(?:en)?)`,
    false,
    readPastWeekday,
  ),
  ...weekPatterns,
  datePattern(`(?:på\\s+|pa\\s+|on\\s+)?(?:nästa|nasta|next)\\s+${weekday}(?:en)?`, false, readNextWeekday),
  datePattern(
    `(?:(?:nu\\s+)?på\\s+|pa\\s+|on\\s+|this\\s+|nu\\s+|kommande\\s+|coming\\s+)?${weekday}(?:en)?`,
    false,
    readComingWeekday,
  ),
  datePattern(`(?:den|the)\\s+${dayInWords}`, true, readDayOfMonth),
  datePattern('(?<day>\\d{1,2})(?::[ae]|nd|rd|th)', false, readDayOfMonth),
  // "3st soffor" are three of them, in any language but English.
  datePattern('(?<day>1|21|31)st', false, (found, today, english) =>
    english ? readDayOfMonth(found, today) : undefined,
  ),
]

/** Every date in the text, in the order written. `english` makes 5/12 ambiguous, which is no riddle to a Swede. */
export const findDates = keepLast((text: string, today: string, english: boolean): readonly FoundDate[] => {
  const found: FoundDate[] = []
  for (const { form, isExplicit, read } of patterns)
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length
      if (found.some((other) => match.index < other.end && other.start < end)) continue
      const days = read(match.groups ?? {}, today, english)
      if (days !== undefined) found.push({ start: match.index, end, isExplicit, ...days })
    }
  return found.sort((a, b) => a.start - b.start)
})

function exactDay(yearNumber: number, monthOfYear: number, dayOfMonth: number): ReadDays {
  const found = isoDate(yearNumber, monthOfYear, dayOfMonth)
  return found === undefined ? noSuchDay : { days: [found] }
}

function inAnyYear(
  monthOfYear: number,
  dayOfMonth: number,
  written: string | undefined,
  today: string,
): ReadDays {
  if (written !== undefined) return exactDay(Number(written), monthOfYear, dayOfMonth)
  const thisYear = Number(today.slice(0, 4))
  // 29 February may be up to eight years away.
  const years = Array.from({ length: 17 }, (_, index) => thisYear - 8 + index)
  const days = years.flatMap((candidate) => isoDate(candidate, monthOfYear, dayOfMonth) ?? [])
  const coming = days.find((candidate) => candidate >= today)
  const past = days.findLast((candidate) => candidate < today)
  return coming === undefined || past === undefined ? noSuchDay : { days: [coming, past] }
}

function readNumbers(found: DateGroups, today: string, english: boolean): ReadDays {
  const first = Number(found['day'])
  const second = Number(found['month'] ?? found['month2'])
  const written = found['year'] ?? found['year2']
  const readDay = (monthOfYear: number, dayOfMonth: number): ReadDays =>
    inAnyYear(monthOfYear, dayOfMonth, written, today)
  const couldSwap = first <= 12 && second <= 12 && first !== second
  if (english && couldSwap) return either([readDay(second, first), readDay(first, second)])
  return second > 12 && first <= 12 ? readDay(first, second) : readDay(second, first)
}

function readNamedMonth(found: DateGroups, today: string): ReadDays {
  const dayOfMonth = dayNumber(found['day'], found['dayWord'])
  const read = inAnyYear(monthNumber(found['month']), dayOfMonth, found['year'], today)
  if (found['weekday'] === undefined || read.fault !== undefined) return read
  const wanted = weekdayNumber(found['weekday'])
  // A year ago the weekday fits another date; nobody means that one.
  const longAgo = addDays(today, -90)
  const days = read.days.filter((candidate) => candidate > longAgo && weekdayOf(candidate) === wanted)
  return days.length === 0 ? eitherDayOrWeekday(read.days, wanted, today) : { days }
}

/** "Fredag den 5 december" in a year when the fifth is a Saturday: the day of the month may be wrong, or the weekday. */
function eitherDayOrWeekday(days: readonly string[], wanted: number, today: string): ReadDays {
  const [day = today] = days
  const off = (weekdayOf(day) - wanted + 7) % 7
  return either([{ days: [day] }, { days: [addDays(day, off > 3 ? 7 - off : -off)] }])
}

/** Both readings are days; which of them is meant must be asked. */
function either(readings: readonly ReadDays[]): ReadDays {
  const days = [...new Set(readings.flatMap(({ days: [day] }) => day ?? []))].sort()
  return days.length > 1 ? { days, fault: 'ambiguous' } : { days }
}

function readDayOfMonth(found: DateGroups, today: string): ReadDays {
  const dayOfMonth = dayNumber(found['day'], found['dayWord'])
  const coming = nextWithDay(dayOfMonth, today)
  const gone = lastWithDay(dayOfMonth, today)
  return coming === undefined ? noSuchDay : { days: [coming, ...(gone === undefined ? [] : [gone])] }
}

function readDistance(found: DateGroups, today: string): ReadDays {
  const unit = found['unit'] ?? ''
  const count = smallNumber(found['amount'])
  if (/^m/iu.test(unit)) return { days: [addMonths(today, count)] }
  return { days: [addDays(today, count * (/^(?:veck|week)/iu.test(unit) ? 7 : 1))] }
}

function readPastDistance(found: DateGroups, today: string): ReadDays {
  const days = /^(?:veck|week)/iu.test(found['unit'] ?? '') ? 7 : 1
  return { days: [addDays(today, -days * smallNumber(found['amount']))] }
}

function readPastWeekday(found: DateGroups, today: string): ReadDays {
  const back = (weekdayOf(today) - weekdayNumber(found['past'] ?? found['last']) + 7) % 7
  return { days: [addDays(today, -(back === 0 ? 7 : back))] }
}

function inNextWeek(wanted: number, today: string): string {
  return addDays(today, 7 - weekdayOf(today) + wanted)
}

/** "Nästa fredag" on a Wednesday is in two days to some and in nine to others. */
function readNextWeekday(found: DateGroups, today: string): ReadDays {
  const wanted = weekdayNumber(found['weekday'])
  const nextWeek = inNextWeek(wanted, today)
  return wanted > weekdayOf(today)
    ? { days: [addDays(nextWeek, -7), nextWeek], fault: 'ambiguous' }
    : { days: [nextWeek] }
}

/** "På fredag" on a Friday is today or in a week. */
function readComingWeekday(found: DateGroups, today: string): ReadDays {
  const ahead = (weekdayNumber(found['weekday']) - weekdayOf(today) + 7) % 7
  return ahead === 0
    ? { days: [today, addDays(today, 7)], fault: 'ambiguous' }
    : { days: [addDays(today, ahead), addDays(today, ahead - 7)] }
}
