// What the first sentence says for questions in words: "kan ni ringa i övermorgon kl 10 om förskola" tells what it is about, and when.
import { toLocalTime } from '../hours/local-time'
import { findDates } from './find-dates'
import { findTimes, longestGap } from './find-times'
import { wordsOf } from './fold-words'
import type { AskStep, Dialog } from './model'
import { readAnswer } from './read-answer'
import { findEmails } from './read-email'
import { findPhones } from './read-phone'
import { asksWhatAbout } from './read-subject'
import type { ReadValue } from './read-value'
import type { WalkEnvironment } from './walk-environment'

interface Span {
  readonly start: number
  readonly end: number
}

const about = /(?:^|\s)(?:om|angående|gällande|about|regarding|concerning)\s+(?<text>\p{L}.*)$/isu
const asksWhen = /^(?:när|when)(?!\p{L})/iu
/** "Om det", "about it", "om ni kan": nothing is named. */
const namesNothing = /^(?:det|detta|den|dig|er|ni|du|jag|man|möjligt|it|that|this|you|possible)(?!\p{L})/iu
const longestSubject = 8

/** Answers to questions for words that ask what it is about, and when; none where two of them ask alike. */
export function toldAlong(dialog: Dialog, text: string, environment: WalkEnvironment): readonly ReadValue[] {
  const whens = spansOfWhen(text, environment)
  const contacts = [...findPhones(text), ...findEmails(text)]
  const rest = [...whens, ...contacts]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  const subject = about
    .exec(rest)
    ?.groups?.['text']?.replace(/\s+/g, ' ')
    .replace(/[\s.,!?]+$/u, '')
  const isSubject =
    subject !== undefined && !namesNothing.test(subject) && wordsOf(subject).length <= longestSubject
  const when = whens.length === 0 ? undefined : joined(text, whens)
  return [
    ...answerOf(dialog, asksWhatAbout, isSubject ? subject : undefined, environment),
    ...answerOf(dialog, asksWhen, when, environment),
  ]
}

function spansOfWhen(text: string, { today, now, language, city }: WalkEnvironment): readonly Span[] {
  const dates = findDates(text, today, language === 'en')
  const times = findTimes(text, toLocalTime(now, city.timeZone), dates)
  // "Tomorrow at 10": beside a day a bare hour is one.
  const isBesideDay = ({ start, end }: Span): boolean =>
    dates.some((date) => Math.max(start - date.end, date.start - end) <= longestGap)
  return [...dates, ...times.filter((time) => time.isExplicit || isBesideDay(time))].toSorted(
    (a, b) => a.start - b.start,
  )
}

/** As written, when it is one time that is said. */
function joined(text: string, spans: readonly Span[]): string | undefined {
  const [first] = spans
  const last = spans.at(-1)
  const isOne = spans.every((span, index) => span.start - (spans[index - 1]?.end ?? span.start) <= longestGap)
  return first === undefined || last === undefined || !isOne ? undefined : text.slice(first.start, last.end)
}

function answerOf(
  dialog: Dialog,
  asks: RegExp,
  text: string | undefined,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  const [ask, ...others] = [...dialog.asks.values()].filter((one) => isInWords(one, asks))
  if (ask === undefined || text === undefined || others.length > 0) return []
  const reading = readAnswer(ask, text, environment)
  return reading.kind === 'value'
    ? [{ name: ask.name, value: reading.value, raw: text, source: 'extracted' }]
    : []
}

const isInWords = ({ types, question }: AskStep, asks: RegExp): boolean =>
  types.includes('text') && [...question.byKey.values()].some((text) => asks.test(text))
