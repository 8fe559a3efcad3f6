// The walk: from the first step with the answers there are, to the first thing that is missing. Pure; run again every turn.
import type { Frame } from '../../contracts/talk/conversation'
import type { Value } from '../../contracts/talk/value'
import { forgetAnswer, forgottenTooOften } from './forget-answer'
import type { KnownValues } from './known-values'
import type { Dialog } from '../model/model'
import type { Said } from '../texts/said'
import type { WalkEnvironment } from '../model/walk-environment'
import { WalkProgress } from './walk-progress'
import { walkSteps } from './walk-steps'
import type { Stop } from './stop'

export interface Walked {
  /** The frame to keep: answers parked and returned, texts marked as said, the open question named. */
  readonly frame: Frame
  /** In the order to be said, before what the stop itself says. */
  readonly said: readonly Said[]
  readonly stop: Stop
  /** Keys of the steps it came by and of the branches it took. */
  readonly trace: ReadonlySet<string>
  /** Every value by name as the walk knows them at its stop: answers passed, results and values. */
  readonly values: () => Readonly<Record<string, Value>>
}

/**
 * Walks a dialog. Conditions see the answers passed on this walk only, so that where it ends depends on the answers and
 * not on the order they came in. On `does` the caller runs the action, notes it with `recordActionResult` and walks again.
 */
export function walk(dialog: Dialog, frame: Frame, environment: WalkEnvironment): Walked {
  const { progress, stop } = traceWalk(dialog, frame, environment)
  const { said, trace, known } = progress
  return { frame: progress.frame(), said, stop, trace, values: () => valuesOf(known) }
}

const valuesOf = (known: KnownValues): Readonly<Record<string, Value>> =>
  Object.fromEntries(
    known.names().flatMap((name) => {
      const value = known.scope.value(name)
      return value === undefined ? [] : [[name, value] as const]
    }),
  )

/** The walk with its inner state, for those who ask what it came by. */
export function traceWalk(
  dialog: Dialog,
  frame: Frame,
  environment: WalkEnvironment,
): { readonly progress: WalkProgress; readonly stop: Stop } {
  let progress = new WalkProgress(dialog, frame, environment)
  for (;;) {
    const stop = walkSteps(dialog.steps, progress)
    if (stop?.kind === 'changes') {
      progress = progress.again(stop.frame)
      continue
    }
    if (stop?.kind !== 'forgets') {
      if (stop === undefined || stop.kind === 'ended') progress.waitFor(null)
      return { progress, stop: stop ?? { kind: 'ended', status: 'done' } }
    }
    const { step } = stop
    if (forgottenTooOften(progress.start, step))
      return { progress, stop: { kind: 'fault', why: 'forgot-too-often', stepKey: step.key } }
    progress = progress.again(forgetAnswer(dialog, progress.frame(), step))
  }
}

/** A dialog just begun, with nothing answered. */
export function openFrame(dialog: Dialog, { now }: Pick<WalkEnvironment, 'now'>): Frame {
  return {
    dialog: dialog.id,
    shapeHash: dialog.shapeHash,
    answers: {},
    parked: {},
    skipped: [],
    confirmed: {},
    journal: [],
    said: {},
    forgotten: {},
    offered: [],
    ticked: [],
    pages: {},
    open: null,
    misses: 0,
    startedAt: now.toISOString(),
  }
}
