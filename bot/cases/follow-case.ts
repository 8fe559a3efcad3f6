// "Jag också": somebody else has the same fault. They are told what the first one is told, and the department how many they are.
import { createHash } from 'node:crypto'
import type { Case, CaseEvent } from '../contracts/cases/case'
import type { City } from '../contracts/city/city'
import type { OutboxEntry, RecordWrite } from '../contracts/store/store'
import { eventRecord, viewerRecord, type Viewer } from './case-records'
import { deskEntries } from './desk-entries'

export interface Followed {
  readonly records: readonly RecordWrite[]
  readonly outbox: readonly OutboxEntry[]
}

/** Nothing for the conversation that made it, and no news for one that follows it already. */
export function followCase(
  followed: Case,
  follower: Omit<Viewer, 'case' | 'why'>,
  { city, now }: { readonly city: City; readonly now: Date },
): Followed {
  const { conversationId } = follower
  if (followed.conversationId === conversationId) return { records: [], outbox: [] }
  const event: CaseEvent = {
    // Says that it is the same one as before, and not which.
    id: `follower-${createHash('sha256').update(conversationId).digest('hex').slice(0, 16)}`,
    at: now.toISOString(),
    kind: 'follower',
    by: 'resident',
  }
  const isNew = !followed.history.some(({ id }) => id === event.id)
  return {
    records: [
      ...(isNew ? [eventRecord(followed, event)] : []),
      viewerRecord({ ...follower, case: followed.number, why: 'follower' }),
    ],
    outbox: isNew
      ? deskEntries(city, followed.department, { case: followed.number, event: event.id }, now)
      : [],
  }
}
