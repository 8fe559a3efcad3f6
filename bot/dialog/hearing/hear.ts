// Puts what was understood into the frame and says what is to be said about it; the walk then goes on from there.
import type { Frame } from '../../contracts/talk/conversation'
import { applyAnswers, settledQuestions } from '../walk/apply-answers'
import type { Applied } from '../walk/apply-answers'
import type { Heard } from './heard'
import type { Interpretation } from '../answers/interpretation'
import { hearCode } from './hear-code'
import type { Dialog } from '../model/model'
import { giveConfirmation, reopen, skip } from '../walk/moves'
import { listOfQuestion } from '../model/list-question'
import { offer } from '../answers/offered-answers'
import { readBack } from '../walk/read-back'
import { turnPage } from '../walk/options-now'
import { note } from '../texts/said'
import type { Said } from '../texts/said'
import { areSame } from '../model/stable-hash'
import type { WalkEnvironment } from '../model/walk-environment'

export function hear(
  dialog: Dialog,
  begun: Frame,
  interpretation: Interpretation,
  environment: WalkEnvironment,
): Heard {
  const { city } = environment
  const frame = withoutWhich(begun)
  switch (interpretation.kind) {
    case 'answers':
      return answered(dialog, frame, interpretation, environment)
    case 'ambiguous':
      return askedBack(dialog, frame, interpretation, environment)
    case 'more':
      return { kind: 'moved', ...turnPage(dialog, frame, interpretation.name, environment) }
    case 'ticked':
      return {
        kind: 'moved',
        frame: { ...frame, ticked: [...new Set([...frame.ticked, interpretation.code])] },
        said: [],
      }
    case 'wrong-code':
    case 'new-code':
      return hearCode(frame, interpretation, environment)
    case 'invalid':
      return { kind: 'refused', frame: missed(frame), said: [interpretation.said] }
    case 'confirmed': {
      const given = giveConfirmation(dialog, frame, environment, interpretation.hash)
      return given.kind === 'confirmed'
        ? { kind: 'moved', frame: given.frame, said: [] }
        : expired(frame, environment)
    }
    case 'stale':
      return { kind: 'moved', frame, said: [note(city, 'button.stale')] }
    case 'reopen': {
      const move = reopen(dialog, frame, interpretation.name, environment)
      return move.kind === 'moved'
        ? { kind: 'moved', frame: move.frame, said: [] }
        : { ...settled(frame, environment), wanted: { answers: [], name: interpretation.name } }
    }
    case 'which':
      return {
        kind: 'asked-which',
        frame: { ...frame, asksWhich: true },
        // The same question again would look as if nobody had read the "ja".
        said: [note(city, begun.asksWhich ? 'confirm.change-which' : 'confirm.change-what')],
      }
    case 'unchanged':
      return { kind: 'moved', frame, said: interpretation.said === undefined ? [] : [interpretation.said] }
    case 'skip':
      return passedOver(dialog, frame, interpretation.name ?? frame.open, environment)
    case 'not-understood':
      return { kind: 'not-understood', frame, said: [] }
  }
}

/** What was asked last is answered, or it was not understood and the confirmation is asked for again. */
function withoutWhich(frame: Frame): Frame {
  const { asksWhich, ...others } = frame
  return asksWhich === undefined ? frame : others
}

type Answered = Extract<Interpretation, { kind: 'answers' }>

function answered(
  dialog: Dialog,
  frame: Frame,
  { answers, corrects, told = [], passesOver = false }: Answered,
  environment: WalkEnvironment,
): Heard {
  const applied = applyAnswers(dialog, frame, answers, environment)
  const heard = heardAnswers(dialog, frame, applied, environment, corrects)
  const said = [...told, ...heard.said]
  if (heard.kind === 'settled') return { ...heard, said, wanted: { answers, name: null } }
  const move = passesOver && heard.kind === 'moved' ? skip(dialog, heard.frame, environment) : undefined
  return move?.kind === 'moved' ? { ...heard, frame: move.frame, said } : { ...heard, said }
}

