// Dates as people write them in Swedish and English, relative to a given day: "24/12", "på fredag", "om två veckor".
import { addDays, isoDate, nextWithDay, weekdayOf } from './calendar-day'
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

/**
 * One date in a text. `days` are the readings, likeliest first: "24 december" is the coming one, or the one just gone.
 * Empty when it is written like a date but there is no such day, or when it can mean two different coming days.
 */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly days: readonly string[]
  /** A day of the calendar, not "idag" or "på fredag". */
  readonly isExplicit: boolean
  readonly fault?: 'no-such-day' | 'ambiguous'
}

type Found = Pick<FoundDate, 'days' | 'fault'>
interface Pattern {
  readonly form: RegExp
  readonly isExplicit: boolean
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    today: string,
    english: boolean,
  ) => Found
}

const day = `(?<day>\\d{1,2})(?::?[ae]|st|nd|rd|th)?`
const dayInWords = `(?:${day}|(?<dayWord>${dayWords}))`
const month = `(?<month>${monthWords})\\.?`
const year = `(?:,?\\s+(?<year>\\d{4}))?`
const weekdayBefore = `(?:(?<weekday>${weekdayWords})(?:en)?,?\\s+)?`
const weekday = `(?<weekday>${weekdayWords})`
const amount = `(?<amount>\\d{1,3}|${smallNumberWords})`

const pattern = (form: string, isExplicit: boolean, read: Pattern['read']): Pattern => ({
  form: new RegExp(`(?<![\\p{L}\\d])(?:${form})(?![\\p{L}\\d])`, 'giu'),
  isExplicit,
  read,
})

const fixed =
  (offset: number): Pattern['read'] =>
  (_, today) => ({ days: [addDays(today, offset)] })

/** Tried in this order; words that one has taken are not read again by a later one. */
const patterns: readonly Pattern[] = [
  pattern('(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})', true, (found) =>
    exactDay(Number(found['year']), Number(found['month']), Number(found['day'])),
  ),
  pattern(
    '(?<day>\\d{1,2})(?:/(?<month>\\d{1,2})(?:[/ ](?<year>\\d{4}))?|\\.(?<month2>\\d{1,2})\\.(?<year2>\\d{4}))',
    true,
    readNumbers,
  ),
  pattern(
    `${weekdayBefore}(?:den\\s+|the\\s+)?${dayInWords}\\s+(?:of\\s+)?${month}${year}`,
    true,
    readNamedMonth,
  ),
  pattern(`${weekdayBefore}${month}\\s+(?:the\\s+)?${day}${year}`, true, readNamedMonth),
  pattern('(?:day before yesterday|i ?förr?går|i ?forr?gar)', false, fixed(-2)),
  pattern(
    '(?:the )?day after tomorrow|i ?över ?i?morr?o?n|i ?over ?i?morr?o?n|i ?över ?i?morgon|över ?morgon|over ?morgon',
    false,
    fixed(2),
  ),
  pattern('(?:i ?dag|today|nu i ?dag|tonight|i ?kväll|i ?kvall)', false, fixed(0)),
  pattern('(?:i ?morgon|i ?morr?o?n|imorn|tomorrow)', false, fixed(1)),
  pattern('(?:i ?går|i ?gar|yesterday)', false, fixed(-1)),
  pattern(
    `(?:om|in)\\s+${amount}\\s+(?<unit>dag|dagar|dygn|day|days|vecka|veckor|week|weeks)`,
    false,
    readDistance,
  ),
  pattern(
    `(?:i\\s+(?<past>${weekdayWords})s|(?:förra|forra|last)\\s+(?<last>${weekdayWords})(?:en)?)`,
    false,
    readPastWeekday,
  ),
  pattern(
    `(?:${weekday}(?:en)?\\s+(?:i\\s+)?(?:nästa|nasta)\\s+vecka|${weekday.replace('weekday', 'weekday2')}\\s+next\\s+week)`,
    false,
    (found, today) => ({
      days: [inNextWeek(weekdayNumber(found['weekday'] ?? found['weekday2']), today)],
    }),
  ),
  pattern(`(?:nästa|nasta|next)\\s+${weekday}`, false, readNextWeekday),
  pattern(`(?:(?:nu\\s+)?på\\s+|pa\\s+|on\\s+|this\\s+)?${weekday}(?:en)?`, false, readComingWeekday),
  pattern(`(?:den|the)\\s+${dayInWords}`, true, readDayOfMonth),
]

