// The journal of a dialog's actions: which call was made, with what, and what came of it.
import type { ActionResult } from '../contracts/action'
import type { Frame, JournalEntry } from '../contracts/conversation'
import type { Value } from '../contracts/value'
import { evaluate } from './evaluate'
import type { Scope } from './evaluate'
import type { Dialog, DoStep } from './model'
import { stableHash } from './stable-hash'
import type { WalkEnvironment } from './walk-environment'

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
}

export function callOf(
  dialog: Dialog,
  step: DoStep,
  frame: Pick<Frame, 'startedAt'>,
  scope: Scope,
  environment: WalkEnvironment,
): WalkCall {
  const inputs: Record<string, Value> = {}
  for (const { name, expression } of step.with) {
    const value = evaluate(expression, scope)
    if (value !== undefined) inputs[name] = value
  }
  const hash = stableHash([environment.conversationId, frame.startedAt, step.key, inputs])
  return { name: step.action, effect: step.effect, inputs, key: `${stepPrefix(dialog, step)}${hash}` }
}

const stepPrefix = (dialog: Dialog, step: DoStep): string => `${dialog.id}/${step.key}#`

/** The entry that settles this call: the same call, or for a write any that was done, since a write is never done twice. */
export function entryFor(
  journal: readonly JournalEntry[],
  dialog: Dialog,
  step: DoStep,
  call: WalkCall,
): JournalEntry | undefined {
  return (
    (step.effect === 'write' ? doneWrite(journal, dialog, step) : undefined) ??
    journal.find(({ key }) => key === call.key)
  )
}

export function doneWrite(
  journal: readonly JournalEntry[],
  dialog: Dialog,
  step: DoStep,
): JournalEntry | undefined {
  const prefix = stepPrefix(dialog, step)
  return journal.find(({ key, result }) => result.kind === 'done' && key.startsWith(prefix))
}

/**
 * Notes what came of a call. A read replaces what its step read before; a write stays for good, failed ones too, so that
 * the same write is not tried again by itself. Noting the same call twice keeps the first result.
 */
export function recordActionResult(frame: Frame, call: WalkCall, result: ActionResult): Frame {
  if (frame.journal.some(({ key }) => key === call.key)) return frame
  const prefix = call.key.slice(0, call.key.lastIndexOf('#') + 1)
  const kept =
    call.effect === 'write' ? frame.journal : frame.journal.filter(({ key }) => !key.startsWith(prefix))
  const noted: JournalEntry['result'] =
    result.kind === 'done' ? { kind: 'done', gives: { ...result.gives } } : result
  const entry = {
    do: call.name,
    key: call.key,
    inputs: { ...call.inputs },
    result: noted,
  }
  return { ...frame, journal: [...kept, entry] }
}
