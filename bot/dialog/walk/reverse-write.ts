// Taking a finished write back, or doing it over with other inputs, as its action declares in `undo` and `update`.
import type { Frame, JournalEntry } from '../../contracts/talk/conversation'
import { givesOf, isOfStep } from './action-journal'
import type { Dialog, DoStep, Step } from '../model/model'
import { showInWords, textIn } from '../showing/show-value'
import { flatten } from '../model/step-tree'
import type { WalkEnvironment } from '../model/walk-environment'

export interface FinishedWrite {
  readonly step: DoStep
  readonly entry: JournalEntry
}

const finishedWrites = (dialog: Dialog, frame: Frame): readonly FinishedWrite[] => {
  const writes = flatten(dialog.steps).filter((step) => step.kind === 'do' && step.effect === 'write')
  return frame.journal.flatMap((entry) => {
    const step = writes.find((write) => write.kind === 'do' && isOfStep(entry.key, dialog, write))
    return step?.kind === 'do' && entry.result.kind === 'done' ? [{ step, entry }] : []
  })
}

/**
 * The newest write that was done, also one that was taken back. One that is being done over is not finished.
 * @param isOver the dialog has ended: what was opened to be done over has stayed as it was
 */
export const lastFinishedWrite = (dialog: Dialog, frame: Frame, isOver: boolean): FinishedWrite | undefined =>
  finishedWrites(dialog, frame).findLast(({ entry }) => isOver || entry.state !== 'reopened')

/** By the key of its journal entry. */
export const finishedWrite = (dialog: Dialog, frame: Frame, key: string): FinishedWrite | undefined =>
  finishedWrites(dialog, frame).find(({ entry }) => entry.key === key)

const withState = (frame: Frame, key: string, state: 'undone' | 'reopened'): Frame => ({
  ...frame,
  journal: frame.journal.map((entry) => (entry.key === key ? { ...entry, state } : entry)),
})

export const markUndone = (frame: Frame, key: string): Frame => withState(frame, key, 'undone')

/** Answers before the write can be changed again, what is confirmed is asked anew, and what is said after it said again. */
export function reopenWrite(dialog: Dialog, frame: Frame, { step, entry }: FinishedWrite): Frame {
  const steps = flatten(dialog.steps)
  const behind: readonly Step[] = steps.slice(steps.findIndex(({ key }) => key === step.key) + 1)
  const after = new Set(behind.flatMap((one) => (one.kind === 'say' ? one.id : [])))
  return {
    ...withState(frame, entry.key, 'reopened'),
    confirmed: {},
    said: Object.fromEntries(Object.entries(frame.said).filter(([id]) => !after.has(id))),
  }
}

/** What came of the write, as the resident knows it: results with a label, else the first that is a text. */
export function wordsOfResult(dialog: Dialog, entry: JournalEntry, environment: WalkEnvironment): string {
  const gives = Object.entries(givesOf(entry))
  const labelled = gives.flatMap(([name, value]) => {
    const label = dialog.labels.get(name)
    return label === undefined
      ? []
      : `${textIn(label, environment.language)} ${showInWords(dialog, name, value, environment)}`
  })
  if (labelled.length > 0) return labelled.join(', ')
  return gives.map(([, value]) => value).find((value): value is string => typeof value === 'string') ?? ''
}
