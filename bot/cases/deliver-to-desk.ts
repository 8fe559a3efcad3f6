// The deed of an outbox entry `desk-…`: a department is told of its case, at the desk it has now.
import type { Case, CaseEvent } from '../contracts/cases/case'
import type { CaseDesk, DeskKind } from '../contracts/cases/case-desk'
import type { City } from '../contracts/city/city'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { Store } from '../contracts/store/store'
import { toEntryResult } from '../outbox/desk-result'
import { externalIdRecord } from './case-records'
import { readErrand } from './read-errand'

export interface DeliverToDeskParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord'>
  readonly city: () => City
  /** Those that are set up. */
  readonly desks: Readonly<Partial<Record<DeskKind, CaseDesk>>>
}

export const deliverToDesk =
  ({ store, city, desks }: DeliverToDeskParts): DoEntry =>
  async (entry) => {
    const errand = await readErrand(store, entry.payload)
    if (errand.kind !== 'errand') return errand
    const { told, event } = errand
    // What happened before a move is told with it, all at once, to the department that has it then.
    if (isOverBy(told, event)) return { kind: 'dropped', reason: 'the case is another department’s now' }
    const desk = city().departments.get(told.department)?.desk
    if (desk === undefined) return { kind: 'dropped', reason: 'the department has no desk any more' }
    const door = desks[desk.kind]
    // Tried again like one that is down: it may be set up at the next start.
    if (door === undefined) return { kind: 'retry', reason: `no ${desk.kind} is set up` }
    const delivered = await door.deliver({ case: told, event, desk, key: entry.id })
    if (delivered.kind === 'delivered' && delivered.externalId !== undefined)
      await store.putRecord(externalIdRecord(told, told.department, delivered.externalId))
    return toEntryResult(delivered)
  }

const isOverBy = ({ history, department }: Case, event: CaseEvent): boolean =>
  event.kind === 'moved'
    ? event.to !== department
    : history.slice(history.indexOf(event)).some(({ kind, to }) => kind === 'moved' && to === department)
