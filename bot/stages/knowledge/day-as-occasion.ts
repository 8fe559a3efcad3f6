// "Imorrn då?", "och på lucia?": articles speak of weekdays and red days, so a day alone is asked for in their words.
import type { Language } from '../../contracts/language'
import { isRedDay } from '../../hours/red-days'
import { daysOnlySaid } from '../dialog/says-only-when'
import { languageOf, type Turn } from '../turn/turn'

/** From Sunday on. */
const swedish = 'söndagar måndagar tisdagar onsdagar torsdagar fredagar lördagar'.split(' ')
const english = 'Sundays Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays'.split(' ')
const words: Readonly<Partial<Record<Language, (date: string) => string>>> = {
  sv: (date) => `och på ${isRedDay(date) ? 'röda dagar' : swedish[weekdayOf(date)]}?`,
  en: (date) => `and on ${isRedDay(date) ? 'public holidays' : english[weekdayOf(date)]}?`,
}

const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay()

/** The message's text, where it is no day alone. */
export function withDayAsOccasion(turn: Turn, text: string): string {
  const say = words[languageOf(turn)]
  const [day, ...others] = new Set(daysOnlySaid(turn).map(({ days: [first] }) => first))
  return say === undefined || day === undefined || others.length > 0 ? text : say(day)
}
