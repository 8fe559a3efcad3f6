// What the first sentence says for questions in words: "kan ni ringa i övermorgon kl 10 om förskola" tells what it is about, and when.
import type { Frame } from '../../contracts/talk/conversation'
import { findDeniedDays } from '../words/denied-days'
import { findDates } from '../words/find-dates'
import { findTimes, longestGap, momentOf } from '../words/find-times'
import { wordsOf } from '../words/fold-words'
import { isOnlyWhen } from '../words/only-when'
import type { AskStep, Dialog } from '../model/model'
import { readAnswer } from '../answers/read-answer'
import { findEmails } from '../words/read-email'
import { findPhones } from '../words/read-phone'
import { asksWhatAbout } from './read-subject'
import type { ReadValue } from '../model/read-value'
import type { WalkEnvironment } from '../model/walk-environment'

interface Span {
  readonly start: number
  readonly end: number
}

const about = /(?:^|\s)(?:om|angående|gällande|about|regarding|concerning)\s+(?<text>\p{L}.*)$/isu
const asksWhen = /^(?:när|when)(?!\p{L})/iu
/** "Om det", "about it", "om ni kan": nothing is named. */
const namesNothing = /^(?:det|detta|den|dig|er|ni|du|jag|man|möjligt|it|that|this|you|possible)(?!\p{L})/iu
/** "Bygglov, jag kan inte på tisdag" without its day. */
const beginsAnew = /[,.;]\s*(?:(?:men|och|but|and)\s+)?(?:jag|vi|i|we)$/iu
/** "Bygglov på 070-…", "en faktura, ring 070-…" without its number. */
export const leadsToWhatIsCut =
  /(?:[\s,.;:]+(?:ring(?:a|er)?|nås|mig|mitt|på|till|via|nr|nummer|mobil|call|me|my|on|at|by|number))+$/iu
const longestSubject = 8
/** Without it "efter klockan 15" would be another wish. */
const limit =
  /(?<!\p{L})(?:(?:tidigast|senast|efter|före|innan|mellan|från|inte|earliest|after|before|between|from|not)\s+)+$/iu

/** "Kan ni ringa om hemtjänst" names it; "kan ni ringa om det" names nothing. */
export function subjectBehindAbout(text: string): string | undefined {
  const subject = about
    .exec(text)
    ?.groups?.['text']?.replace(/\s+/g, ' ')
    .replace(/[\s.,!?]+$/u, '')
    .replace(beginsAnew, '')
    .replace(leadsToWhatIsCut, '')
  const isSubject =
    subject !== undefined && !namesNothing.test(subject) && wordsOf(subject).length <= longestSubject
  return isSubject ? subject : undefined
}

/**
 * Answers to questions for words that ask what it is about, and when; none where two of them ask alike.
 * @param matter what it is about, where that is known
 */
export function toldAlong(
  dialog: Dialog,
  text: string,
  environment: WalkEnvironment,
  matter?: string,
): readonly ReadValue[] {
  const whens = spansOfWhen(text, environment)
  const contacts = [...findPhones(text), ...findEmails(text)]
  const rest = [...whens, ...contacts]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
  const when = whens.length === 0 ? undefined : joined(text, whens)
  return [
    ...answerOf(dialog, asksWhatAbout, matter ?? subjectBehindAbout(rest), environment),
    ...answerOf(dialog, asksWhen, when, environment),
  ]
}

/** What stands before a time and says nothing of it: "kan ni ringa mig på torsdag", "förresten passar det bättre klockan 9". */
const before =
  /^(?:(?:nej|nä|vänta|förresten|men|hellre|helst|ta|eller|hej|snälla|kan|kunde|skulle|vill|(?:om|att)\s+(?:ni|du)|ni|du|vi|jag|någon|nån|ring(?:a|er|de)?|upp|mig|oss|bli|uppringd|det|den|går|funkar|passar|passade|vore|är|bättre|bäst|bra|gärna|att|ändra|byta?|flytta|tiden|samtalet|till|no|wait|actually|rather|take|please|can|could|would|i|you|we|if|call|me|us|back|be|called|it|is|works|suits|better|best|like|prefer|change|move|the|time|to)[\s,.!]+)+/iu
const behind =
  /(?:[\s,]+(?:i\s?stället|hellre|bättre|bäst|bra|passar|funkar|är|mig|då|tack|instead|rather|better|best|is|would\s+be|works|suits|me|please))+[\s.!?]*$/iu

/** "På förmiddagen", "nej vänta, ta onsdag i stället", where all is answered: when it shall be, where that is told in words. */
export function toldWhenAnew(
  dialog: Dialog,
  { answers }: Pick<Frame, 'answers'>,
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  const said = text
    .trim()
    .replace(/[\s.!?]+$/u, '')
    .replace(before, '')
    .replace(behind, '')
  if (!isPartOfDay.test(said) && !isOnlyWhen(said)) return []
  const isEnglish = environment.language === 'en'
  const namesDay = findDates(said, environment.today, isEnglish).length > 0
  return answerOf(dialog, asksWhen, said, environment).map((told) => {
    const present = answers[told.name]?.value
    const day = namesDay || typeof present !== 'string' ? undefined : dayIn(present, environment)
    return day === undefined ? told : { ...told, value: `${day} ${said}` }
  })
}

/** The day that was wished for already, as written: "klockan 9" is of that one. */
function dayIn(text: string, { today, language }: WalkEnvironment): string | undefined {
  const days = findDates(text, today, language === 'en')
  const [day, ...more] = days
  const isOne = day !== undefined && more.length === 0 && findDeniedDays(text, days).length === 0
  return isOne ? text.slice(onDay.exec(text.slice(0, day.start))?.index ?? day.start, day.end) : undefined
}
const onDay = /(?<!\p{L})(?:på|on)\s+$/iu
const isPartOfDay =
  /^(?:helst\s+)?(?:på|under|in the)?\s*(?:för|efter)?(?:morgonen|middagen|lunchen?|kvällen|morning|afternoon|evening)$/iu

function spansOfWhen(text: string, { today, now, language, city }: WalkEnvironment): readonly Span[] {
  const dates = findDates(text, today, language === 'en')
  const times = findTimes(text, momentOf(now, city.timeZone), dates)
  // "Tomorrow at 10": beside a day a bare hour is one.
  const isBesideDay = ({ start, end }: Span): boolean =>
    dates.some((date) => Math.max(start - date.end, date.start - end) <= longestGap)
  const denied = findDeniedDays(text, dates)
  const days = dates.map(
    (day) => denied.find(({ start, end }) => start <= day.start && day.end <= end) ?? day,
  )
  return [...new Set([...days, ...times.filter((time) => time.isExplicit || isBesideDay(time))])]
    .map(({ start, end }) => ({
      start: limit.exec(text.slice(0, start))?.index ?? start,
      end: end + (partBehind.exec(text.slice(end))?.[0].length ?? 0),
    }))
    .toSorted((a, b) => a.start - b.start)
}

const partBehind =
  /^[\s,]+(?:(?:på|under|efter|före|innan|in\s+the|after|before)\s+)?(?:förmiddag|eftermiddag|morgon|kväll|lunch|morning|afternoon|evening)(?:en)?(?!\p{L})/iu

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
