// When an entry of the outbox is due.
import type { OutboxEntry } from './store'

/** Milliseconds since 1970. @throws RangeError when the entry's time is none. */
export function dueMs(entry: OutboxEntry): number {
  const ms = Date.parse(entry.dueAt)
  if (Number.isNaN(ms)) {
    throw new RangeError(
      `outbox entry ${entry.id}: dueAt must be an ISO 8601 time, such as 2026-12-24T15:00:00Z`,
    )
  }
  return ms
}
