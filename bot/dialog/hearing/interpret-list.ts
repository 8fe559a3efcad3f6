// What a message means while a list waits: items, an answer about one of them, "yes, more" or "no, that was all".
import type { Frame } from '../../contracts/talk/conversation'
import { addItems, indexOfItem, mentionItems, nameField, setField } from './edit-list'
import type { Interpretation } from '../answers/interpretation'
import { doneCode, removeCode } from '../showing/list-change-question'
import { listOfQuestion } from '../model/list-question'
import { saysDone, saysMore } from '../words/list-words'
import { fieldOf, isBlank, moreOf, recordsOf, removeAt, replaceAt } from '../model/list-records'
import type { AskStep, Dialog, ListStep } from '../model/model'
import type { Value } from '../../contracts/talk/value'
import { readOffered } from '../answers/offered-answers'
import type { ShownOptions } from '../model/pick-options'
import { readPick, wantsMore } from '../answers/read-pick'
import { asksSomething, readAnswer } from '../answers/read-answer'
import { readItems } from '../answers/read-items'
import { readYesNo } from '../words/read-yes-no'
import { note } from '../texts/said'
import { addRead, listIs, moreIs } from './told-items'
import type { ListTalk } from './told-items'
import { traceWalk } from '../walk/walk'
import type { WalkEnvironment } from '../model/walk-environment'

/** A question of a list that waits. */
export interface OpenList {
  readonly step: ListStep
  /** As it is asked: with the choices that can be tapped now. */
  readonly question: AskStep
  readonly records: ListTalk['records']
  readonly written: string
  /** Of an inner question that has them from an action or a result. */
  readonly options?: ShownOptions
  /** What was asked back about the question. */
  readonly offered: readonly Value[]
  /** `first`: nothing is in the list. `change`: it was opened again. Else an inner question, of the item at `index`. */
  readonly at: 'first' | 'change' | 'more' | { readonly index: number; readonly inner: AskStep }
}

export function openList(dialog: Dialog, frame: Frame, environment: WalkEnvironment): OpenList | undefined {
  const step = listOfQuestion(dialog, frame.open)
  const { stop } = step === undefined ? {} : traceWalk(dialog, frame, environment)
  if (step === undefined || stop?.kind !== 'asks' || stop.step.name !== frame.open) return undefined
  const given = frame.answers[step.name]
  const records = recordsOf(step, given?.value)
  const { item, step: question, options } = stop
  const opened = records.every(isBlank) ? 'first' : 'change'
  const asked = question.name === moreOf(step.name) ? 'more' : opened
  const { offered } = frame
  return {
    step,
    question,
    records,
    written: given?.raw ?? '',
    offered,
    ...(options && { options }),
    at: item === undefined ? asked : { index: item.index, inner: question },
  }
}

export function interpretOpenList(
  open: OpenList,
  text: string,
  environment: WalkEnvironment,
): Interpretation {
  const { step, records, written, at, options } = open
  const talk: ListTalk = { step, records, written, text, source: 'typed', environment }
  const offered = readOffered(open.question, open.offered, text, environment, options)
  if (offered !== undefined) return chooseInList(open, offered, talk) ?? nothing
  switch (at) {
    case 'first':
      return addRead(talk, readItems(step, text, environment)) ?? { kind: 'not-understood' }
    case 'more':
      return interpretMore(talk)
    case 'change':
      return interpretChange(talk)
    default:
      return options !== undefined && wantsMore(text)
        ? { kind: 'more', name: at.inner.name }
        : interpretInner(talk, at, options)
  }
}

const nothing: Interpretation = { kind: 'not-understood' }

