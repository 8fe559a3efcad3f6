// The audit lines of grants: who changed what, who looked, who was told. They name the grant, never a person or a number.
import { randomUUID } from 'node:crypto'
import type { RecordWrite } from '../contracts/store/store'
import { grantKeys } from './grant'

export type GrantDeed =
  | 'registered'
  | 'code-sent'
  | 'phone-proved'
  | 'wrong-code'
  | 'changed'
  | 'ended'
  | 'shown'
  | 'looked'
  | 'told'

export interface GrantAudit {
  readonly what: GrantDeed
  /** A member of staff, `relative`, or `house`. */
  readonly by: string
  readonly now: Date
  readonly more?: Readonly<Record<string, string>>
  /** Makes a line that is written again the same line. */
  readonly once?: string
}

export function grantAudit(grant: string, { what, by, now, more, once }: GrantAudit): RecordWrite {
  const at = now.toISOString()
  return {
    collection: 'audit',
    id: `grant/${grant}/${once ?? `${at}/${randomUUID()}`}/${what}`,
    keys: [grantKeys.grant(grant)],
    value: { grant, what, by, at, ...more },
  }
}
