// Going back, skipping and going on inside a list: an answer about one item is taken back or passed over, the others stay.
import type { Frame } from '../../contracts/talk/conversation'
import { putAnswer } from './change-answer'
import { listOfQuestion } from '../model/list-question'
import {
  fieldOf,
  isBlank,
  moreOf,
  recordsOf,
  removeAt,
  replaceAt,
  skipOf,
  withoutField,
} from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { AskStep, Dialog, ListStep } from '../model/model'
import { traceWalk } from './walk'
import type { WalkEnvironment } from '../model/walk-environment'
import type { Stop } from './stop'

/** A question inside a list that waits: one about an item, or whether there is more. */
export function listInside(dialog: Dialog, name: string | null): ListStep | undefined {
  const list = listOfQuestion(dialog, name)
  return list === undefined || list.name === name ? undefined : list
}

/** Passes over the inner question for its item, or closes the list; undefined when it must be answered. */
export function skipInList(
  dialog: Dialog,
  frame: Frame,
  step: ListStep,
  environment: WalkEnvironment,
): Frame | undefined {
  const { stop } = traceWalk(dialog, frame, environment)
  if (stop.kind !== 'asks' || stop.step.name !== frame.open) return undefined
  if (stop.item === undefined) {
    const closed = { value: false, raw: '', source: 'typed', at: environment.now.toISOString() } as const
    return putAnswer(dialog, frame, moreOf(step.name), closed)
  }
  if (!stop.step.optional) return undefined
  const skipped = skipOf(step.name, stop.item.index, fieldOf(stop.step))
  return {
    ...frame,
    open: null,
    offered: [],
    ticked: [],
    skipped: [...frame.skipped.filter((one) => one !== skipped), skipped],
  }
}

/** Takes back the latest thing said about the item that waits, or about the last one; undefined when there is none. */
export function backInList(dialog: Dialog, frame: Frame, stop: Stop): Frame | undefined {
  const step = stop.kind === 'asks' ? listInside(dialog, stop.step.name) : undefined
  const answer = step === undefined ? undefined : frame.answers[step.name]
  if (stop.kind !== 'asks' || step === undefined || answer === undefined) return undefined
  const records = recordsOf(step, answer.value)
  const index = stop.item?.index ?? records.length - 1
  const asked = step.list.each.findIndex(({ name }) => name === stop.step.name)
  const before = asked < 0 ? step.list.each : step.list.each.slice(0, asked)
  const taken = takeBack(step, records[index] ?? {}, index, before, frame.skipped)
  const rest =
    isBlank(records[index] ?? {}) && records.length > 1
      ? removeAt(records, index)
      : replaceAt(records, index, taken.record)
  const put = putAnswer(dialog, frame, step.name, { ...answer, value: rest })
  return {
    ...put,
    open: null,
    offered: [],
    ticked: [],
    misses: 0,
    skipped: put.skipped.filter((one) => one !== taken.unskipped),
  }
}

/** Fields go from the last one back to one that is asked: what has a default would only be filled in again. */
function takeBack(
  step: ListStep,
  record: ListRecord,
  index: number,
  before: readonly AskStep[],
  skipped: readonly string[],
): { readonly record: ListRecord; readonly unskipped?: string } {
  let left = record
  for (const inner of before.toReversed()) {
    const field = fieldOf(inner)
    const skip = skipOf(step.name, index, field)
    if (skipped.includes(skip)) return { record: left, unskipped: skip }
    if (!Object.hasOwn(left, field)) continue
    left = withoutField(left, field)
    if (inner.default === undefined) break
  }
  return { record: left }
}