function passedOver(dialog: Dialog, frame: Frame, name: string | null, environment: WalkEnvironment): Heard {
  if (name !== null && settledQuestions(dialog, frame, environment).has(name))
    return settled(frame, environment)
  const move = skip(dialog, frame, environment, name)
  return move.kind === 'moved'
    ? { kind: 'moved', frame: move.frame, said: [] }
    : { kind: 'refused', frame: missed(frame), said: [note(environment.city, 'question.needed')] }
}

/**
 * Asked the same twice, the resident is not helped by it, and it counts as a miss; so does what may be no answer at all.
 */
function askedBack(
  dialog: Dialog,
  before: Frame,
  { name, values, answers, isDoubtful = false }: Extract<Interpretation, { kind: 'ambiguous' }>,
  environment: WalkEnvironment,
): Heard {
  const applied = applyAnswers(dialog, before, answers, environment)
  const said = [
    ...applied.refused.map((refusal) => refusal.said),
    ...changesOf(dialog, before, applied, environment),
  ]
  const isMiss = isDoubtful || (applied.applied.length === 0 && areSame(before.offered, values))
  const opened = name === before.open ? undefined : reopen(dialog, applied.frame, name, environment)
  if (opened !== undefined && opened.kind !== 'moved') return settled(before, environment)
  const frame = offer(opened?.frame ?? applied.frame, values)
  return isMiss ? { kind: 'refused', frame: missed(frame), said } : { kind: 'moved', frame, said }
}

const missed = (frame: Frame): Frame => ({ ...frame, misses: frame.misses + 1 })

const expired = (frame: Frame, { city }: WalkEnvironment): Heard => ({
  kind: 'moved',
  frame,
  said: [note(city, 'confirm.expired')],
})

const settled = (frame: Frame, { city }: WalkEnvironment): Heard => ({
  kind: 'settled',
  frame,
  said: [note(city, 'person.offer')],
})

function heardAnswers(
  dialog: Dialog,
  before: Frame,
  applied: Applied,
  environment: WalkEnvironment,
  corrects: boolean,
): Heard {
  const said = [
    ...applied.refused.map((refusal) => refusal.said),
    ...changesOf(dialog, before, corrects ? applied : beyondOpenList(dialog, before, applied), environment),
    ...notesOf(dialog, before, applied, environment),
  ]
  if (applied.applied.length > 0) return { kind: 'moved', frame: applied.frame, said }
  if (applied.refused.length > 0) return { kind: 'refused', frame: missed(applied.frame), said }
  if (applied.settled.some((name) => dialog.asks.get(name)?.purpose !== undefined))
    return { ...settled(before, environment), said: [note(environment.city, 'consent.withdrawn')] }
  return applied.settled.length > 0
    ? settled(before, environment)
    : { kind: 'not-understood', frame: before, said: [] }
}

/** What is added to the list that is asked about is no correction. */
const beyondOpenList = (dialog: Dialog, { open }: Frame, applied: Applied): Applied => {
  const list = listOfQuestion(dialog, open)?.name
  return { ...applied, changed: applied.changed.filter((name) => name !== list) }
}

/** A correction is read back, so that the resident sees what we made of it. */
const changesOf = (
  dialog: Dialog,
  before: Frame,
  { changed, frame }: Applied,
  environment: WalkEnvironment,
): readonly Said[] =>
  changed
    .filter((name) => name !== before.open)
    .flatMap((name) => readBack('dialog.changed', dialog, name, frame.answers[name], environment))

/** The open question comes again: who answered another one would think that they were not heard. */
function notesOf(
  dialog: Dialog,
  before: Frame,
  { applied, changed, frame }: Applied,
  environment: WalkEnvironment,
): readonly Said[] {
  const open = listOfQuestion(dialog, before.open)?.name ?? before.open
  if (open === null || applied.includes(open) || dialog.asks.get(open) === undefined) return []
  return applied
    .filter((name) => !changed.includes(name))
    .flatMap((name) => readBack('dialog.noted', dialog, name, frame.answers[name], environment))
}
