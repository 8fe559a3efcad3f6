// What a case is called and how far it has come, as keys of the city's texts: whoever says it finds the words of the language.
import type { Case, CaseEvent, CaseStatus } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import { dateFormat } from '../contracts/basics/formats'
import type { WordingKey } from '../contracts/talk/wording'
import { localeOf, type Language } from '../contracts/talk/language'
import { isNewStatus, moveAmong, setsStatus, textsAmong } from './case-news'
import { departmentAt } from './fold-case'

const statusKeys: Readonly<Record<CaseStatus, WordingKey>> = {
  Inskickat: 'case.status.sent',
  'Under behandling': 'case.status.begun',
  'Väntar på komplettering': 'case.status.waiting',
  Kompletterad: 'case.status.completed',
  Klart: 'case.status.done',
  Arkiverat: 'case.status.archived',
}

/** Closed but not mended is never told as done. */
export const statusKey = ({ status, fixed }: Pick<Case, 'status' | 'fixed'>): WordingKey =>
  status === 'Klart' && fixed === false ? 'case.status.not-fixed' : statusKeys[status]

/** The place, or the day it was made: enough to tell one case from another, and nothing that was confided. */
function aboutOf({ place, at }: Pick<Case, 'place' | 'at'>, { timeZone }: City, language: Language): string {
  if (place !== undefined) return place.text
  return dateFormat(localeOf(language), { timeZone, day: 'numeric', month: 'long' }).format(new Date(at))
}

/** One of the city's texts with what it shows; `status` stands for the words of its key. */
export interface CaseSaying {
  readonly key: WordingKey
  readonly values: Readonly<Record<string, string>>
}

export interface CaseSpeech {
  readonly city: City
  readonly language: Language
  /** A text of the city without values, in the words of the language. */
  readonly word: (key: WordingKey) => string
}

/** How far it has come, and the last thing that its department wrote about it. */
export function sayStatus(told: Case, speech: CaseSpeech): readonly CaseSaying[] {
  const last = told.history.findLast(({ by, text }) => by === 'desk' && text !== undefined)
  return [sayingOf('case.line', told, speech), ...sayText(told, last, speech)]
}

/** What these events say, as one: how far it has come, whose it is now, and their words in order. Empty when none is news. */
export function sayNews(told: Case, events: readonly CaseEvent[], speech: CaseSpeech): readonly CaseSaying[] {
  const texts = textsAmong(told, events)
  const saysStatus = isNewStatus(told, events) || texts.some(({ kind }) => kind !== 'moved')
  return [
    ...(saysStatus ? [sayingOf('case.news', told, speech)] : []),
    ...(moveAmong(told, events) === undefined ? [] : [sayMove(told, speech)]),
    ...texts.flatMap((event) => sayText(told, event, speech)),
  ]
}

const sayingOf = (key: WordingKey, told: Case, { city, language, word }: CaseSpeech): CaseSaying => ({
  key,
  values: { number: told.number, about: aboutOf(told, city, language), status: word(statusKey(told)) },
})

function sayText(
  told: Case,
  event: CaseEvent | undefined,
  { city, language }: CaseSpeech,
): readonly CaseSaying[] {
  if (event?.text === undefined || event.text === '') return []
  const department = nameOf(departmentAt(told, event), { city, language })
  return [{ key: 'case.says', values: { department, text: event.text } }]
}

const sayMove = ({ number, department }: Case, speech: CaseSpeech): CaseSaying => ({
  key: 'case.moved',
  values: { number, department: nameOf(department, speech) },
})

export function nameOf(
  department: string,
  { city, language }: Pick<CaseSpeech, 'city' | 'language'>,
): string {
  const texts = city.departments.get(department)?.name.byKey
  return texts?.get(language) ?? texts?.get('sv') ?? city.name
}

/** A completion is asked for by one of these events, and has not come yet. */
export const waitsForResident = (told: Case, events: readonly CaseEvent[]): boolean =>
  told.status === 'Väntar på komplettering' && setsStatus(told, events)

/** Asked of what its department says is mended; of nothing else. */
export const asksWhetherFixed = (told: Case, events: readonly CaseEvent[]): boolean =>
  told.status === 'Klart' && told.fixed === true && setsStatus(told, events)
