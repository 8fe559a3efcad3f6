// Answers that stand in a free sentence beside what was asked: "gatlyktan på Storgatan 12 är trasig" has two.
import type { AnswerType, Value } from '../../contracts/talk/value'
import type { ReadValue } from '../model/read-value'
import { findAddresses } from '../words/find-addresses'
import { findMeantDates } from '../words/denied-days'
import { findTimes, longestGap, momentOf } from '../words/find-times'
import { fold, wordsOf } from '../words/fold-words'
import { houseIn, spelledAsKnown } from './known-address'
import { dayOfStart } from '../model/day-of-start'
import { descriptionIn } from './description-in'
import { findEarlyDays } from './early-days'
import { matchStartMarks } from './match-start-marks'
import { matchChoices, onlyCode, withoutPlaces } from './match-choices'
import type { ChoiceHit } from './match-choices'
import { isList, listOfQuestion } from '../model/list-question'
import { takesChoice, type AskStep, type Dialog, type ListStep } from '../model/model'
import { noItems, readItems, readMentioned } from './read-items'
import { readAnswer } from './read-answer'
import { findEmails } from '../words/read-email'
import { findPhones } from '../words/read-phone'
import { readPlainYesNo } from '../words/read-yes-no'
import type { WalkEnvironment } from '../model/walk-environment'

