// Where a walk ends: what it waits for, or how the dialog is over.
import type { WalkCall } from './action-journal'
import type { AskStep, ConfirmStep, DoStep, HandoffStep, ListStep } from '../model/model'
import type { ShownOptions } from '../model/pick-options'
import type { Said } from '../texts/said'
import type { SummaryLine } from './summary'

export type Stop =
  | {
      readonly kind: 'asks'
      readonly step: AskStep
      readonly question: Said
      /** Of a question that has them from an action or a result. */
      readonly options?: ShownOptions
      /** Of an inner question: the list and which of its items. */
      readonly item?: { readonly list: ListStep; readonly index: number }
    }
  | {
      readonly kind: 'confirms'
      readonly step: ConfirmStep
      readonly question: Said
      readonly summary: readonly SummaryLine[]
      /** Of everything the confirmation stands for; goes into its button, so that an old button confirms nothing new. */
      readonly hash: string
    }
  /** The caller sends a code, notes it with `withSentCode`, or with `withoutCode` when it may not, and walks again. */
  | {
      readonly kind: 'sends-code'
      readonly step: AskStep
      readonly to: string
      /** Of a code that takes the place of another: said when it is sent. */
      readonly told?: Said
    }
  | { readonly kind: 'does'; readonly step: DoStep | AskStep; readonly call: WalkCall }
  | { readonly kind: 'hands-off'; readonly step: HandoffStep; readonly reason: Said; readonly closed?: Said }
  /** A call goes to a dialog that may not begin today. */
  | { readonly kind: 'not-now'; readonly dialog: string }
  | { readonly kind: 'ended'; readonly status: string; readonly offers?: 'call' }
  | { readonly kind: 'fault'; readonly why: WalkFault; readonly stepKey: string }

/**
 * `nothing-to-choose`: a question has no options and nothing is written for that. `too-many-steps`: more than 200 visits. `unconfirmed-write`: a write without a confirmation for exactly the present
 * answers. `unhandled-failure`: an action failed in a way its step has no branch for. `forgot-too-often`: a `forget` has
 * cleared its answer three times before.
 */
export type WalkFault =
  | 'nothing-to-choose'
  | 'too-many-steps'
  | 'unconfirmed-write'
  | 'unhandled-failure'
  | 'forgot-too-often'
