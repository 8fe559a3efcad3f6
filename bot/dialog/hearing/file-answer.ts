// Where files that a resident sent belong in an open dialog: to the question that waits, or to one that was passed over or is
// still to come.
import type { Frame } from '../../contracts/talk/conversation'
import { areSentFiles, type SentFile } from '../../contracts/talk/sent-file'
import { settledQuestions } from '../walk/apply-answers'
import { holds } from '../condition/evaluate'
import { answerIn } from '../model/frame-answers'
import type { AskStep, Dialog } from '../model/model'
import type { ReadValue } from '../model/read-value'
import { traceWalk } from '../walk/walk'
import type { WalkEnvironment } from '../model/walk-environment'

export type FilesMeant =
  | { readonly kind: 'answer'; readonly answer: ReadValue }
  /** No question of the dialog takes them. */
  | { readonly kind: 'nowhere' }
  /** A document where a picture is wanted. */
  | { readonly kind: 'photo-only' }
  /** More than the question takes, with those it has. */
  | { readonly kind: 'too-many'; readonly max: number }

/** Reads `frame.open`, so the frame must have been walked. */
export function interpretFiles(
  dialog: Dialog,
  frame: Frame,
  files: readonly SentFile[],
  environment: WalkEnvironment,
): FilesMeant {
  const asks = asksFor(dialog, frame, environment)
  const open = asks.find(({ name }) => name === frame.open)
  if (open !== undefined) return asAnswer(frame, open, files)
  const [empty, answered] = [false, true].map((isAnswered) =>
    asks.filter(({ name }) => (answerIn(frame, name) !== undefined) === isAnswered),
  )
  const meant = [...(empty ?? []), ...(answered ?? [])].map((ask) => asAnswer(frame, ask, files))
  return meant.find(({ kind }) => kind === 'answer') ?? meant[0] ?? { kind: 'nowhere' }
}

/**
 * Questions for files that the walk waits at, has come by, or is sure to come by: of one whose condition may not hold when
 * it is reached the answer would go nowhere.
 */
function asksFor(dialog: Dialog, frame: Frame, environment: WalkEnvironment): readonly AskStep[] {
  const settled = settledQuestions(dialog, frame, environment)
  const { progress } = traceWalk(dialog, frame, environment)
  const passed = new Set(progress.passed.map(({ name }) => name))
  const isAhead = (ask: AskStep): boolean =>
    dialog.steps.includes(ask) && (ask.onlyIf === undefined || holds(ask.onlyIf, progress.known.scope))
  return [...dialog.asks.values()].filter(
    (ask) =>
      ask.files !== undefined &&
      !settled.has(ask.name) &&
      (ask.name === frame.open || passed.has(ask.name) || isAhead(ask)),
  )
}

/** Those sent later come to those sent before, unless the question is asked anew or takes one only. */
function asAnswer(frame: Frame, ask: AskStep, files: readonly SentFile[]): FilesMeant {
  const max = ask.files?.max ?? 1
  const isAnew = ask.name === frame.open || max === 1
  const before = isAnew ? [] : filesIn(frame, ask.name)
  if (ask.types.includes('photo') && files.some(({ kind }) => kind !== 'photo')) return { kind: 'photo-only' }
  if (before.length + files.length > max) return { kind: 'too-many', max }
  return { kind: 'answer', answer: toAnswer(ask, [...before, ...files]) }
}

function filesIn(frame: Frame, name: string): readonly SentFile[] {
  const value = answerIn(frame, name)?.value
  return areSentFiles(value) ? value : []
}

const toAnswer = ({ name }: AskStep, files: readonly SentFile[]): ReadValue => ({
  name,
  value: files,
  raw: '',
  source: 'tapped',
})
