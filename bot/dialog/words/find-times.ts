// Times of day as people say them in Swedish and English: "kl 15", "halv nio" (8.30), "half past eight", "3 pm".
import { minuteMs } from '../../contracts/basics/durations'
import { toLocalTime } from '../../hours/local-time'
import { smallNumber, smallNumberWords } from './date-words'

/** Characters between a day and its time, at most: "på fredag, vid 15.30". */
export const longestGap = 6

/**
 * One time in a text. `times` are `HH:MM`, one when it is clear; two when a clock without numbers to 24 could mean before
 * or after noon ("kl 3"), the daytime one first; none when there is no such time ("kl 25").
 */
export interface FoundTime {
  readonly start: number
  readonly end: number
  readonly times: readonly string[]
  /** Said to be a time ("kl", "halv", "pm", a colon), so it is one in any sentence. */
  readonly isExplicit: boolean
}

export interface LocalMoment {
  /** What the clock of the city shows so many minutes later, in minutes since midnight; undefined on another day. */
  readonly after: (minutes: number) => number | undefined
}

/** Counted on from the instant: an hour before the clock is changed "om en timme" is not an hour later on it. */
export function momentOf(now: Date, timeZone: string): LocalMoment {
  const { date } = toLocalTime(now, timeZone)
  return {
    after: (minutes) => {
      const later = toLocalTime(new Date(now.getTime() + minutes * minuteMs), timeZone)
      return later.date === date ? later.minute : undefined
    },
  }
}

const minutesOfDay = 24 * 60

type Groups = Readonly<Record<string, string | undefined>>
interface Clock {
  /** Minutes since midnight, before the part of the day is taken into account. */
  readonly minutes: number
  /** Written as a clock of 24 hours is: "15.30", "08:00". */
  readonly isExact: boolean
}
interface Pattern {
  readonly form: RegExp
  readonly isExplicit: boolean
  readonly read: (groups: Groups, now: LocalMoment) => Clock | undefined
}

const morning =
  'a\\.?m\\.?|f\\.?m\\.?|på (?:morgonen|förmiddagen|formiddagen)|in the morning|bitti|i förmiddag|i morse'
const afternoon =
  'p\\.?m\\.?|e\\.?m\\.?|på (?:eftermiddagen|eftermiddan|kvällen|kvallen)|in the (?:afternoon|evening)|i eftermiddag|ikväll|i kväll|tonight'
const night = 'på natten|pa natten|at night|i natt'
const part = `(?:[,\\s]*(?<part>${morning}|${afternoon}|${night}))?`
const needsPart = `[,\\s]*(?<part>${morning}|${afternoon}|${night})`
const clock = '(?:klockan|klocka|kl\\.?)\\s*'
const about = '(?:ca|cirka|runt|omkring|vid|about|around)\\s+'
const lead = `(?:${clock}|at\\s+)?(?:${about})?`
/** "About an invoice" names no hour. */
const hourWord = `(?!(?:an?|en)(?!\\p{L}))(?<hour>\\d{1,2}|${smallNumberWords})(?:\\s+o'?clock)?`
const minuteWord =
  '(?<minutes>\\d{1,2}|fem|tio|tjugo|tjugofem|five|ten|twenty|twenty-five)(?:\\s+(?:minuter|minutes))?'
const past = '(?<past>över|over|past|after)'
const before = '(?:i|före|fore|to|before)'

const pattern = (form: string, isExplicit: boolean, read: Pattern['read']): Pattern => ({
  form: new RegExp(`(?<![\\p{L}\\d.,:/-])(?:${form})(?![\\p{L}\\d]|[.,:/-]\\d)`, 'giu'),
  isExplicit,
  read,
})

function spoken(hour: string | undefined, offset: number): Clock | undefined {
  const hours = smallNumber(hour)
  if (hours > 12)
    return hours <= 24 ? { minutes: (hours * 60 + offset) % minutesOfDay, isExact: true } : undefined
  return { minutes: (hours * 60 + offset + 720) % 720, isExact: false }
}

function written({ hour, minutes }: Groups): Clock | undefined {
  const hours = Number(hour)
  const rest = Number(minutes ?? 0)
  if (hours > 24 || rest > 59 || (hours === 24 && rest > 0)) return undefined
  return { minutes: (hours % 24) * 60 + rest, isExact: (hour ?? '').startsWith('0') || hours > 12 }
}

const minuteNames = new Map([
  ...(['fem', 'five'] as const).map((word) => [word, 5] as const),
  ...(['tjugo', 'twenty'] as const).map((word) => [word, 20] as const),
  ...(['tjugofem', 'twenty-five'] as const).map((word) => [word, 25] as const),
]) as ReadonlyMap<string, number>
const minutesIn = (text = ''): number => minuteNames.get(text.toLowerCase()) ?? smallNumber(text)

/** "Tio i", "fem över halv": no hour has 70 minutes. */
function minutesFrom(offset: number, sign: 1 | -1, { hour, minutes }: Groups): Clock | undefined {
  const count = minutesIn(minutes)
  return count > 59 ? undefined : spoken(hour, offset + sign * count)
}

