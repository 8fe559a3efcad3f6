// How a value reads to a resident: a choice by its label, a date with its weekday, a number as people write it.
import { dateFormat, listFormat } from '../../contracts/basics/formats'
import type { Texts } from '../../contracts/talk/texts'
import type { WordingKey } from '../../contracts/talk/wording'
import { textKey } from '../../contracts/talk/texts'
import type { GivenAnswer, OptionLabels } from '../../contracts/talk/conversation'
import { localeOf, sourceLanguage, type Language } from '../../contracts/talk/language'
import { areSentFiles, type SentFile } from '../../contracts/talk/sent-file'
import type { Value } from '../../contracts/talk/value'
import { describeMinute } from '../../hours/opening-hours'
import { isIsoDate } from '../../hours/calendar-day'
import { isTime } from '../words/find-times'
import { isList, questionOf } from '../model/list-question'
import { fieldOf, type ListRecord } from '../model/list-records'
import type { AskStep, Dialog, ListStep } from '../model/model'
import { optionLabel } from '../model/pick-options'
import { showItem, showList } from './show-list'
import { showMoney } from './show-money'
import { showNumber } from '../texts/show-number'
import { maskPersonId } from '../words/person-id'
import { showPhone } from '../words/read-phone'
import { note, renderSaid } from '../texts/said'
import type { WalkEnvironment } from '../model/walk-environment'

/** Numbers stay numbers, because a plural form depends on them. */
export type ShownValue = string | number

/** An answer that was one of several options shows as that was called. */
type Labelled = Pick<GivenAnswer, 'label' | 'labels'>

/** A value of the dialog by name: an answer, also one that a call gives, by the types of its question, a result or a value by what it looks like. */
export function showNamed(
  dialog: Dialog,
  name: string,
  value: Value,
  environment: WalkEnvironment,
  given?: Labelled,
): ShownValue {
  if (given?.label !== undefined) return optionLabel(given.label, environment.language)
  const ask = questionOf(dialog, name) ?? questionOf(dialog, dialog.copies?.get(name) ?? null)
  if (ask === undefined) return showValue(value, environment)
  if (isList(ask)) return listInWords(ask, value, environment, given?.labels)
  const isOneAnswer = ask.files !== undefined || ask.types.includes('choices')
  const isColumn = Array.isArray(value) && !isOneAnswer
  return isColumn
    ? columnInWords(ask, value, environment, given?.labels)
    : showAnswer(ask, value, environment)
}

const columnInWords = (
  ask: AskStep,
  values: readonly Value[],
  environment: WalkEnvironment,
  labels: OptionLabels,
): string => values.map((value) => labelledInWords(labels)(ask, value, environment)).join(', ')

/** The same as words, for lines that no plural depends on. */
export function showInWords(
  dialog: Dialog,
  name: string,
  value: Value,
  environment: WalkEnvironment,
  given?: Labelled,
): string {
  const shown = showNamed(dialog, name, value, environment, given)
  return typeof shown === 'number' ? showNumber(shown, environment.language) : shown
}

/** An answer as its question takes it. */
export function showAnswer(ask: AskStep, value: Value, environment: WalkEnvironment): ShownValue {
  if (isList(ask)) return listInWords(ask, value, environment)
  if (areSentFiles(value)) return showFiles(value, environment)
  if (Array.isArray(value) && ask.types.includes('choices')) return showChoices(ask, value, environment)
  if (typeof value === 'number' && ask.types.includes('money')) return showMoney(value, environment.language)
  const written = typeof value === 'string' ? showWritten(ask, value, environment) : undefined
  return written ?? showValue(value, environment)
}

/** Of the types that are kept as a text the one that reads like it; undefined where none of the question's does. */
function showWritten(
  { types, choices }: AskStep,
  value: string,
  { language }: WalkEnvironment,
): string | undefined {
  const option = types.includes('choice') ? choices.find(({ code }) => code === value) : undefined
  if (option !== undefined) return textIn(option.label, language)
  if (types.includes('time') && isTime(value)) return showTime(value, language)
  const mayBePhone = types.includes('phone') || types.includes('code')
  if (mayBePhone && /^\+\d+$/.test(value)) return showPhone(value)
  if (types.includes('person-id')) return maskPersonId(value)
  return types.includes('text') ? value : undefined
}

/** `1 bild`, `2 filer`. */
export function showFiles(
  files: readonly SentFile[],
  { city, language, channel }: Pick<WalkEnvironment, 'city' | 'language' | 'channel'>,
): string {
  const key = files.every(({ kind }) => kind === 'photo') ? 'answer.photos' : 'answer.files'
  return renderSaid(note(city, key, { count: files.length }), language, channel).text
}

function showChoices(
  { choices }: AskStep,
  codes: readonly Value[],
  { language }: Pick<WalkEnvironment, 'language'>,
): string {
  const chosen = choices.filter(({ code }) => codes.includes(code))
  return listFormat(language, {}).format(chosen.map(({ label }) => textIn(label, language)))
}

function answerInWords(ask: AskStep, value: Value, environment: WalkEnvironment): string {
  const shown = showAnswer(ask, value, environment)
  return typeof shown === 'number' ? showNumber(shown, environment.language) : shown
}

/** An option of an item by what it is called. */
const labelledInWords =
  (labels: OptionLabels) =>
  (ask: AskStep, value: Value, environment: WalkEnvironment): string => {
    const label = typeof value === 'string' ? labels?.[fieldOf(ask)]?.[value] : undefined
    return label === undefined
      ? answerInWords(ask, value, environment)
      : optionLabel(label, environment.language)
  }

export const listInWords = (
  step: ListStep,
  value: Value,
  environment: WalkEnvironment,
  labels?: OptionLabels,
): string => showList(step, value, environment, labelledInWords(labels))

export const itemInWords = (
  step: ListStep,
  record: ListRecord,
  environment: WalkEnvironment,
  labels?: OptionLabels,
): string => showItem(step, record, environment, labelledInWords(labels))

export function showValue(value: Value, environment: WalkEnvironment): ShownValue {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return wording(value ? 'answer.yes' : 'answer.no', environment)
  if (typeof value === 'string') return isIsoDate(value) ? showDate(value, environment) : value
  if (areSentFiles(value)) return showFiles(value, environment)
  const parts: readonly Value[] = Array.isArray(value) ? value : Object.values(value)
  return parts
    .map((part) => showValue(part, environment))
    .map((part) => (typeof part === 'number' ? showNumber(part, environment.language) : part))
    .join(', ')
}

/** `fredag 4 december`, `Friday 4 December`; with the year when it is not this one. */
function showDate(day: string, { language, today }: Pick<WalkEnvironment, 'language' | 'today'>): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  const format = dateFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  })
  return format.format(new Date(`${day}T00:00:00Z`)).replace(/^(\p{L}+), /u, '$1 ')
}

/** `8.30` in Swedish, `8:30` elsewhere. */
export function showTime(time: string, language: Language): string {
  const [hours, minutes] = time.split(':').map(Number)
  return describeMinute((hours ?? 0) * 60 + (minutes ?? 0), language)
}

function wording(key: WordingKey, { city, language }: WalkEnvironment): string {
  const texts = city.texts.get(key)
  return texts === undefined ? key : textIn(texts, language)
}

/** A text without placeholders in a language, or in the source language where it is not translated. */
export function textIn(texts: Texts, language: Language): string {
  return texts.byKey.get(textKey(language)) ?? texts.byKey.get(textKey(sourceLanguage)) ?? texts.id
}
