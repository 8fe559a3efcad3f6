// A desk says something of one of its cases: kept as an event, and everybody who follows the case is told.
import { isClosed, type Case, type CaseErrand, type CaseEvent } from '../contracts/cases/case'
import type { DeskNews, HearDesk } from '../contracts/cases/case-desk'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import type { OutboxEntry, Store } from '../contracts/store/store'
import { addEvent } from './add-event'
import { deskEntries } from './desk-entries'
import { departmentAt, timeAfter } from './fold-case'
import { readCase } from './read-case'
import { takesCase } from './takes-case'

export const tellCaseKind = 'tell-case'

/** Those who see the case are told of this. */
const tellCaseEntry = (errand: CaseErrand, dueAt: Date): OutboxEntry => ({
  id: `tell/${errand.case}/${errand.event}`,
  kind: tellCaseKind,
  dueAt: dueAt.toISOString(),
  payload: errand,
})

export interface HearDeskParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'keepOnce' | 'enqueue'>
  readonly city: () => City
  readonly clock: Clock
}

/** So that departments that send a case to and fro have to talk to each other. */
export const mostMoves = 5

export const hearDesk =
  ({ store, city, clock }: HearDeskParts): HearDesk =>
  async (department, number, news) => {
    const told = await readCase(store, number)
    if (told === undefined) return 'unknown'
    const now = clock.now()
    const event = eventOf(department, news, told, now)
    const before = told.history.find(({ id }) => id === event.id)
    const wasTheirs = before !== undefined && departmentAt(told, before) === department
    // Whether it is another department's or nobody's is not for this one to know. What it said while it had it is known to it.
    if (told.department !== department && !wasTheirs) return 'unknown'
    if (event.kind === 'moved' && before === undefined && !mayMove(told, event, city())) return 'not-movable'
    const added = await addEvent(store, told, event)
    if (added.kind === 'taken') return 'taken'
    // Also for a repeat: a process may have died between the event and this.
    const errand = { case: number, event: added.event.id }
    await store.enqueue(tellCaseEntry(errand, now))
    for (const entry of deskEntries(city(), added.event.to ?? '', errand, now)) await store.enqueue(entry)
    return added.kind
  }

/** Only to where somebody gets it, and only while there is something to do. */
function mayMove(told: Case, { to = '' }: CaseEvent, city: City): boolean {
  const { status, department, history } = told
  const moves = history.filter(({ kind }) => kind === 'moved').length
  const desk = city.departments.get(to)?.desk
  return (
    !isClosed(status) && to !== department && moves < mostMoves && desk !== undefined && takesCase(desk, told)
  )
}

const eventOf = (
  department: string,
  { id, status, fixed, text, moved }: DeskNews,
  told: Case,
  now: Date,
): CaseEvent => ({
  id: idOf(department, id, told),
  at: timeAfter(told, now),
  kind: moved !== undefined ? 'moved' : status === undefined ? 'note' : 'status',
  by: 'desk',
  ...(status !== undefined && { status }),
  ...(fixed !== undefined && { fixed }),
  ...(text !== undefined && { text }),
  ...(moved !== undefined && { from: department, to: moved }),
})

/** Ids of desks are apart from the house's own, and those of a department that got the case later from those of the first. */
function idOf(department: string, id: string, { history, department: current }: Case): string {
  const first = history.find(({ kind }) => kind === 'moved')?.from ?? current
  return department === first ? `desk-${id}` : `desk-${department}/${id}`
}
