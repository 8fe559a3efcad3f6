// Where a department works: what the house tells it of its cases, behind one port whatever system it has.
import type { Case, CaseEvent, CaseStatus } from './case'

export const deskKinds = ['email', 'webhook', 'open311'] as const
export type DeskKind = (typeof deskKinds)[number]

/** As `departments.<id>.desk` of `dialogs/city.yaml` says: an e-mail address, or the address of a system. */
export interface Desk {
  readonly kind: DeskKind
  /** `felanmalan@example.se`, `https://desk.example.se/cases`, `https://open311.example.se/v2`. */
  readonly to: string
}

/** Something of a case that its department gets to know: that it was made, or what happened to it later. */
export interface DeskDelivery {
  readonly case: Case
  /** Its first is the one of kind `created`. */
  readonly event: CaseEvent
  readonly desk: Desk
  /** The same for every attempt, for the other side to take it once. */
  readonly key: string
}

export type Delivered =
  | { readonly kind: 'delivered'; readonly externalId?: string }
  /** Trying again may help. `reason` holds nobody's words. */
  | { readonly kind: 'failed'; readonly reason: string; readonly afterMs?: number }
  /** Trying again does not help. */
  | { readonly kind: 'refused'; readonly reason: string }

export interface CaseDesk {
  /** Never rejects for what the other side did. */
  deliver(delivery: DeskDelivery): Promise<Delivered>
}

/** What a desk says of one of its cases. */
export interface DeskNews {
  /** The desk's own; one that comes twice happened once. */
  readonly id: string
  readonly status?: CaseStatus
  /** Of `Klart`: false when it was closed but not mended. */
  readonly fixed?: boolean
  /** For the resident. */
  readonly text?: string
  /** The case is not theirs: id of the department whose it is. Then without a status. */
  readonly moved?: string
}

/**
 * `unknown`: there is no such case, or it is another department's. `taken`: it said something else under this id.
 * `not-movable`: no such department, one that is told nothing, a case that is done, or one that was moved too often.
 */
export type HeardDesk = 'added' | 'repeated' | 'taken' | 'unknown' | 'not-movable'
export type HearDesk = (department: string, number: string, news: DeskNews) => Promise<HeardDesk>

export const deskEntryKind = (kind: DeskKind): string => `desk-${kind}`
