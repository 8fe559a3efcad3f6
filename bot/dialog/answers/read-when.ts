// Typed days and times as answers to a question: one, one of several to be asked back, or none that there is.
import type { Value } from '../../contracts/talk/value'
import { invalid, notUnderstood } from '../model/answer-reading'
import type { AnswerReading, Certainty } from '../model/answer-reading'
import { weekdayOf } from '../../hours/calendar-day'
import { findDates, type FoundDate } from '../words/find-dates'
import { findTimes, momentOf, readBareHour } from '../words/find-times'
import { mostOffered } from './offered-answers'
import type { WalkEnvironment } from '../model/walk-environment'

type SureAs = (text: string) => Certainty

export function readDateAnswer(
  text: string,
  { today, language }: WalkEnvironment,
  certaintyOf: SureAs,
): AnswerReading {
  const found = findDates(text, today, language === 'en')
  if (found.some((date) => date.fault === 'no-such-day')) return invalid('question.bad-date')
  const reading = oneOf(candidatesAmong(found), text, certaintyOf)
  const [only, ...more] = found
  const others = more.length === 0 && only?.fault === undefined ? (only?.days.slice(1) ?? []) : []
  return reading.kind === 'value' && others.length > 0 ? { ...reading, others } : reading
}

/** The first day of each date, or all that a doubtful one may mean; a week with a weekday beside it is that day of it. */
function candidatesAmong(found: readonly FoundDate[]): readonly string[] {
  const week = found.find(({ fault }) => fault === 'vague')
  const others = found
    .filter(({ fault }) => fault !== 'vague')
    .flatMap(({ days, fault }) => (fault === undefined ? days.slice(0, 1) : days))
  if (week === undefined) return others
  const weekdays = new Set(others.map(weekdayOf))
  const within = week.days.filter((day) => weekdays.has(weekdayOf(day)))
  return within.length > 0 ? within : [...week.days, ...others]
}

export function readTimeAnswer(
  text: string,
  { today, now, language, city }: WalkEnvironment,
  certaintyOf: SureAs,
): AnswerReading {
  const found = findTimes(text, momentOf(now, city.timeZone), findDates(text, today, language === 'en'))
  if (found.some(({ times }) => times.length === 0)) return invalid('question.bad-time')
  const bare = found.length === 0 ? readBareHour(text) : undefined
  if (bare?.length === 0) return invalid('question.bad-time')
  return oneOf(bare ?? found.flatMap(({ times }) => times), text, certaintyOf)
}

function oneOf(candidates: readonly string[], text: string, certaintyOf: SureAs): AnswerReading {
  const values: readonly Value[] = [...new Set(candidates)].sort()
  const [value] = values
  if (value === undefined || values.length > mostOffered) return notUnderstood
  return values.length === 1
    ? { kind: 'value', value, certainty: certaintyOf(text) }
    : { kind: 'ambiguous', values }
}
