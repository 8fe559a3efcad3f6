// Desks that are asked what became of a case, because they do not tell.
import type { CaseStatus } from './case'
import type { Desk } from './case-desk'

export interface DeskQuestion {
  readonly desk: Desk
  readonly department: string
  /** What the desk calls the case. */
  readonly externalId: string
}

export interface DeskStatus {
  /** When the desk calls it otherwise now: a receipt has become a number. */
  readonly externalId?: string
  readonly status?: CaseStatus
  /** Of `Klart`: false when it was closed but not mended. */
  readonly fixed?: boolean
  /** ISO 8601; when it came to be so. */
  readonly at?: string
}

export interface AskedDesk {
  /** Undefined when there is no usable answer now. Never rejects. */
  statusOf(question: DeskQuestion): Promise<DeskStatus | undefined>
}
