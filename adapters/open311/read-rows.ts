// What a GeoReport server answered: a list of service requests, or one; and what the house makes of its status.
import { caseStatuses, type CaseStatus } from '../../bot/contracts/cases/case'
import type { DeskStatus } from '../../bot/contracts/cases/desk-status'
import type { SentRequest } from '../../bot/contracts/cases/outgoing-request'

type Row = Readonly<Record<string, unknown>>

const mostRows = 1_000

/** Some wrap the list (`{ service_requests: [...] }`), some leave it out for a single one. */
export function readRows(sent: SentRequest): readonly Row[] {
  if (sent.kind === 'unanswered' || sent.status < 200 || sent.status > 299) return []
  const { body } = sent
  const wrapped = isRow(body) ? (body['service_requests'] ?? body['requests'] ?? [body]) : body
  return Array.isArray(wrapped) ? wrapped.slice(0, mostRows).filter(isRow) : []
}

export const readFirst = (sent: SentRequest): Row | undefined => readRows(sent)[0]

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Our own words among the notes say more than open and closed; a system that has others says one of these two. */
export function statusIn(row: Row): DeskStatus {
  const { status, status_notes: notes, updated_datetime: updated } = row
  const told = typeof notes === 'string' ? notes.trim().slice(0, 200) : ''
  const ours = caseStatuses.find((word) => told.startsWith(word))
  const known = ours ?? (status === 'closed' ? ('Klart' satisfies CaseStatus) : undefined)
  const at = typeof updated === 'string' && !Number.isNaN(Date.parse(updated)) ? new Date(updated) : undefined
  return {
    ...(known && { status: known }),
    ...(known === 'Klart' && { fixed: !/inte åtgärdat|not fixed|no action/iu.test(told) }),
    ...(at && { at: at.toISOString() }),
  }
}
