// "Imorrn då?", "och på lucia?": articles speak of weekdays and red days, so a day alone is asked for in their words.
import type { Language } from '../../contracts/talk/language'
import { weekdayOf } from '../../hours/calendar-day'
import { isRedDay } from '../../hours/red-days'
import { daysOnlySaid } from '../dialog/says-only-when'
import { languageOf, type Turn } from '../turn/turn'

const swedish = 'måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar'.split(' ')
const english = 'Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays'.split(' ')
const words: Readonly<Partial<Record<Language, (date: string) => string>>> = {
  sv: (date) => `och på ${isRedDay(date) ? 'röda dagar' : swedish[weekdayOf(date)]}?`,
  en: (date) => `and on ${isRedDay(date) ? 'public holidays' : english[weekdayOf(date)]}?`,
}

/** The message's text, where it is no day alone. */
export function withDayAsOccasion(turn: Turn, text: string): string {
  const say = words[languageOf(turn)]
  const [day, ...others] = new Set(daysOnlySaid(turn).map(({ days: [first] }) => first))
  return say === undefined || day === undefined || others.length > 0 ? text : say(day)
}
