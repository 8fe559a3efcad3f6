// Follows every way through a dialog: does it end, is anything never reached, is a write confirmed, is an answer there?
import type { Texts } from '../../../contracts/talk/texts'
import type { YamlMap } from '../../../yaml/node'
import { entryOf } from '../../../yaml/node'
import type { Expression } from '../../model/condition'
import { words, type Words } from '../../model/finding'
import { isList } from '../../model/list-question'
import type {
  AskStep,
  CallStep,
  Dialog,
  DoStep,
  ForgetStep,
  IfStep,
  ListStep,
  OptionSource,
  Step,
} from '../../model/model'
import { askBranches } from '../../model/step-tree'
import type { DialogReading } from '../names/dialog-reading'
import { anyWord } from '../fields/field-words'
import {
  assume,
  beginning,
  collect,
  confirmHere,
  end,
  inFailure,
  isAlways,
  isCollected,
  isConfirmed,
  leaveCondition,
  mayBeCollected,
  merge,
  voidConfirmation,
  type FlowState,
} from '../steps/flow-state'
import { checkSpokenNames, checkUsedName, checkUsedNames, type FlowChecking } from './check-collected'
import { reportContradiction } from './check-contradiction'
import { reportTooEarly } from './check-too-early'
import { checkForget, reportRing } from '../steps/read-forget'

export function checkFlow(
  dialog: Pick<Dialog, 'steps' | 'values' | 'asks'>,
  root: YamlMap,
  reading: DialogReading,
): void {
  const values = new Map(dialog.values.map(({ name, expression }) => [name, expression]))
  const checking: FlowChecking = {
    reading,
    values,
    asks: dialog.asks,
    told: new Set(),
    met: { anEnd: false, aRing: false },
  }
  const last = followAll(dialog.steps, beginning, checking)
  if (
    last.ended ||
    dialog.steps.length === 0 ||
    isDropped(['end', 'handoff', 'forget', 'if', 'do', 'call'], reading)
  )
    return
  reading.report.fault(
    'D021',
    dialog.steps.at(-1)?.place ?? entryOf(root, 'steps')?.key ?? root,
    words(
      'dialogen tar slut utan "end" på någon väg',
      'on some way the dialog runs out without an "end"',
      'Lägg till "- end: done" sist.',
      'Add "- end: done" last.',
    ),
  )
}

/** One of these steps could not be read; what only its absence causes is not told. */
const isDropped = (wanted: readonly string[], { dropped }: DialogReading): boolean =>
  [anyWord, ...wanted].some((word) => dropped.has(word))

function followAll(steps: readonly Step[], from: FlowState, checking: FlowChecking): FlowState {
  let state = from
  for (const [index, step] of steps.entries()) {
    if (state.ended) {
      reportUnreachable(step, steps[index - 1], checking)
      return state
    }
    state = follow(step, state, checking)
  }
  return state
}

function reportUnreachable(step: Step, before: Step | undefined, { reading, met }: FlowChecking): void {
  // Nobody gets past a ring either; it is told where it is.
  if (!met.aRing) reading.report.fault('D020', step.place, whyUnreachable(before))
}

function whyUnreachable(before: Step | undefined): Words {
  if (before?.kind === 'end')
    return words(
      `hit kommer ingen: "end" på rad ${before.place.line} slutar samtalet`,
      `nobody gets here: the "end" on line ${before.place.line} ends the talk`,
      'Flytta den raden så att den står sist, eller ta bort stegen efter den.',
      'Move that line so that it stands last, or remove the steps after it.',
    )
  if (before?.kind === 'forget')
    return words(
      `hit kommer ingen: "forget" på rad ${before.place.line} går tillbaka till frågan "${before.name}"`,
      `nobody gets here: the "forget" on line ${before.place.line} goes back to the question "${before.name}"`,
      'Ta bort stegen efter den raden, eller skriv "only if:" under den med när frågan ska ställas igen.',
      'Remove the steps after that line, or write "only if:" below it with when the question shall be asked again.',
    )
  return words(
    'hit kommer ingen: på varje väg före det har samtalet slutat, lämnats över eller börjat om',
    'nobody gets here: on every way before it the talk has ended, been handed over or begun again',
    'Ta bort det, eller flytta upp det.',
    'Remove it, or move it up.',
  )
}

function follow(step: Step, state: FlowState, checking: FlowChecking): FlowState {
  const onlyIf = step.onlyIf
  if (onlyIf === undefined) return run(step, state, checking)
  checkCondition(onlyIf, state, checking)
  return leaveCondition(state, run(step, assume(state, onlyIf), checking))
}

/** D020 where the question comes only later or the way here rules it out, else D042 where it may not have been answered. */
function checkCondition(condition: Expression, state: FlowState, checking: FlowChecking): void {
  if (reportTooEarly(condition, state, checking) || reportContradiction(condition, state, checking)) return
  checkUsedNames(condition, state, checking)
}

function run(step: Step, state: FlowState, checking: FlowChecking): FlowState {
  switch (step.kind) {
    case 'say':
      checkSpokenNames(step.text, step.place, state, checking)
      return state
    case 'ask':
      return isList(step) ? runList(step, state, checking) : runAsk(step, state, checking)
    case 'confirm':
      checkSpokenNames(step.question, step.place, state, checking)
      return collect(confirmHere(state), step.name)
    case 'if':
      return runIf(step, state, checking)
    case 'do':
      return runDo(step, state, checking)
    case 'call':
      return runCall(step, state, checking)
    case 'forget':
      return runForget(step, state, checking)
    case 'handoff':
      speak([step.text, step.closed], step, state, checking)
      return endHere(state, checking)
    case 'end':
      return endHere(state, checking)
  }
}

