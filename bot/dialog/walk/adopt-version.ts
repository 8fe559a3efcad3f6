// An open dialog meets a new version of its file: what was answered stays, as far as it is still an answer.
import type { Frame, GivenAnswer } from '../../contracts/talk/conversation'
import { areSentFiles, type SentFile } from '../../contracts/talk/sent-file'
import type { AnswerType, Value } from '../../contracts/talk/value'
import { isIsoDate } from '../../hours/calendar-day'
import { areEarlyDays } from '../answers/early-days'
import { isTime } from '../words/find-times'
import { isList, listOfQuestion, questionOf } from '../model/list-question'
import { fieldOf, isBlank, moreOf, recordsOf } from '../model/list-records'
import type { AskStep, Dialog, ListStep } from '../model/model'
import { isMoney } from '../words/read-money'
import { areSame } from '../model/stable-hash'

export interface Adopted {
  readonly frame: Frame
  /** Answers that no question of the new version takes any more. */
  readonly dropped: readonly string[]
}

/**
 * Moves a frame to this version of its dialog. Answers, under their new names, stay when a question of that name takes such a value; given
 * confirmations go, because what they showed may be another; the journal stays, so that no write is repeated. A frame of
 * the same shape comes back as it is.
 */
export function adoptVersion(dialog: Dialog, frame: Frame): Adopted {
  if (frame.shapeHash === dialog.shapeHash) return { frame, dropped: [] }
  const named = ([name, answer]: [string, GivenAnswer]): [string, GivenAnswer] => [
    newName(dialog, name),
    answer,
  ]
  const given = Object.entries(frame.answers).map(named)
  const parked = Object.entries(frame.parked).map(named)
  const kept = new Map([...given, ...parked].map(([name, answer]) => [answer, keep(dialog, name, answer)]))
  const stay = (answers: readonly [string, GivenAnswer][]): Frame['answers'] =>
    Object.fromEntries(
      answers.flatMap(([name, answer]) => {
        const value = kept.get(answer)
        return value === undefined ? [] : [[name, { ...answer, value }]]
      }),
    )
  const adopted: Frame = {
    ...frame,
    shapeHash: dialog.shapeHash,
    answers: stay(given),
    parked: stay(parked),
    skipped: stillSkipped(dialog, frame),
    confirmed: {},
    ...stillOpen(dialog, frame),
    misses: 0,
  }
  const dropped = given.filter(([, answer]) => !areSame(kept.get(answer), answer.value)).map(([name]) => name)
  return { frame: adopted, dropped }
}

/** The question that waits, with what was asked back about it or ticked as far as these are answers to it. */
function stillOpen(dialog: Dialog, frame: Frame): Pick<Frame, 'open' | 'offered' | 'ticked'> {
  const { offered, ticked } = frame
  const open = frame.open === null ? null : newName(dialog, frame.open)
  const ask = questionOf(dialog, open)
  if (ask === undefined) return { open: null, offered: [], ticked: [] }
  const isTicked = (code: string): boolean => ask.choices.some((choice) => choice.code === code)
  return { open, offered: offered.filter((value) => fits(ask, value)), ticked: ticked.filter(isTicked) }
}

/** The name that an answer of the older version has now; whether a list is closed goes with the list. */
function newName(dialog: Dialog, name: string): string {
  const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  const list = dialog.renamed.get(owner)
  return dialog.renamed.get(name) ?? (list !== undefined && name === moreOf(owner) ? moreOf(list) : name)
}

/** The value as far as the new version takes it. */
function keep(dialog: Dialog, name: string, { value }: GivenAnswer): Value | undefined {
  const ask = dialog.asks.get(name)
  if (isList(ask)) return fittingRecords(ask, value)
  if (ask !== undefined) return fits(ask, value) ? value : undefined
  const list = listOfQuestion(dialog, name)
  return list !== undefined && name === moreOf(list.name) && typeof value === 'boolean' ? value : undefined
}

/** Items whose name still fits, with those of their fields that do, and one that was begun and has no name yet. */
function fittingRecords(step: ListStep, value: Value): Value | undefined {
  const [first] = step.list.each
  const kept = recordsOf(step, value).flatMap((record) => {
    const fields = step.list.each.flatMap((inner) => {
      const field = record[fieldOf(inner)]
      return field !== undefined && fits(inner, field) ? [[fieldOf(inner), field] as const] : []
    })
    const fitting = Object.fromEntries(fields)
    const isNamed = first !== undefined && Object.hasOwn(fitting, fieldOf(first))
    return isNamed || isBlank(record) ? [fitting] : []
  })
  return kept.every(isBlank) ? undefined : kept
}

/** Questions that may still be passed over; of a list all are asked again where its items have changed. */
function stillSkipped(dialog: Dialog, frame: Frame): string[] {
  const skipped = frame.skipped.map((name) => newName(dialog, name))
  return skipped.filter((name) => {
    const ask = dialog.asks.get(name)
    if (ask !== undefined) return ask.optional
    const [, owner = '', field = ''] = /^(.+)\.\d+\.([^.]+)$/.exec(name) ?? []
    const list = dialog.asks.get(owner)
    if (!isList(list)) return false
    const before = frame.answers[owner]?.value ?? []
    const isUnchanged = areSame(fittingRecords(list, before), before)
    return isUnchanged && questionOf(dialog, `${owner}.${field}`)?.optional === true
  })
}

const isText = (value: Value): value is string => typeof value === 'string' && value !== ''

const areFiles = (value: Value, max = 1): value is readonly SentFile[] =>
  areSentFiles(value) && value.length <= max

const fitsType: Readonly<Record<AnswerType, (value: Value, ask: AskStep) => boolean>> = {
  text: isText,
  number: (value, { range }) =>
    typeof value === 'number' && (range === undefined || (value >= range.from && value <= range.to)),
  'yes/no': (value) => typeof value === 'boolean',
  consent: (value) => typeof value === 'boolean',
  code: (value) => isText(value) && /^\+\d{4,15}$/.test(value),
  'person-id': (value) => isText(value) && /^\d{12}$/.test(value),
  choice: (value, { choices }) => choices.some(({ code }) => code === value),
  pick: (value) => isText(value) || areEarlyDays(value),
  choices: (value, { choices }) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one: Value) => choices.some(({ code }) => code === one)),
  money: (value, { range }) =>
    isMoney(value) && (range === undefined || (value >= range.from && value <= range.to)),
  address: isText,
  phone: (value) => isText(value) && /^\+\d{4,15}$/.test(value),
  email: (value) => isText(value) && value.includes('@'),
  time: (value) => isText(value) && isTime(value),
  list: () => false,
  photo: (value, { files }) => areFiles(value, files?.max) && value.every(({ kind }) => kind === 'photo'),
  file: (value, { files }) => areFiles(value, files?.max),
  date: (value) => isText(value) && isIsoDate(value),
}

const fits = (ask: AskStep, value: Value): boolean => ask.types.some((type) => fitsType[type](value, ask))
