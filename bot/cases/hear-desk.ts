// A desk says something of one of its cases: kept as an event, and everybody who follows the case is told.
import type { CaseEvent } from '../contracts/case'
import type { DeskErrand, DeskNews, HearDesk } from '../contracts/case-desk'
import type { Clock } from '../contracts/clock'
import type { OutboxEntry, Store } from '../contracts/store'
import { addEvent } from './add-event'
import { readCase } from './read-case'

export const tellCaseKind = 'tell-case'

/** Those who see the case are told of this. */
export const tellCaseEntry = (errand: DeskErrand, dueAt: Date): OutboxEntry => ({
  id: `tell/${errand.case}/${errand.event}`,
  kind: tellCaseKind,
  dueAt: dueAt.toISOString(),
  payload: errand,
})

export interface HearDeskParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'keepOnce' | 'enqueue'>
  readonly clock: Clock
}

export const hearDesk =
  ({ store, clock }: HearDeskParts): HearDesk =>
  async (department, number, news) => {
    const told = await readCase(store, number)
    // Whether it is another department's or nobody's is not for this one to know.
    if (told?.department !== department) return 'unknown'
    const now = clock.now()
    const added = await addEvent(store, told, eventOf(news, now))
    if (added.kind === 'taken') return 'taken'
    // Also for a repeat: a process may have died between the event and this.
    await store.enqueue(tellCaseEntry({ case: number, event: added.event.id }, now))
    return added.kind
  }

/** Ids of desks are apart from the house's own. */
const eventOf = ({ id, status, fixed, text }: DeskNews, now: Date): CaseEvent => ({
  id: `desk-${id}`,
  at: now.toISOString(),
  kind: status === undefined ? 'note' : 'status',
  by: 'desk',
  ...(status !== undefined && { status }),
  ...(fixed !== undefined && { fixed }),
  ...(text !== undefined && { text }),
})
