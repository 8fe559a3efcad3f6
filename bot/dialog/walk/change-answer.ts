// Puts one answer into a frame, or takes it out; an answer of a list takes along what belongs to it.
import type { Frame, GivenAnswer } from '../../contracts/talk/conversation'
import { isList, listOfQuestion } from '../model/list-question'
import { isBlank, moreOf, movedSkips, recordsOf } from '../model/list-records'
import type { Dialog, ListStep } from '../model/model'

export function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}

/** Whether answers of this name are kept: those of a question, and of a list whether it is closed. */
export const takesAnswer = (dialog: Dialog, name: string): boolean =>
  dialog.asks.has(name) || closesList(dialog, name) !== undefined

function closesList(dialog: Dialog, name: string): ListStep | undefined {
  const list = listOfQuestion(dialog, name)
  return list !== undefined && name === moreOf(list.name) ? list : undefined
}

/** The frame with the answer in the place of the old one. A list without items is no answer: its question is asked again. */
export function putAnswer(dialog: Dialog, frame: Frame, name: string, answer: GivenAnswer): Frame {
  const ask = dialog.asks.get(name)
  if (isList(ask)) return putList(frame, ask, answer)
  const list = closesList(dialog, name)
  return list === undefined ? put(frame, name, answer) : putMore(frame, list, answer)
}

function put(frame: Frame, name: string, answer: GivenAnswer): Frame {
  const shown = frame.shown?.[name]
  return {
    ...frame,
    answers: { ...frame.answers, [name]: { ...answer, ...(shown && { shown }) } },
    parked: without(frame.parked, name),
    skipped: frame.skipped.filter((skipped) => skipped !== name),
    pages: pagesWithout(frame, name),
    ...closed(frame, name),
  }
}

/** Of a list those of its inner questions go too: the next item begins with the first page. */
const pagesWithout = ({ pages }: Frame, name: string): Frame['pages'] =>
  Object.fromEntries(Object.entries(pages).filter(([key]) => key !== name && !key.startsWith(`${name}.`)))

/** An answered question waits no more, and nothing that was asked back about it does. */
const closed = (frame: Frame, ...names: readonly string[]): Partial<Frame> =>
  frame.open !== null && names.includes(frame.open) ? { open: null, offered: [], ticked: [] } : {}

function putList(frame: Frame, step: ListStep, answer: GivenAnswer): Frame {
  const records = recordsOf(step, answer.value)
  if (records.every(isBlank)) return removeAnswer(frame, step.name)
  const before = recordsOf(step, frame.answers[step.name]?.value)
  const kept = before.length > 0 ? frame : removeAnswer(frame, step.name)
  const moved = { ...kept, skipped: [...movedSkips(step, before, records, kept.skipped)] }
  return put(moved, step.name, { ...answer, value: records })
}

/** Yes begins an item that is still blank; no takes such a one away and closes the list. */
function putMore(frame: Frame, step: ListStep, answer: GivenAnswer): Frame {
  const more = moreOf(step.name)
  const given = frame.answers[step.name]
  const records = recordsOf(step, given?.value)
  if (given === undefined) return frame
  const begun = records.filter((record) => !isBlank(record))
  const list = answer.value === true ? [...begun, {}] : begun
  const changed = putList(frame, step, { ...given, value: list })
  const noMore = closed(frame, more, step.name)
  if (answer.value === true) return { ...changed, answers: without(changed.answers, more), ...noMore }
  return { ...put(changed, more, answer), ...noMore }
}

/** The frame as if it had never been given. */
export function removeAnswer(frame: Frame, name: string): Frame {
  const more = moreOf(name)
  return {
    ...frame,
    answers: without(without(frame.answers, name), more),
    parked: without(without(frame.parked, name), more),
    skipped: frame.skipped.filter((skipped) => skipped !== name && !skipped.startsWith(`${name}.`)),
    ...closed(frame, name, more),
  }
}
