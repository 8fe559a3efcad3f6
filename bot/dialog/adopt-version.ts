// An open dialog meets a new version of its file: what was answered stays, as far as it is still an answer.
import type { Frame, GivenAnswer } from '../contracts/conversation'
import type { AnswerType, Value } from '../contracts/value'
import { isIsoDate } from './calendar-day'
import { isTime } from './find-times'
import type { AskStep, Dialog } from './model'
import { isMoney } from './read-money'

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
  const keeps = ([name, answer]: [string, { readonly value: Value }]): boolean => {
    const ask = dialog.asks.get(name)
    return ask !== undefined && fits(ask, answer.value)
  }
  const named = ([name, answer]: [string, GivenAnswer]): [string, GivenAnswer] => [
    dialog.renamed.get(name) ?? name,
    answer,
  ]
  const given = Object.entries(frame.answers).map(named)
  const adopted: Frame = {
    ...frame,
    shapeHash: dialog.shapeHash,
    answers: Object.fromEntries(given.filter(keeps)),
    parked: Object.fromEntries(Object.entries(frame.parked).map(named).filter(keeps)),
    skipped: frame.skipped.filter((name) => dialog.asks.get(name)?.optional === true),
    confirmed: {},
    open: frame.open !== null && dialog.asks.has(frame.open) ? frame.open : null,
    offered: [],
    ticked: [],
    misses: 0,
  }
  return { frame: adopted, dropped: given.filter((entry) => !keeps(entry)).map(([name]) => name) }
}

const isText = (value: Value): value is string => typeof value === 'string' && value !== ''

const fitsType: Readonly<Record<AnswerType, (value: Value, ask: AskStep) => boolean>> = {
  text: isText,
  number: (value, { range }) =>
    typeof value === 'number' && (range === undefined || (value >= range.from && value <= range.to)),
  'yes/no': (value) => typeof value === 'boolean',
  consent: (value) => typeof value === 'boolean',
  code: (value) => isText(value) && /^\+\d{4,15}$/.test(value),
  'person-id': (value) => isText(value) && /^\d{12}$/.test(value),
  choice: (value, { choices }) => choices.some(({ code }) => code === value),
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
  date: (value) => isText(value) && isIsoDate(value),
}

const fits = (ask: AskStep, value: Value): boolean => ask.types.some((type) => fitsType[type](value, ask))