/** Tried in this order; words that one has taken are not read again by a later one. */
const patterns: readonly Pattern[] = [
  pattern(`${lead}${minuteWord}\\s+${before}\\s+halv\\s+${hourWord}${part}`, true, (found) =>
    minutesFrom(-30, -1, found),
  ),
  pattern(`${lead}${minuteWord}\\s+(?:över|over)\\s+halv\\s+${hourWord}${part}`, true, (found) =>
    minutesFrom(-30, 1, found),
  ),
  pattern(`${lead}half\\s+past\\s+${hourWord}${part}`, true, ({ hour }) => spoken(hour, 30)),
  pattern(`${lead}halv\\s*${hourWord}${part}`, true, ({ hour }) => spoken(hour, -30)),
  pattern(
    `${lead}(?:en\\s+|a\\s+)?(?:kvart|quarter)\\s+(?:${past}|${before})\\s+${hourWord}${part}`,
    true,
    (found) => spoken(found['hour'], found['past'] === undefined ? -15 : 15),
  ),
  pattern(`${lead}${minuteWord}\\s+(?:${past}|${before})\\s+${hourWord}${part}`, true, (found) =>
    minutesFrom(0, found['past'] === undefined ? -1 : 1, found),
  ),
  pattern('(?:midnatt|midnight)', true, () => ({ minutes: 0, isExact: true })),
  pattern('(?:noon|midday|mitt\\s+på\\s+dagen)', true, () => ({ minutes: 720, isExact: true })),
  pattern(
    `(?:om|in)\\s+(?:(?<half>en\\s+halvtimme|half\\s+an\\s+hour)|(?<amount>\\d{1,3}|${smallNumberWords})\\s*(?<unit>timmar|timme|tim|hours|hour|minuter|minut|minutes|min))`,
    true,
    readDistance,
  ),
  pattern(`${clock}(?:${about})?(?<hour>\\d{1,2})(?:[.:](?<minutes>\\d{2}))?${part}`, true, written),
  pattern(`${clock}(?:${about})?${hourWord}${part}`, true, ({ hour }) => spoken(hour, 0)),
  pattern(`(?<hour>\\d{1,2}):(?<minutes>\\d{2})${part}`, true, written),
  pattern(`(?<hour>\\d{1,2})(?:[.](?<minutes>\\d{2}))?${needsPart}`, true, written),
  pattern(`${hourWord}${needsPart}`, true, ({ hour }) => spoken(hour, 0)),
  pattern(`(?:at\\s+|${about})${hourWord}`, false, ({ hour }) => spoken(hour, 0)),
  pattern('(?<hour>\\d{1,2})\\.(?<minutes>\\d{2})', false, written),
]

interface Span {
  readonly start: number
  readonly end: number
}

/** Every time in the text, in the order written. `taken` are its dates: "24.12.2026" has "24.12" in it. */
export function findTimes(text: string, now: LocalMoment, taken: readonly Span[] = []): readonly FoundTime[] {
  const found: FoundTime[] = []
  const free = taken.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  )
  for (const { form, isExplicit, read } of patterns)
    for (const match of free.matchAll(form)) {
      const end = match.index + match[0].length
      if (found.some((other) => match.index < other.end && other.start < end)) continue
      const clockRead = read(match.groups ?? {}, now)
      const times = clockRead === undefined ? [] : timesOf(clockRead, match.groups?.['part'] ?? partIn(text))
      found.push({ start: match.index, end, isExplicit, times })
    }
  return found.sort((a, b) => a.start - b.start)
}

const wholePart = new RegExp(`(?<!\\p{L})(?:${morning}|${afternoon}|${night})(?!\\p{L})`, 'iu')
/** "I kväll vid åtta": the part of the day stands before the clock. */
const partIn = (text: string): string | undefined => wholePart.exec(text)?.[0]

/** Before seven nobody knows which half of the day is meant; from seven on it is the morning, as offices keep it. */
const firstMorning = 7 * 60

function timesOf({ minutes, isExact }: Clock, partOfDay: string | undefined): readonly string[] {
  if (isExact) return [toText(minutes)]
  const inMorning = minutes % 720
  if (partOfDay !== undefined) return [toText(inPart(inMorning, partOfDay))]
  if (inMorning < 60) return [toText(720 + inMorning)]
  return inMorning < firstMorning ? [toText(720 + inMorning), toText(inMorning)] : [toText(inMorning)]
}

const isMorning = new RegExp(`^(?:${morning})$`, 'iu')
const isNight = new RegExp(`^(?:${night})$`, 'iu')

function inPart(inMorning: number, partOfDay: string): number {
  if (isMorning.test(partOfDay)) return inMorning
  if (isNight.test(partOfDay)) return inMorning < 6 * 60 ? inMorning : inMorning + 720
  return inMorning + 720
}

function readDistance({ half, amount, unit }: Groups, now: LocalMoment): Clock | undefined {
  const ahead = half !== undefined ? 30 : smallNumber(amount) * (/^(?:tim|hour)/iu.test(unit ?? '') ? 60 : 1)
  const minutes = now.after(ahead)
  return minutes === undefined ? undefined : { minutes, isExact: true }
}

const toText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const bareHour = new RegExp(
  `^\\s*(?:${about})?${hourWord}${part}[\\s.!]*(?:tack|please|passar|går bra)?[\\s.!]*$`,
  'iu',
)

/** "15" and "åtta": a time only where a time was asked for. Empty when there is no such hour. */
export function readBareHour(text: string): readonly string[] | undefined {
  const groups = bareHour.exec(text)?.groups
  if (groups === undefined) return undefined
  const { hour } = groups
  const clockRead = /^\d/.test(hour ?? '') ? written({ hour }) : spoken(hour, 0)
  return clockRead === undefined ? [] : timesOf(clockRead, groups['part'])
}

export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)
