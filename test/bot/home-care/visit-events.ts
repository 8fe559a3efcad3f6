// Events of visits for tests: whole ones, of which a test says only what it is about.
import type { VisitEvent, VisitEventType } from '../../../bot/contracts/home-care/home-care'

/** A Tuesday in winter: the city's clock is an hour ahead. */
export const morning = { start: '2026-11-24T07:00:00.000Z', end: '2026-11-24T08:00:00.000Z' }

let made = 0
export function visitEvent(type: VisitEventType, seq: number, changes: Partial<VisitEvent> = {}): VisitEvent {
  made += 1
  return {
    eventId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    type,
    visitId: 'visit-1',
    clientRef: 'client-1',
    seq,
    occurredAt: '2026-11-24T07:41:00.000Z',
    ...(type === 'planned' || type === 'changed' ? { window: morning } : {}),
    ...changes,
  }
}
