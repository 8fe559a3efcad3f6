// Puts new answers into a frame, unless they break a rule or come too late; the old answer is kept then.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { dataAskedBy } from '../model/asked-data'
import { putAnswer, takesAnswer } from './change-answer'
import { everyQuestion, isList, listOfQuestion } from '../model/list-question'
import { recordsOf, removeAt, replaceAt } from '../model/list-records'
import type { ListRecord } from '../model/list-records'
import type { Dialog } from '../model/model'
import type { ReadValue } from '../model/read-value'
import type { Said } from '../texts/said'
import { areSame } from '../model/stable-hash'
import { traceWalk } from './walk'
import type { WalkProgress } from './walk-progress'
import type { WalkEnvironment } from '../model/walk-environment'
import type { BrokenRule } from './walk-progress'

export interface Applied {
  readonly frame: Frame
  /** Answers that are in the frame now, in the order given. */
  readonly applied: readonly string[]
  /** Of these, the ones that replaced another value. */
  readonly changed: readonly string[]
  /** Broke their `must`: what is said about it. The frame has the old answer, or none. */
  readonly refused: readonly { readonly name: string; readonly said: Said }[]
  /** Stood before a write that is done: nothing was changed, a person can help. */
  readonly settled: readonly string[]
}

/** Puts answers into the frame. The frame is not walked yet: `walk` says what follows from them. */
export function applyAnswers(
  dialog: Dialog,
  frame: Frame,
  answers: readonly ReadValue[],
  environment: WalkEnvironment,
): Applied {
  const settledNames = settledQuestions(dialog, frame, environment)
  const known = answers.filter(({ name }) => takesAnswer(dialog, name)).map(masked(dialog, environment))
  const isSettled = (name: string) => settledNames.has(listOfQuestion(dialog, name)?.name ?? name)
  let remaining: readonly ReadValue[] = known.filter(({ name }) => !isSettled(name))
  const refused: { name: string; said: Said }[] = []
  for (;;) {
    const draft = remaining.reduce((before, answer) => put(dialog, before, answer, environment), frame)
    const { progress } = traceWalk(dialog, draft, environment)
    const { broken } = progress
    const said = progress.said.findLast(({ kind }) => kind === 'else')
    if (broken === undefined || said === undefined || !remaining.some(({ name }) => name === broken.name))
      return {
        frame: remaining.length > 0 ? { ...withLabels(draft, remaining, progress), misses: 0 } : draft,
        applied: remaining.map(({ name }) => name),
        changed: remaining.filter((answer) => replaces(frame, answer)).map(({ name }) => name),
        refused,
        settled: known.map(({ name }) => name).filter(isSettled),
      }
    const otherwise = meantOtherwise(remaining, broken.name)
    if (otherwise === undefined) refused.push({ name: broken.name, said })
    remaining = otherwise ?? withoutBroken(dialog, frame, remaining, broken)
  }
}

/** With what else the answer may mean in its place; undefined when it can mean nothing else. */
function meantOtherwise(answers: readonly ReadValue[], name: string): readonly ReadValue[] | undefined {
  const [value, ...others] = answers.find((answer) => answer.name === name)?.others ?? []
  return value === undefined
    ? undefined
    : answers.map((answer) => (answer.name === name ? { ...answer, value, others } : answer))
}

/** Options are shown by what they are called, which the walk has just looked up. */
function withLabels(frame: Frame, answers: readonly ReadValue[], progress: WalkProgress): Frame {
  const labelled = answers.flatMap(({ name }) => {
    const given = progress.answerOf(name)
    return given?.label === undefined && given?.labels === undefined ? [] : [[name, given] as const]
  })
  return { ...frame, answers: { ...frame.answers, ...Object.fromEntries(labelled) } }
}

/**
 * Of what was written only what the question asks for is kept readable; of some answers the value alone, for what stands
 * around it is nobody's business.
 */
const masked =
  (dialog: Dialog, { mask }: WalkEnvironment) =>
  (answer: ReadValue): ReadValue => {
    const ask = dialog.asks.get(answer.name)
    const asked = ask === undefined ? [] : everyQuestion([ask]).flatMap(dataAskedBy)
    const takesWords = ask !== undefined && everyQuestion([ask]).some(({ types }) => types.includes('text'))
    const isBare = dialog.sensitive || asked.includes('person-id')
    const value = takesWords ? mapTexts(answer.value, (text) => mask(text, asked)) : answer.value
    return { ...answer, value, raw: isBare ? '' : mask(answer.raw, asked) }
  }

function mapTexts(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one: Value) => mapTexts(one, change))
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, change)]))
}

function put(
  dialog: Dialog,
  frame: Frame,
  { name, value, raw, source }: ReadValue,
  { now }: WalkEnvironment,
): Frame {
  return putAnswer(dialog, frame, name, { value, raw, source, at: now.toISOString() })
}

/** Of a list only the item that broke a rule is left out, or keeps what it was; the others are good answers. */
function withoutBroken(
  dialog: Dialog,
  frame: Frame,
  answers: readonly ReadValue[],
  { name, index }: BrokenRule,
): readonly ReadValue[] {
  const ask = dialog.asks.get(name)
  const before = frame.answers[name]?.value
  return answers.flatMap((answer) => {
    if (answer.name !== name) return [answer]
    if (index === undefined || !isList(ask)) return []
    const value = withoutBrokenItem(recordsOf(ask, before), recordsOf(ask, answer.value), index)
    return value.length === 0 || areSame(value, before) || areSame(value, answer.value)
      ? []
      : [{ ...answer, value }]
  })
}

function withoutBrokenItem(
  before: readonly ListRecord[],
  after: readonly ListRecord[],
  index: number,
): readonly ListRecord[] {
  const old = before.length === after.length ? before[index] : undefined
  return old === undefined ? removeAt(after, index) : replaceAt(after, index, old)
}

function replaces(frame: Frame, { name, value }: ReadValue): boolean {
  const old = Object.hasOwn(frame.answers, name) ? frame.answers[name] : undefined
  return old !== undefined && !areSame(old.value, value)
}

/** Questions that stand before a write which is done: their answers have left the house. */
export function settledQuestions(
  dialog: Dialog,
  frame: Frame,
  environment: WalkEnvironment,
): ReadonlySet<string> {
  if (!frame.journal.some(({ result }) => result.kind === 'done')) return new Set()
  const { progress } = traceWalk(dialog, { ...frame, open: null }, environment)
  return new Set(progress.passed.slice(0, progress.settled).map(({ name }) => name))
}
