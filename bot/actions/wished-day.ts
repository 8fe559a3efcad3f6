// "I morgon efter klockan 15": the day from which somebody wishes to be called, so that they are not promised an earlier one.
import type { Language } from '../contracts/talk/language'
import { findMeantDates } from '../dialog/words/denied-days'
import { findDates } from '../dialog/words/find-dates'
import { addDays } from '../hours/calendar-day'

/** Farther ahead it is rather a date of what the call is about, and a department forgets what it promised. */
const mostDaysAhead = 30

/** Where dates are not read; "por la mañana" and "am Morgen" are parts of any day. */
const tomorrow: Readonly<Record<Language, RegExp>> = {
  ar: /(?<!\p{L}|بعد\s+)غد/u,
  fi: /(?<!\p{L})huomen|(?<!\p{L})huomis/iu,
  so: /(?<!\p{L})berri(?:to)?(?!\p{L})/iu,
  uk: /(?<!\p{L})завтра(?!\p{L})/iu,
  fa: /(?<!\p{L}|پس ?)فردا(?!\p{L})/u,
  pl: /(?<!\p{L})jutro(?!\p{L})/iu,
  es: /(?<!\p{L}|(?:la|esta|cada|pasado)\s+)mañana(?!\p{L})/iu,
  de: /(?<!\p{L}|(?:am|jeden|heute|guten)\s+)morgen(?!\p{L})/iu,
}

/** ISO date after `today`; undefined when today will do, or no day is named. */
export function wishedDay(wish: string, today: string, language: Language): string | undefined {
  if (tomorrow[language]?.test(wish) === true) return addDays(today, 1)
  const isEnglish = language === 'en'
  const [first] = findMeantDates(wish, today, isEnglish)
    .flatMap(({ days, fault }) => (fault === undefined ? days.slice(0, 1) : []))
    .sort()
  if (first !== undefined) return first > today && first <= addDays(today, mostDaysAhead) ? first : undefined
  // Named, and not meant: "helst inte i dag".
  const isTodayDenied = findDates(wish, today, isEnglish).some(({ days: [day] }) => day === today)
  return isTodayDenied ? addDays(today, 1) : undefined
}
