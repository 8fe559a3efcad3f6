// What a case is called and how far it has come, as keys of the city's texts: whoever says it finds the words of the language.
import type { Case, CaseEvent, CaseStatus } from '../contracts/case'
import type { City } from '../contracts/city'
import { dateFormat } from '../contracts/formats'
import type { WordingKey } from '../contracts/wording'
import { localeOf, type Language } from '../contracts/language'
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
export function aboutOf(
  { place, at }: Pick<Case, 'place' | 'at'>,
  { timeZone }: City,
  language: Language,
): string {
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

/** What has just happened. Empty when that is nothing for a resident. */
export function sayNews(told: Case, event: CaseEvent, speech: CaseSpeech): readonly CaseSaying[] {
  if (event.kind === 'moved') return sayMove(told, event, speech)
  const hasMoved = event.status !== undefined || event.kind === 'reopened'
  const news = hasMoved || event.text !== undefined ? [sayingOf('case.news', told, speech)] : []
  return [...news, ...sayText(told, event, speech)]
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

/** One that was overtaken by another move is no news. */
const sayMove = (told: Case, event: CaseEvent, speech: CaseSpeech): readonly CaseSaying[] =>
  event.to === told.department
    ? [
        {
          key: 'case.moved',
          values: { number: told.number, department: nameOf(told.department, speech) },
        },
        ...sayText(told, event, speech),
      ]
    : []

export function nameOf(
  department: string,
  { city, language }: Pick<CaseSpeech, 'city' | 'language'>,
): string {
  const texts = city.departments.get(department)?.name.byKey
  return texts?.get(language) ?? texts?.get('sv') ?? city.name
}

/** A completion is asked for, and has not come yet. */
export const waitsForResident = ({ status }: Pick<Case, 'status'>, event: CaseEvent): boolean =>
  event.status === 'Väntar på komplettering' && status === event.status

/** Asked of what its department says is mended; of nothing else. */
export const asksWhetherFixed = (
  { status, fixed }: Pick<Case, 'status' | 'fixed'>,
  event: CaseEvent,
): boolean => event.status === 'Klart' && status === 'Klart' && fixed === true