interface Span {
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Words where a slip of the finger still leaves no doubt. */
const longEnoughForTypo = 7

/**
 * Typed answers in a sentence, for questions other than those in `except`: choices by their words, addresses with a
 * number, phone numbers with their 0 or +, e-mail, days and times, also for options that may be days, and what stands where a start
 * phrase has a mark. Never a text, a number or a yes/no, which could be anything. What fits two questions is left alone.
 */
export function extractAnswers(
  dialog: Dialog,
  text: string,
  environment: WalkEnvironment,
  { except = [] }: { readonly except?: readonly string[] } = {},
): readonly ReadValue[] {
  const asks = [...dialog.asks.values()].filter(({ name }) => !except.includes(name))
  const spans = typedSpans(text, environment, dayOfStart(dialog) !== undefined)
  const found = [
    ...markedAnswers(dialog, asks, text, environment),
    ...Object.entries(spans).flatMap(([type, values]) => answersOfType(asks, type as AnswerType, values)),
    ...choiceAnswers(asks, withoutSpans(text, Object.values(spans).flat()), environment),
    ...daysBesideChoices(asks, text, environment),
    ...findEarlyDays(asks, text, environment),
  ]
  const first = new Map<string, ReadValue>()
  for (const answer of found) if (!first.has(answer.name)) first.set(answer.name, answer)
  const described = [...first.values()].flatMap((answer) => descriptionIn(dialog, answer, text, environment))
  return [...first.values(), ...described.filter(({ name }) => !except.includes(name))]
}

const extracted = (name: string, value: Value, raw: string): ReadValue => ({
  name,
  value,
  raw,
  source: 'extracted',
})

function typedSpans(text: string, environment: WalkEnvironment, isAboutDays: boolean) {
  const { city } = environment
  const emails = findEmails(text).map(({ address, ...span }) => ({ value: address, ...span }))
  const phones = findPhones(text)
    .filter(({ start }) => /[+0(]/.test(text.charAt(start)))
    .map(({ number, ...span }) => ({ value: number, ...span }))
    .filter(({ value }) => !isCityNumber(value, city))
  return {
    address: addressSpans(text, environment),
    phone: phones,
    email: emails,
    ...spansOfWhen(text, environment, isAboutDays),
  } satisfies Record<string, readonly Span[]>
}

/** By the endings of streets; a street mistyped in its ending only the register knows. */
function addressSpans(text: string, { city, places }: WalkEnvironment): readonly Span[] {
  const found = findAddresses(text, city)
  const house = found.length > 0 ? undefined : houseIn(text, places)
  return house === undefined
    ? found.map(({ value, ...span }) => ({ value: spelledAsKnown(value, places), ...span }))
    : [house]
}

/**
 * Days of the calendar and clear times; "på fredag" too when a time stands beside it ("på fredag kl 15"), or where the dialog is
 * about days.
 */
function spansOfWhen(text: string, { city, today, now, language }: WalkEnvironment, isAboutDays: boolean) {
  const foundDates = findMeantDates(text, today, language === 'en')
  const foundTimes = findTimes(text, momentOf(now, city.timeZone), foundDates)
  const times = foundTimes.filter(({ isExplicit }) => isExplicit)
  const standsBeside = (date: Pick<Span, 'start' | 'end'>): boolean =>
    times.some(({ start, end }) => Math.max(start - date.end, date.start - end) <= longestGap)
  const dates = foundDates.filter((date) => isAboutDays || date.isExplicit || standsBeside(date))
  return {
    date: dates.flatMap(({ days: [value], fault, start, end }) =>
      (fault === undefined || isEither(fault, isAboutDays)) && value !== undefined
        ? [{ value, start, end }]
        : [],
    ),
    time: times.flatMap(({ times: [value, ...others], start, end }) =>
      value !== undefined && others.length === 0 ? [{ value, start, end }] : [],
    ),
  }
}

/** "Nästa söndag" is this week's to one and next week's to another; what tells of days names the one it takes. */
const isEither = (fault: string, isAboutDays: boolean): boolean => isAboutDays && fault === 'ambiguous'

/** "Jag ringde 0100-12 34 56" names our number, not theirs. */
function isCityNumber(number: string, { phone, departments }: WalkEnvironment['city']): boolean {
  const ours = [phone, ...[...departments.values()].map((department) => department.phone)]
  return ours.some((own) => findPhones(own).some((found) => found.number === number))
}

/** One value for the one question of that type; "from" and "to" addresses cannot be told apart here. */
function answersOfType(
  asks: readonly AskStep[],
  type: AnswerType,
  spans: readonly Span[],
): readonly ReadValue[] {
  const [ask, ...otherAsks] = asks.filter((one) => one.types.includes(type) && !takesChoice(one))
  const values = new Set(spans.map(({ value }) => value))
  const [value] = values
  if (ask === undefined || value === undefined || otherAsks.length > 0 || values.size > 1) return []
  return [extracted(ask.name, value, value)]
}

/** Where the choices are days ("i går"), so is any other that is said: of the calendar, or one that has gone by ("i torsdags"). */
function daysBesideChoices(
  asks: readonly AskStep[],
  text: string,
  { today, language }: WalkEnvironment,
): readonly ReadValue[] {
  const [ask] = asks.filter((one) => one.types.includes('date') && takesChoice(one))
  const found = findMeantDates(text, today, language === 'en').filter(
    ({ fault, isExplicit, days }) => fault === undefined && (isExplicit || days.every((day) => day < today)),
  )
  const [date, ...more] = found
  const [value, ...others] = date?.days ?? []
  if (ask === undefined || value === undefined || date === undefined || more.length > 0) return []
  return [{ ...extracted(ask.name, value, text.slice(date.start, date.end)), others }]
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`, text)
}

/** What tells the choices of a question, or the items of a list, apart from other words. */
const choicesOf = (ask: AskStep): AskStep['choices'] =>
  isList(ask) ? (ask.list.each[0]?.choices ?? []) : ask.choices

function choiceAnswers(
  asks: readonly AskStep[],
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  const words = wordsOf(text)
  const hits = asks
    .filter((ask) => choicesOf(ask).length > 0)
    .map((ask) => ({
      ask,
      hits: matchChoices(choicesOf(ask), words).filter((hit) => isTelling(hit, words, environment.city)),
    }))
  return hits.flatMap(({ ask, hits: own }) => {
    const others = hits.filter((other) => other.ask !== ask).flatMap((other) => other.hits)
    const alone = own.filter((hit) => !others.some((other) => other.from < hit.to && hit.from < other.to))
    if (isList(ask)) {
      const isOnly = (hit: ChoiceHit) => alone.some(({ from, to }) => from === hit.from && to === hit.to)
      return mentionedItems(ask, text, environment, isOnly)
    }
    if (ask.types.includes('choices')) return severalChoices(ask, alone, words)
    const code = onlyCode(withoutPlaces(alone, words))
    const [hit] = own.filter((one) => one.code === code)
    return code === undefined || hit === undefined
      ? []
      : [extracted(ask.name, code, words.slice(hit.from, hit.to).join(' '))]
  })
}

function severalChoices(
  ask: AskStep,
  hits: readonly ChoiceHit[],
  words: readonly string[],
): readonly ReadValue[] {
  const codes = ask.choices.map(({ code }) => code).filter((code) => hits.some((hit) => hit.code === code))
  const raw = hits.map(({ from, to }) => words.slice(from, to).join(' ')).join(', ')
  return codes.length === 0 ? [] : [extracted(ask.name, codes, raw)]
}

/** Where one of them cannot be taken as it is said, the list asks for all. */
function mentionedItems(
  step: ListStep,
  text: string,
  environment: WalkEnvironment,
  accepts: (hit: ChoiceHit) => boolean,
): readonly ReadValue[] {
  const [first] = step.list.each
  const { items, faults } =
    first === undefined ? noItems : readMentioned(step, first, text, environment, accepts)
  const isGood = items.length > 0 && items.length <= step.list.max && faults.length === 0
  return isGood ? [{ name: step.name, value: items, raw: text, source: 'extracted' }] : []
}

/** Codes and yes/no words say nothing outside their own question, and a typo must leave no doubt. */
function isTelling(hit: ChoiceHit, words: readonly string[], city: WalkEnvironment['city']): boolean {
  const written = words.slice(hit.from, hit.to).join(' ')
  const isClear = hit.closeness < 4 || written.length >= longEnoughForTypo
  return isClear && !hit.isCode && readPlainYesNo(written, city) === undefined
}

/** Where the resident stands is no place to us: "vid min gata". */
const vague = new Set(
  'min mitt mina var vart vara hos mig oss oss har dar my our me here there gatan vagen gata vag trottoaren huset skolan hemma'.split(
    ' ',
  ),
)

function markedAnswers(
  dialog: Dialog,
  asks: readonly AskStep[],
  text: string,
  environment: WalkEnvironment,
): readonly ReadValue[] {
  return matchStartMarks(dialog, text).flatMap((mark) => {
    const list = listOfQuestion(dialog, mark.name)
    const ask = asks.find(({ name }) => name === (list?.name ?? mark.name))
    if (ask === undefined || wordsOf(mark.text).some((word) => vague.has(fold(word)))) return []
    if (isList(ask)) {
      const { items, faults } = readItems(ask, mark.text, environment)
      const isGood = items.length > 0 && faults.length === 0
      return isGood ? [{ name: ask.name, value: items, raw: mark.text, source: 'extracted' as const }] : []
    }
    const said = ask.types.includes('text') ? withoutContacts(mark.text, environment) : mark.text
    const value = markedValue(ask, said, environment)
    return value === undefined ? [] : [{ name: ask.name, value, raw: said, source: 'extracted' as const }]
  })
}

/** "Ring mig om bygglov på 070-123 45 67" is about a permit: the number is the answer to another question. */
function withoutContacts(text: string, environment: WalkEnvironment): string {
  const { phone, email } = typedSpans(text, environment, false)
  return phone.length + email.length === 0
    ? text
    : withoutSpans(text, [...phone, ...email])
        .replace(/(?:(?<!\p{L})(?:på|till|via|on|at|by))?\s*\|\s*/giu, ' ')
        .trim()
}

/** In a longer sentence an address that only resembles a known one is taken as written: the summary shows it. */
function markedValue(ask: AskStep, text: string, environment: WalkEnvironment): Value | undefined {
  const reading = readAnswer(ask, text, environment)
  if (reading.kind === 'value') return reading.value
  return reading.kind === 'ambiguous' && ask.types.includes('address') ? reading.values.at(-1) : undefined
}
