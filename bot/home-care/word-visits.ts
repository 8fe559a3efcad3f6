// A day's visits in a line, short enough for a text message: "M 8-9 klart 08.41, 19-20 planerat".
import type { VisitNews } from '../contracts/home-care/home-care'
import type { Language } from '../contracts/talk/language'
import { showClock, showWindow } from './show-visit'
import type { Visit, VisitState } from './visit'

interface ShownTimes {
  readonly window: string
  readonly was: string
  readonly time: string
}

interface Words {
  readonly states: Readonly<Record<VisitState, string>>
  /** Planned, and its time is over. */
  readonly unregistered: string
  readonly none: string
  /** None is known of, and something that the feed said could not be read. */
  readonly unknown: string
  /** There are more than a text holds. */
  readonly more: (count: number) => string
  /** One of several news in a text. */
  readonly news: (shown: ShownTimes) => Readonly<Record<VisitNews, string>>
}

const swedish: Words = {
  states: {
    planned: 'planerat',
    started: 'påbörjat',
    completed: 'klart',
    cancelled: 'inställt',
    missed: 'uteblivet',
  },
  unregistered: 'inget registrerat än',
  none: 'inga besök',
  unknown: 'uppgifter saknas',
  more: (count) => `och ${count} till, svara STATUS`,
  news: ({ window, was, time }) => ({
    changed: `${was} flyttat till ${window}`,
    cancelled: `${window} inställt`,
    restored: `${window} blir av ändå`,
    started: `${window} påbörjat ${time}`,
    completed: `${window} klart ${time}`,
    missing: `${window} inget registrerat än`,
    missed: `${window} uteblivet`,
    corrected: `${window} rättat, registrerat ${time}`,
  }),
}
const english: Words = {
  states: {
    planned: 'planned',
    started: 'begun',
    completed: 'done',
    cancelled: 'cancelled',
    missed: 'missed',
  },
  unregistered: 'nothing registered yet',
  none: 'no visits',
  unknown: 'no information',
  more: (count) => `and ${count} more, reply STATUS`,
  news: ({ window, was, time }) => ({
    changed: `${was} moved to ${window}`,
    cancelled: `${window} cancelled`,
    restored: `${window} takes place after all`,
    started: `${window} begun ${time}`,
    completed: `${window} done ${time}`,
    missing: `${window} nothing registered yet`,
    missed: `${window} missed`,
    corrected: `${window} corrected, registered ${time}`,
  }),
}
/** Those that the dialog is written in. */
const words: Readonly<Record<Language, Words>> = { sv: swedish, en: english }

/** `8-9 inställt`, for a text that tells of several visits. */
export const phraseOf = (news: VisitNews, shown: ShownTimes, language: Language): string =>
  (words[language] ?? swedish).news(shown)[news]

export interface DayAround {
  readonly timeZone: string
  readonly language: Language
  readonly now: Date
}

/**
 * @param visits those with a window, in the order of the day
 * @param mayBeNone whether none may be concluded from none
 */
export function wordDay(
  alias: string,
  visits: readonly Visit[],
  mayBeNone: boolean,
  around: DayAround,
): string {
  const own = words[around.language] ?? swedish
  const shown = visits.map((visit) => wordVisit(visit, around))
  const none = mayBeNone ? own.none : own.unknown
  return `${alias} ${shown.length === 0 ? none : shown.join(', ')}`
}

export const moreVisits = (count: number, language: Language): string =>
  (words[language] ?? swedish).more(count)

/** @param mayBeMissing whether a visit whose time is over may be said to be unregistered; else it was planned, and that is said */
export function wordVisit(
  { state, at, window }: Visit,
  { timeZone, language, now }: DayAround,
  mayBeMissing = true,
): string {
  if (window === undefined) return ''
  const own = words[language] ?? swedish
  const when = showWindow(window, timeZone, language)
  const isOver = window.end <= now.toISOString()
  if (state === 'planned' && isOver && mayBeMissing) return `${when} ${own.unregistered}`
  const clock = state === 'started' || state === 'completed' ? ` ${showClock(at, timeZone, language)}` : ''
  return `${when} ${own.states[state]}${clock}`
}
