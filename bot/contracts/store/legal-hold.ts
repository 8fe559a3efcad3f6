// A legal hold: what must not be removed for now, because somebody has asked to see it or a case is tried, whatever its time is.
import type { ConversationId } from '../talk/ids'
import type { RetentionClass } from './retention-class'

/**
 * A conversation with its transcript, its files and all records that name it; or a record with all whose id begins with its
 * own and a slash, as a case with what has happened to it.
 */
export type Held =
  | { readonly kind: 'conversation'; readonly conversationId: ConversationId }
  | { readonly kind: 'record'; readonly collection: RetentionClass; readonly id: string }

export interface LegalHold {
  readonly held: Held
  readonly reason: string
  /** Who on the staff. */
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** `held`: nothing was removed. `partly-held`: all but records that are held. */
export type Erasure = 'erased' | 'partly-held' | 'held'

/** What a conversation that its resident had deleted leaves behind. */
export interface Erased {
  readonly erasure: Erasure
  /** Numbers of its cases and bookings: they are public records. */
  readonly cases: readonly string[]
  /** Codes of calls that were promised to its resident and are not made yet. */
  readonly callBacks: readonly string[]
  /** Something was told by SMS on a consent of it, and is not any more. */
  readonly endsNotices: boolean
}

/** Whether one of these holds is on a record of that class. */
export const isRecordHeld = (
  holds: readonly Pick<LegalHold, 'held'>[],
  record: {
    readonly collection: RetentionClass
    readonly id: string
    readonly conversationId?: string | undefined
  },
): boolean =>
  holds.some(({ held }) =>
    held.kind === 'conversation'
      ? held.conversationId === record.conversationId
      : held.collection === record.collection && `${record.id}/`.startsWith(`${held.id}/`),
  )
