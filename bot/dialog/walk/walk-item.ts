// The walk at one item of a list: inner question by inner question, to the first that has no answer.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { putAnswer } from './change-answer'
import { defaultOf } from '../model/default-of'
import { holds } from '../condition/evaluate'
import type { Scope } from '../condition/evaluate'
import { fieldOf, recordsOf, removeAt, replaceAt, skipOf, withoutField } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { AskStep, ListStep, Step } from '../model/model'
import { optionLabel, type PickOption, type ShownOptions } from '../model/pick-options'
import { refusalOf } from './refusal'
import { note, type Said } from '../texts/said'
import { showAnswer } from '../showing/show-value'
import { branchKey } from '../model/step-tree'
import type { Stop } from './stop'
import { pickForItem } from './walk-item-pick'
import type { WalkProgress } from './walk-progress'

export type Asks = Extract<Stop, { kind: 'asks' }>

/** The walk begins again with another list. */
export interface Changes {
  readonly kind: 'changes'
  readonly frame: Frame
}

/** An item has nothing to choose from, and that ends the dialog here. */
export interface TurnsTo {
  readonly kind: 'turns-to'
  readonly step: Step
  /** What the step says can show the item's answers. */
  readonly inItem: (said: Said) => Said
}

export type ItemHalt = Extract<Stop, { kind: 'asks' | 'does' | 'fault' }> | Changes | TurnsTo

/** One item under way. */
export interface Item {
  readonly step: ListStep
  readonly index: number
  readonly given: ListRecord
  /** The answers that count, defaults among them, as far as the walk has come. */
  readonly fields: Map<string, Value>
  /** Of these the ones chosen from options: inner question → the option. */
  readonly picked: Map<string, PickOption>
}

/** Goes through the inner questions of one item; stops at the first that has no answer. */
export function fillItem(item: Item, progress: WalkProgress): ItemHalt | undefined {
  const scope = scopeOfItem(item, progress)
  for (const inner of item.step.list.each) {
    if (inner.onlyIf !== undefined && !holds(inner.onlyIf, scope)) continue
    const halt = fillField(inner, item, scope, progress)
    if (halt !== undefined) return halt
  }
  return undefined
}

/** The name of an inner question means the answer about this item. */
const scopeOfItem = ({ step: { list }, fields }: Item, { known }: WalkProgress): Scope => ({
  ...known.scope,
  value: (name) => {
    const inner = list.each.find((ask) => ask.name === name)
    return inner === undefined ? known.scope.value(name) : fields.get(fieldOf(inner))
  },
})

function fillField(inner: AskStep, item: Item, scope: Scope, progress: WalkProgress): ItemHalt | undefined {
  const field = fieldOf(inner)
  const given = item.given[field]
  const value = given ?? defaultOf(inner, progress.environment)
  if (value === undefined && progress.isSkipped(skipOf(item.step.name, item.index, field))) return undefined
  if (inner.pick !== undefined) return fillPick(inner, inner.pick, item, scope, progress)
  if (value === undefined) return askInner(inner, item, progress)
  return accept(inner, value, item, scope, progress)
}

function fillPick(
  inner: AskStep,
  source: NonNullable<AskStep['pick']>,
  item: Item,
  scope: Scope,
  progress: WalkProgress,
): ItemHalt | undefined {
  const field = fieldOf(inner)
  const picking = pickForItem(inner, source, item.given[field], { index: item.index, scope }, progress)
  if (picking.kind === 'reads') return { kind: 'does', step: inner, call: picking.call }
  if (picking.kind === 'none') return leaveItem(inner, item, progress)
  const { chosen, options, isGone } = picking
  if (isGone) {
    progress.said.push(note(progress.environment.city, 'options.gone'))
    removeField(inner, item, progress)
  }
  if (chosen === undefined) return askInner(inner, item, progress, options)
  item.picked.set(field, chosen)
  return accept(inner, chosen.id, item, scope, progress, options)
}

/** The answer counts if it keeps to its rule; else it goes, so that this is said once, and the rest of the item stays. */
function accept(
  inner: AskStep,
  value: Value,
  item: Item,
  scope: Scope,
  progress: WalkProgress,
  options?: ShownOptions,
): ItemHalt | undefined {
  const field = fieldOf(inner)
  item.fields.set(field, value)
  if (inner.must === undefined || holds(inner.must, scope)) return undefined
  if (item.given[field] !== undefined) {
    progress.broken = { name: item.step.name, index: item.index }
    progress.said.push(inItem(item, refusalOf(inner, value, progress), progress))
    removeField(inner, item, progress)
  }
  item.fields.delete(field)
  return askInner(inner, item, progress, options)
}

function removeField(inner: AskStep, { step, index }: Item, progress: WalkProgress): void {
  const answer = progress.answerOf(step.name)
  if (answer === undefined) return
  const records = recordsOf(step, answer.value)
  const record = withoutField(records[index] ?? {}, fieldOf(inner))
  progress.replace(step.name, { ...answer, value: replaceAt(records, index, record) })
}

/**
 * Nothing to choose from for this item: what is written for that is said about it, and then the dialog goes that way, or the
 * item is dropped. Where nothing is written, the question is passed over if it may be.
 */
function leaveItem(inner: AskStep, item: Item, progress: WalkProgress): ItemHalt | undefined {
  const written = inner.pick?.ifNone
  if (written === undefined)
    return inner.optional ? undefined : { kind: 'fault', why: 'nothing-to-choose', stepKey: inner.key }
  progress.trace.add(branchKey(inner, 'none'))
  for (const step of written) {
    progress.trace.add(step.key)
    if (step.kind !== 'say') return { kind: 'turns-to', step, inItem: (said) => inItem(item, said, progress) }
    progress.said.push(
      inItem(item, { ...progress.word('say', step.text, step.scope), id: step.id }, progress),
    )
  }
  return { kind: 'changes', frame: withoutItem(item, progress) }
}

function withoutItem({ step, index }: Item, progress: WalkProgress): Frame {
  progress.unpark(step.name)
  const frame = progress.frame()
  const answer = frame.answers[step.name]
  if (answer === undefined) return frame
  const value = removeAt(recordsOf(step, answer.value), index)
  return putAnswer(progress.dialog, frame, step.name, { ...answer, value })
}

function askInner(inner: AskStep, item: Item, progress: WalkProgress, options?: ShownOptions): Asks {
  const { step: list, index } = item
  const question = inItem(item, progress.word('question', inner.question, list.scope), progress)
  return { kind: 'asks', step: inner, question, item: { list, index }, ...(options && { options }) }
}

/** A text of an inner question can show the other answers about its item. */
function inItem({ step, fields, picked }: Item, said: Said, { environment }: WalkProgress): Said {
  const shown = step.list.each.flatMap((inner) => {
    const field = fieldOf(inner)
    const value = fields.get(field)
    const option = picked.get(field)
    if (option !== undefined) return [[field, optionLabel(option.label, environment.language)] as const]
    return value === undefined ? [] : [[field, showAnswer(inner, value, environment)] as const]
  })
  return { ...said, values: { ...said.values, ...Object.fromEntries(shown) } }
}
