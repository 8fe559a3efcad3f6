// Weeks and weekends: "v. 48", "nästa vecka", "i helgen" are no single day, "fredag v. 48" is.
import { addDays, weekdayOf } from '../../hours/calendar-day'
import { datePattern, noSuchDay, type DateGroups, type DatePattern, type ReadDays } from './date-pattern'
import { weekdayNumber, weekdayWords } from './date-words'

const weekday = `(?<weekday>${weekdayWords})(?:en)?`
const weekdayAfter = `(?<weekday2>${weekdayWords})(?:en)?`
const coming = '(?:nästa|nasta|kommande|next|coming)'
const present = '(?:den\\s+här|den\\s+har|denna|this)'
const week = '(?:vecka|veckan|week)'
const numbered = '(?:v|v\\.|vecka|week|wk)\\s*(?<number>\\d{1,2})'
const which = `(?:(?<next>${coming})\\s+${week}|(?<this>${present})\\s+${week}|i\\s+veckan|${numbered})`
const on = '(?:på\\s+|pa\\s+|on\\s+|i\\s+|in\\s+)?'

/** Tried before weekdays alone, for they take a weekday with them. */
export const weekPatterns: readonly DatePattern[] = [
  datePattern(`${weekday},?\\s+${on}${which}`, false, readWeek),
  datePattern(`${on}${which}(?:,?\\s+${on}${weekdayAfter})?`, false, readWeek),
  datePattern(
    `(?:i\\s+helgen|till\\s+helgen|på\\s+helgen|(?:${present}|the|over\\s+the)\\s+(?:helgen|weekend)|(?<next>${coming})\\s+(?:helg|weekend))`,
    false,
    readWeekend,
  ),
]

const workingDays = 5

function readWeek(found: DateGroups, today: string): ReadDays {
  const monday = mondayOf(found, today)
  if (monday === undefined) return noSuchDay
  const named = found['weekday'] ?? found['weekday2']
  if (named !== undefined) return { days: [addDays(monday, weekdayNumber(named))] }
  const days = Array.from({ length: workingDays }, (_, index) => addDays(monday, index))
  const left = days.filter((day) => day >= today)
  return { days: left.length > 0 ? left : [addDays(monday, 5), addDays(monday, 6)], fault: 'vague' }
}

/** The Monday of the week meant; a week number that has gone by means next year's. */
function mondayOf(found: DateGroups, today: string): string | undefined {
  const thisMonday = addDays(today, -weekdayOf(today))
  if (found['number'] === undefined) return found['next'] === undefined ? thisMonday : addDays(thisMonday, 7)
  const number = Number(found['number'])
  const year = Number(addDays(thisMonday, 3).slice(0, 4))
  return [year, year + 1]
    .map((candidate) => mondayOfWeek(candidate, number))
    .find((monday) => monday !== undefined && monday >= thisMonday)
}

/** ISO 8601: week 1 has 4 January in it. */
function mondayOfWeek(year: number, number: number): string | undefined {
  const fourth = `${year}-01-04`
  const monday = addDays(fourth, (number - 1) * 7 - weekdayOf(fourth))
  const isOfYear = addDays(monday, 3).slice(0, 4) === String(year)
  return number >= 1 && isOfYear ? monday : undefined
}

function readWeekend(found: DateGroups, today: string): ReadDays {
  const saturday = addDays(today, 5 - weekdayOf(today) + (found['next'] === undefined ? 0 : 7))
  const days = [saturday, addDays(saturday, 1)].filter((day) => day >= today)
  return { days, fault: 'vague' }
}