function interpretMore(talk: ListTalk): Interpretation {
  const { step, records, text, environment } = talk
  if (asksSomething(text)) return nothing
  if (saysDone(text, environment)) return moreIs(talk, false)
  if (saysMore(text, environment)) return moreIs(talk, true)
  const read = readItems(step, text, environment)
  const answer = readYesNo(text, environment.city)
  const isKnown = read.items.every((item) => indexOfItem(step, records, item) >= 0)
  // "Nej, bara soffan" names what is in the list already.
  if (answer === false && !read.isFree && isKnown) return moreIs(talk, false)
  const added = addRead(talk, read)
  if (added !== undefined) return added
  return answer === undefined ? nothing : moreIs(talk, answer)
}

/** The list was opened again: what is new is added, and a count with a known thing is its new count. */
function interpretChange(talk: ListTalk): Interpretation {
  const { step, records, text, environment } = talk
  if (asksSomething(text)) return nothing
  if (saysDone(text, environment)) return moreIs(talk, false)
  const read = readItems(step, text, environment)
  return (
    addRead(talk, read, { corrects: true }, (items) =>
      addItems(step, mentionItems(step, records, items), []),
    ) ?? nothing
  )
}

type OpenInner = Extract<OpenList['at'], { readonly index: number }>

function interpretInner(
  talk: ListTalk,
  { index, inner }: OpenInner,
  options: ShownOptions | undefined,
): Interpretation {
  const { step, records, text, environment } = talk
  const field = fieldOf(inner)
  if (field === nameField(step)) return interpretName(talk, index)
  const reading =
    options === undefined ? readAnswer(inner, text, environment) : readPick(options, text, environment)
  switch (reading.kind) {
    case 'value':
      return listIs(talk, setField(records, index, field, reading.value), { certainty: reading.certainty })
    case 'ambiguous':
      return { kind: 'ambiguous', name: inner.name, values: reading.values, answers: [] }
    case 'invalid':
      return { kind: 'invalid', name: inner.name, said: note(environment.city, reading.why, reading.values) }
    case 'not-understood':
      return interpretAsItems(talk, index)
  }
}

/** What the item is. */
function interpretName(talk: ListTalk, index: number): Interpretation {
  const { step, records, text, environment } = talk
  const record = records[index] ?? {}
  const isOneMore = isBlank(record) && removeAt(records, index).length > 0
  if (isOneMore && saysDone(text, environment)) return moreIs(talk, false)
  const read = readItems(step, text, environment)
  return (
    addRead(talk, read, {}, ([item, ...more]) =>
      addItems(step, replaceAt(records, index, { ...record, ...item }), more),
    ) ?? nothing
  )
}

/** What is no answer about the item tells more of it when it names the same thing, and puts another in its place when not. */
function interpretAsItems(talk: ListTalk, index: number): Interpretation {
  const { step, records, text, environment } = talk
  const read = readItems(step, text, environment)
  if (!read.isWhole || read.isFree) return nothing
  const record = records[index] ?? {}
  const name = nameField(step)
  return (
    addRead(talk, read, {}, ([item, ...more]) => {
      const told = item?.[name] === record[name] ? { ...record, ...item } : (item ?? record)
      return addItems(step, replaceAt(records, index, told), more)
    }) ?? nothing
  )
}

/** A tapped button or a number in its place: a choice of the question that waits, yes or no. */
export function chooseInList(
  open: OpenList,
  value: Value,
  { text, source, environment }: Pick<ListTalk, 'text' | 'source' | 'environment'>,
): Interpretation | undefined {
  const { step, records, written, at } = open
  const talk: ListTalk = { step, records, written, text, source, environment }
  if (at === 'more') return typeof value === 'boolean' ? moreIs(talk, value) : undefined
  if (at === 'change') return value === doneCode ? moreIs(talk, false) : removeTapped(talk, value)
  if (at !== 'first') return listIs(talk, setField(records, at.index, fieldOf(at.inner), value))
  return listIs(talk, addItems(step, records, [{ [nameField(step)]: value }]).records)
}

function removeTapped(talk: ListTalk, value: Value): Interpretation | undefined {
  const index = talk.records.findIndex((record, at) => removeCode(record, at) === value)
  return index < 0 ? undefined : listIs(talk, removeAt(talk.records, index), { corrects: true })
}
