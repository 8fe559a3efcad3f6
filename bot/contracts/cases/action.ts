// What a dialog's `do` calls. Typed for staff in `dialogs/actions.yaml`; done by an adapter behind this port.
import type { ConversationId } from '../talk/ids'
import type { Language } from '../talk/language'
import type { Channel } from '../talk/message'
import type { OutboxEntry, RecordWrite } from '../store/store'
import type { Value } from '../talk/value'
import type { Worded } from '../talk/worded'

export interface ActionCall {
  readonly name: string
  readonly inputs: Readonly<Record<string, Value>>
  /** Of a step `do`: its inputs as people read them. */
  readonly worded?: Worded
  /** The same for a repeat of the same call (conversation + step + inputs), so that a write is never done twice. */
  readonly idempotencyKey: string
  /** This write was begun before and its end is not known: perhaps it is done. */
  readonly repeated?: boolean
  readonly conversationId: ConversationId
  /** Id of the dialog that calls. */
  readonly dialog: string
  /** Id of the department that owns it. */
  readonly owner?: string
  /** Over SMS: our number and the resident's, E.164. */
  readonly phone?: { readonly ours: string; readonly theirs: string }
  readonly channel: Channel
  /** The resident's. */
  readonly language: Language
  /** What the dialog's texts are there in, where they have no translation to that: what an action words stands in them. */
  readonly spoken?: Language
  readonly now: Date
}

export type ActionResult =
  | {
      readonly kind: 'done'
      readonly gives: Readonly<Record<string, Value>>
      /** Kept in the same commit as the turn: either both are there or neither. */
      readonly records?: readonly RecordWrite[]
      readonly outbox?: readonly OutboxEntry[]
    }
  /** `failure` is one of the action's declared `fails`, or `unavailable`. */
  | { readonly kind: 'failed'; readonly failure: string }

/** Runs an action. Never throws for what the other side did: that is a `failed` result. */
export type RunAction = (call: ActionCall) => Promise<ActionResult>
