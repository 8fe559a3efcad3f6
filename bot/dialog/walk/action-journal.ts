// The journal of a dialog's actions: which call was made, with what, and what came of it.
import type { ActionResult } from '../../contracts/cases/action'
import type { Frame, JournalEntry } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { evaluate } from '../condition/evaluate'
import type { Scope } from '../condition/evaluate'
import type { Dialog, DoStep, FollowUp } from '../model/model'
import { areSame, stableHash } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

/** A call the walk waits for. The caller adds language, channel and time and runs it. */
export interface WalkCall {
  readonly name: string
  readonly effect: 'read' | 'write'
  readonly inputs: Readonly<Record<string, Value>>
  /**
   * The idempotency key: `<dialog>/<step>#<hash>`. The hash is of conversation, start of this dialog, step and inputs,
   * so a repeat after a crash has the same key, and a second errand of the same resident another one.
   */
  readonly key: string
  /** Of a write that is done over: what it gave before, and the inputs that its step has now. */
  readonly updates?: {
    readonly gives: Readonly<Record<string, Value>>
    readonly inputs: Readonly<Record<string, Value>>
  }
  /** ISO time at which the walk asked for it. */
  readonly at: string
  /** What was read before is too old: this result takes its place. */
  readonly again?: true
}

export function callOf(
  dialog: Dialog,
  step: DoStep,
  frame: Pick<Frame, 'startedAt' | 'journal'>,
  scope: Scope,
  environment: WalkEnvironment,
): WalkCall {
  const inputs = inputsOf(step.with, scope)
  const at = environment.now.toISOString()
  const prefix = stepPrefix(dialog, step)
  const earlier = reopenedWrite(frame.journal, dialog, step)
  if (earlier !== undefined && step.update !== undefined && !hasInputs(earlier, inputs)) {
    const hash = stableHash([environment.conversationId, earlier.key, step.update.action, inputs])
    return {
      name: step.update.action,
      effect: 'write',
      inputs: followUpInputs(step.update, earlier, inputs),
      key: `${prefix}${hash}`,
      at,
      updates: { gives: givesOf(earlier), inputs },
    }
  }
  const hash = stableHash([environment.conversationId, frame.startedAt, step.key, inputs])
  return { name: step.action, effect: step.effect, inputs, key: `${prefix}${hash}`, at }
}

/** What is missing is left out. */
export function inputsOf(inputs: DoStep['with'], scope: Scope): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    inputs.flatMap(({ name, expression }) => {
      const value = evaluate(expression, scope)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

/** What a write gave; nothing when it failed. */
export const givesOf = ({ result }: Pick<JournalEntry, 'result'>): Readonly<Record<string, Value>> =>
  result.kind === 'done' ? result.gives : {}

/** What a follow-up takes, from the results of the write and its inputs, or newer ones. */
export function followUpInputs(
  { takes }: FollowUp,
  entry: Pick<JournalEntry, 'result' | 'inputs'>,
  inputs: Readonly<Record<string, Value>> = entry.inputs,
): Readonly<Record<string, Value>> {
  const known = Object.entries({ ...inputs, ...givesOf(entry) })
  return Object.fromEntries(known.filter(([name]) => takes.includes(name)))
}

const stepPrefix = (dialog: Dialog, step: DoStep): string => `${dialog.id}/${step.key}#`

export const isOfStep = (journalKey: string, dialog: Dialog, step: DoStep): boolean =>
  journalKey.startsWith(stepPrefix(dialog, step))

/** The write of a step that is about to be done over. */
const reopenedWrite = (
  journal: readonly JournalEntry[],
  dialog: Dialog,
  step: DoStep,
): JournalEntry | undefined =>
  journal.findLast(({ key, state }) => state === 'reopened' && isOfStep(key, dialog, step))

const hasInputs = (entry: JournalEntry, inputs: Readonly<Record<string, Value>>): boolean =>
  areSame(entry.inputs, inputs)

/**
 * The entry that settles this call: the same call, or for a write any that was done, since a write is never done twice. Opened to be
 * done over, and confirmed as it was, it is done.
 */
export function entryFor(
  journal: readonly JournalEntry[],
  dialog: Dialog,
  step: DoStep,
  call: WalkCall,
): JournalEntry | undefined {
  return (
    (step.effect === 'write' ? doneWrite(journal, dialog, step) : undefined) ??
    unchangedWrite(journal, dialog, step, call) ??
    journal.find(({ key }) => key === call.key)
  )
}

function unchangedWrite(
  journal: readonly JournalEntry[],
  dialog: Dialog,
  step: DoStep,
  { inputs, updates }: WalkCall,
): JournalEntry | undefined {
  const reopened = updates === undefined ? reopenedWrite(journal, dialog, step) : undefined
  return reopened !== undefined && hasInputs(reopened, inputs) ? reopened : undefined
}

export function doneWrite(
  journal: readonly JournalEntry[],
  dialog: Dialog,
  step: DoStep,
): JournalEntry | undefined {
  return journal.findLast(
    ({ key, result, state }) => result.kind === 'done' && state !== 'reopened' && isOfStep(key, dialog, step),
  )
}

/**
 * Notes what came of a call. A read replaces what its step read before; a write stays for good, failed ones too, so that
 * the same write is not tried again by itself. Noting the same call twice keeps the first result.
 */
export function recordActionResult(frame: Frame, call: WalkCall, result: ActionResult): Frame {
  if (call.again !== true && frame.journal.some(({ key }) => key === call.key)) return frame
  const prefix = call.key.slice(0, call.key.lastIndexOf('#') + 1)
  const kept =
    call.effect === 'write' ? frame.journal : frame.journal.filter(({ key }) => !key.startsWith(prefix))
  const noted: JournalEntry['result'] =
    result.kind === 'done' ? { kind: 'done', gives: { ...call.updates?.gives, ...result.gives } } : result
  const entry = {
    do: call.name,
    key: call.key,
    inputs: { ...(call.updates?.inputs ?? call.inputs) },
    result: noted,
    at: call.at,
  }
  return { ...frame, journal: [...kept, entry] }
}