/** Every date in the text, in the order written. `english` makes 5/12 ambiguous, which is no riddle to a Swede. */
export function findDates(text: string, today: string, english: boolean): readonly FoundDate[] {
  const found: FoundDate[] = []
  for (const { form, isExplicit, read } of patterns)
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length
      if (found.some((other) => match.index < other.end && other.start < end)) continue
      found.push({ start: match.index, end, isExplicit, ...read(match.groups ?? {}, today, english) })
    }
  return found.sort((a, b) => a.start - b.start)
}

function exactDay(yearNumber: number, monthOfYear: number, dayOfMonth: number): Found {
  const found = isoDate(yearNumber, monthOfYear, dayOfMonth)
  return found === undefined ? { days: [], fault: 'no-such-day' } : { days: [found] }
}

function inAnyYear(
  monthOfYear: number,
  dayOfMonth: number,
  written: string | undefined,
  today: string,
): Found {
  if (written !== undefined) return exactDay(Number(written), monthOfYear, dayOfMonth)
  const thisYear = Number(today.slice(0, 4))
  // 29 February may be up to eight years away.
  const years = Array.from({ length: 17 }, (_, index) => thisYear - 8 + index)
  const days = years.flatMap((candidate) => isoDate(candidate, monthOfYear, dayOfMonth) ?? [])
  const coming = days.find((candidate) => candidate >= today)
  const past = days.findLast((candidate) => candidate < today)
  return coming === undefined || past === undefined
    ? { days: [], fault: 'no-such-day' }
    : { days: [coming, past] }
}

function readNumbers(
  found: Readonly<Record<string, string | undefined>>,
  today: string,
  english: boolean,
): Found {
  const first = Number(found['day'])
  const second = Number(found['month'] ?? found['month2'])
  const written = found['year'] ?? found['year2']
  const couldSwap = first <= 12 && second <= 12 && first !== second
  if (english && couldSwap) return { days: [], fault: 'ambiguous' }
  return second > 12 && first <= 12
    ? inAnyYear(first, second, written, today)
    : inAnyYear(second, first, written, today)
}

function readNamedMonth(found: Readonly<Record<string, string | undefined>>, today: string): Found {
  const dayOfMonth = dayNumber(found['day'], found['dayWord'])
  const read = inAnyYear(monthNumber(found['month']), dayOfMonth, found['year'], today)
  if (found['weekday'] === undefined || read.fault !== undefined) return read
  const wanted = weekdayNumber(found['weekday'])
  // A year ago the weekday fits another date; nobody means that one.
  const longAgo = addDays(today, -90)
  const days = read.days.filter((candidate) => candidate > longAgo && weekdayOf(candidate) === wanted)
  return days.length === 0 ? { days: [], fault: 'ambiguous' } : { days }
}

function readDayOfMonth(found: Readonly<Record<string, string | undefined>>, today: string): Found {
  const coming = nextWithDay(dayNumber(found['day'], found['dayWord']), today)
  return coming === undefined ? { days: [], fault: 'no-such-day' } : { days: [coming] }
}

function readDistance(found: Readonly<Record<string, string | undefined>>, today: string): Found {
  const perUnit = /^(?:veck|week)/iu.test(found['unit'] ?? '') ? 7 : 1
  return { days: [addDays(today, smallNumber(found['amount']) * perUnit)] }
}

function readPastWeekday(found: Readonly<Record<string, string | undefined>>, today: string): Found {
  const back = (weekdayOf(today) - weekdayNumber(found['past'] ?? found['last']) + 7) % 7
  return { days: [addDays(today, -(back === 0 ? 7 : back))] }
}

function inNextWeek(wanted: number, today: string): string {
  return addDays(today, 7 - weekdayOf(today) + wanted)
}

/** "Nästa fredag" on a Wednesday is in two days to some and in nine to others. */
function readNextWeekday(found: Readonly<Record<string, string | undefined>>, today: string): Found {
  const wanted = weekdayNumber(found['weekday'])
  return wanted > weekdayOf(today) ? { days: [], fault: 'ambiguous' } : { days: [inNextWeek(wanted, today)] }
}

/** "På fredag" on a Friday is today or in a week. */
function readComingWeekday(found: Readonly<Record<string, string | undefined>>, today: string): Found {
  const ahead = (weekdayNumber(found['weekday']) - weekdayOf(today) + 7) % 7
  return ahead === 0 ? { days: [], fault: 'ambiguous' } : { days: [addDays(today, ahead)] }
}
