// What a resident can do with a dialog beside answering: go back, skip, open a question again, confirm.
import type { Frame } from '../../contracts/talk/conversation'
import { settledQuestions } from './apply-answers'
import { removeAnswer } from './change-answer'
import { backInList, listInside, skipInList } from './list-moves'
import type { Dialog } from '../model/model'
import { traceWalk } from './walk'
import type { WalkEnvironment } from '../model/walk-environment'

/** `moved`: walk the frame again. The others leave it as it was. */
export type Move =
  | { readonly kind: 'moved'; readonly frame: Frame; readonly name: string }
  /** Nothing to go back to, or only what an action has used already. */
  | { readonly kind: 'nothing-before' }
  | { readonly kind: 'not-optional' }
  /** What was asked about has been sent already. */
  | { readonly kind: 'settled'; readonly name: string }

/** Opens the question before the present one again, its answer kept until a new one is given. */
export function goBack(dialog: Dialog, frame: Frame, environment: WalkEnvironment): Move {
  const { progress, stop } = traceWalk(dialog, frame, environment)
  const inList = backInList(dialog, frame, stop)
  if (inList !== undefined) return { kind: 'moved', frame: inList, name: frame.open ?? '' }
  const before = progress.passed
    .slice(progress.settled)
    .findLast(({ how }) => how === 'answered' || how === 'skipped')
  return before === undefined
    ? { kind: 'nothing-before' }
    : { kind: 'moved', frame: open(frame, before.name), name: before.name }
}

/** Opens a question again, its answer kept until a new one is given. A question not asked yet comes in its turn. */
export function reopen(dialog: Dialog, frame: Frame, name: string, environment: WalkEnvironment): Move {
  if (settledQuestions(dialog, frame, environment).has(name)) return { kind: 'settled', name }
  return { kind: 'moved', frame: open(frame, name), name }
}

const open = (frame: Frame, name: string): Frame => ({
  ...frame,
  open: name,
  offered: [],
  ticked: [],
  misses: 0,
})

/**
 * Passes over a question if it is optional, the open one unless told; what was answered before goes. A reopened question
 * that must be answered keeps its answer.
 */
export function skip(
  dialog: Dialog,
  frame: Frame,
  environment: WalkEnvironment,
  name: string | null = frame.open,
): Move {
  const list = listInside(dialog, name)
  if (name !== null && list !== undefined) {
    const passed = skipInList(dialog, frame, list, environment)
    return passed === undefined
      ? { kind: 'not-optional' }
      : { kind: 'moved', frame: { ...passed, misses: 0 }, name }
  }
  const ask = name === null ? undefined : dialog.asks.get(name)
  if (ask === undefined) return { kind: 'not-optional' }
  const open = frame.open === ask.name ? null : frame.open
  const moved = { ...frame, open, misses: 0 }
  if (ask.optional) {
    const cleared = removeAnswer(moved, ask.name)
    return {
      kind: 'moved',
      frame: { ...cleared, open, skipped: [...cleared.skipped, ask.name] },
      name: ask.name,
    }
  }
  return Object.hasOwn(frame.answers, ask.name)
    ? { kind: 'moved', frame: moved, name: ask.name }
    : { kind: 'not-optional' }
}

/** Goes on from the open question without a new answer: the one it has stays, and an optional one without is passed over. */
export function leave(dialog: Dialog, frame: Frame, environment: WalkEnvironment): Move {
  const name = frame.open
  return name !== null && listInside(dialog, name) === undefined && Object.hasOwn(frame.answers, name)
    ? { kind: 'moved', frame: { ...frame, open: null, misses: 0 }, name }
    : skip(dialog, frame, environment)
}

/** Gives the open confirmation for what it shows now. `hash` of a tapped button must be that of now. */
export function giveConfirmation(
  dialog: Dialog,
  frame: Frame,
  environment: WalkEnvironment,
  hash?: string,
): { readonly kind: 'confirmed'; readonly frame: Frame } | { readonly kind: 'expired' } {
  const { stop } = traceWalk(dialog, frame, environment)
  if (stop.kind !== 'confirms' || (hash !== undefined && hash !== stop.hash)) return { kind: 'expired' }
  const confirmed = { ...frame.confirmed, [stop.step.name]: stop.hash }
  return { kind: 'confirmed', frame: { ...frame, confirmed, open: null, misses: 0 } }
}

/** Questions that could be changed now, in the order asked: for the buttons under "what do you want to change?". */
export function changeableQuestions(
  dialog: Dialog,
  frame: Frame,
  environment: WalkEnvironment,
): readonly string[] {
  const { passed, settled } = traceWalk(dialog, frame, environment).progress
  return passed.slice(settled).map(({ name }) => name)
}