function endHere(state: FlowState, { met }: FlowChecking): FlowState {
  met.anEnd = true
  return end(state)
}

/** What it asks voids a confirmation before it; what it takes over is there when it ended well. */
function runCall(step: CallStep, state: FlowState, checking: FlowChecking): FlowState {
  const called = voidConfirmation(state)
  const done = step.gives.reduce((given, { as }) => collect(given, as), called)
  return runFailures(step.ifFails, { called, done }, checking)
}

function runFailures(
  ifFails: DoStep['ifFails'],
  { called, done }: { readonly called: FlowState; readonly done: FlowState },
  checking: FlowChecking,
): FlowState {
  return [...ifFails.values()].reduce(
    (merged, steps) => merge(called, merged, followAll(steps, inFailure(called), checking)),
    done,
  )
}

/** The walk goes on from the first step: as far as this way is concerned, it is over. */
function runForget(step: ForgetStep, state: FlowState, checking: FlowChecking): FlowState {
  const { reading, asks, met } = checking
  if (reading.dropped.size > 0) return end(state)
  const isSound = checkForget(step, asks.get(step.name), state, reading)
  // Every way comes here, and none has ended before.
  if (isSound && isAlways(state) && !met.anEnd) {
    met.aRing = true
    reportRing(step, reading)
  }
  return end(state)
}

function runAsk(step: AskStep, state: FlowState, checking: FlowChecking): FlowState {
  speak([step.question, step.hint, step.why], step, state, checking)
  const isOptional = step.optional && step.default === undefined
  const asked = collect(voidConfirmation(state), step.name, isOptional)
  // While its own `must` is looked at, the answer is there.
  const answered = collect(state, step.name)
  if (step.must !== undefined) checkUsedNames(step.must, answered, checking)
  speak([step.else], step, answered, checking)
  if (step.to !== undefined) checkUsedNames(step.to, state, checking)
  if (step.pick !== undefined) checkOptions(step.pick, state, checking)
  const branches = askBranches(step)
  return branches.size === 0
    ? asked
    : runFailures(branches, { called: voidConfirmation(state), done: asked }, checking)
}

/** What the options are read with, or the list they are, must be there. */
function checkOptions({ from }: OptionSource, state: FlowState, checking: FlowChecking): void {
  if (from.kind === 'action') checkInputs(from, state, checking)
  else checkUsedName(from.name, from.place, state, checking)
}

/** Each inner question may use the answers about its item that come before it. */
function runList(step: ListStep, state: FlowState, checking: FlowChecking): FlowState {
  speak([step.question, step.hint, step.why, step.list.more], step, state, checking)
  step.list.each.reduce((inside, inner) => follow(inner, inside, checking), state)
  const names = [step.name, ...step.list.each.map(({ name }) => name)]
  const collectAll = (from: FlowState, optional: boolean) =>
    names.reduce((collected, name) => collect(collected, name, optional), from)
  const answered = collectAll(state, false)
  if (step.must !== undefined) checkUsedNames(step.must, answered, checking)
  speak([step.else], step, answered, checking)
  return collectAll(voidConfirmation(state), step.optional)
}

function runIf(step: IfStep, state: FlowState, checking: FlowChecking): FlowState {
  checkCondition(step.condition, state, checking)
  const then = followAll(step.then, assume(state, step.condition), checking)
  const negated: Expression = { kind: 'not', part: step.condition, span: step.condition.span }
  return merge(state, then, followAll(step.else, assume(state, negated), checking))
}

function runDo(step: DoStep, state: FlowState, checking: FlowChecking): FlowState {
  const { reading } = checking
  checkInputs(step, state, checking)
  const mayBeConfirmed = isConfirmed(state) || isDropped(['confirm', 'if'], reading)
  if (step.effect === 'write' && !mayBeConfirmed) reportUnconfirmed(step, checking)
  const done = step.gives.reduce((given, name) => collect(given, name), state)
  return runFailures(step.ifFails, { called: state, done }, checking)
}

function checkInputs(
  { action, with: inputs }: Pick<DoStep, 'action' | 'with'>,
  state: FlowState,
  checking: FlowChecking,
): void {
  const optional = checking.reading.actions.get(action)?.optionalTakes ?? []
  for (const { name, expression } of inputs)
    checkUsedNames(expression, state, checking, optional.includes(name) ? mayBeCollected : isCollected)
}

const reportUnconfirmed = (step: DoStep, { reading }: FlowChecking): void =>
  reading.report.fault(
    'D030',
    step.place,
    words(
      `"${step.action}" ändrar något, men inget har bekräftats före det på någon väg`,
      `"${step.action}" changes things, but on some way nothing was confirmed before it`,
      'Lägg till ett "confirm" efter den sista frågan och före "do".',
      'Add a "confirm" after the last question and before the "do".',
    ),
  )

function speak(
  texts: readonly (Texts | undefined)[],
  step: Step,
  state: FlowState,
  checking: FlowChecking,
): void {
  for (const text of texts) if (text !== undefined) checkSpokenNames(text, step.place, state, checking)
}
