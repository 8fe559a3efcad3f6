// An errand with a number and a status. What happens to it is a row of events, and the case is what they add up to, so that a
// desk and a resident who write at the same moment never overwrite each other.
import type { ConversationId } from '../talk/ids'
import type { Language } from '../talk/language'
import type { Channel } from '../talk/message'
import type { SentFile } from '../talk/sent-file'
import type { Value } from '../talk/value'
import type { Worded } from '../talk/worded'

/** The words residents know, as they read them; the first five in the order they come, the last when nothing more can come. */
export const caseStatuses = [
  'Inskickat',
  'Under behandling',
  'Väntar på komplettering',
  'Kompletterad',
  'Klart',
  'Arkiverat',
] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const isClosed = (status: CaseStatus): boolean => status === 'Klart' || status === 'Arkiverat'

export const caseEventKinds = [
  'created',
  'status',
  'note',
  'follower',
  'attachment',
  'reopened',
  'moved',
] as const
export type CaseEventKind = (typeof caseEventKinds)[number]

export interface CaseEvent {
  /** Names it within its case, for good: one with the same id happened once. */
  readonly id: string
  /** ISO 8601. */
  readonly at: string
  readonly kind: CaseEventKind
  /** The case has it from here on. */
  readonly status?: CaseStatus
  /** Of a status `Klart`: false when it was closed but not mended. */
  readonly fixed?: boolean
  readonly by: 'resident' | 'desk' | 'house'
  /** For the resident, in words that they may read. */
  readonly text?: string
  /** Of an attachment. */
  readonly files?: readonly SentFile[]
  /** Of a move: ids of the department that had the case, and of the one that has it from here on. */
  readonly from?: string
  readonly to?: string
}

/** An event of a case, as outbox entries name it: all else is read when they are done. */
export interface CaseErrand {
  /** Its number. */
  readonly case: string
  readonly event: string
}

export interface CasePlace {
  /** As the resident wrote it, or as the register of addresses has it. */
  readonly text: string
  /** WGS 84, degrees; both or neither. */
  readonly lat?: number
  readonly lon?: number
  /** Who owns the road there, as the register of addresses says: `kommun`, `trafikverket`, `enskild`. */
  readonly roadOwner?: string
}

/** Everything about it that was known when it was made and does not change. */
export interface MadeCase {
  /** `F-2026-000123`. */
  readonly number: string
  /** What it is about: `light`, `pothole`, `wedding`; also what routing rules and Open311 services name. */
  readonly class: string
  /** Id of the department of `dialogs/city.yaml` that got it; of a `Case` the one that has it now. */
  readonly department: string
  /** ISO 8601. */
  readonly at: string
  readonly channel: Channel | 'open311'
  readonly language: Language
  readonly place?: CasePlace
  /** What the errand's dialog asked, by the names of the action's inputs; may hold a contact. */
  readonly facts: Readonly<Record<string, Value>>
  /** The same as people read it; may hold a contact. */
  readonly worded?: Worded
  readonly description?: string
  readonly files: readonly SentFile[]
  /** In which it was made; none where it came from another system. */
  readonly conversationId?: ConversationId
  /** Of one made over SMS: our number and the resident's, E.164. */
  readonly phone?: { readonly ours: string; readonly theirs: string }
}

export interface Case extends MadeCase {
  readonly status: CaseStatus
  /** Null until it is `Klart`; then false when it was closed but not mended. */
  readonly fixed: boolean | null
  /** Oldest first. */
  readonly history: readonly CaseEvent[]
  /** Desk → what it calls the case. */
  readonly externalIds: Readonly<Record<string, string>>
  /** How many others said "jag också". */
  readonly followers: number
}
