// A case is what its events add up to; pure. Events may come late, twice, or together with others.
import type { Case, CaseEvent, CaseStatus, MadeCase } from '../contracts/cases/case'

type Standing = Pick<Case, 'status' | 'fixed' | 'department'>

export const createdEvent = ({ at }: Pick<MadeCase, 'at'>): CaseEvent => ({
  id: 'created',
  at,
  kind: 'created',
  status: 'Inskickat',
  by: 'resident',
})

/** Oldest first; at the same moment by id, so that every reader sees one order. */
const inOrder = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  [...events].sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

export function foldCase(
  made: MadeCase,
  events: readonly CaseEvent[],
  externalIds: Case['externalIds'] = {},
): Case {
  const history = [createdEvent(made), ...inOrder(events)]
  const standing = history.reduce<Standing>(after, {
    status: 'Inskickat',
    fixed: null,
    department: made.department,
  })
  const followers = history.filter(({ kind }) => kind === 'follower').length
  return { ...made, ...standing, history, externalIds, followers }
}

/** What is archived stays so: only a new case can come of it. Gives `before` itself where the event changes nothing. */
export function after(before: Standing, event: CaseEvent): Standing {
  if (before.status === 'Arkiverat') return before
  switch (event.kind) {
    case 'created':
    case 'status':
      return event.status === undefined ? before : withStatus(event.status, before, event)
    case 'reopened':
      return before.status === 'Klart' ? { ...before, status: 'Under behandling', fixed: null } : before
    case 'attachment':
      return before.status === 'Väntar på komplettering' ? { ...before, status: 'Kompletterad' } : before
    case 'moved':
      // Of two departments' moves at once the second comes from one that has it no more.
      return event.from === before.department && event.to !== undefined
        ? { ...before, department: event.to }
        : before
    case 'note':
    case 'follower':
      return before
  }
}

/** An event that set the status, also to what it was, and what the case had from there on. */
export interface StatusStep extends Pick<Case, 'status' | 'fixed'> {
  readonly event: CaseEvent
}

/** @param history oldest first, `created` among it. */
export function statusSteps(history: readonly CaseEvent[]): readonly StatusStep[] {
  let standing: Standing = { status: 'Inskickat', fixed: null, department: '' }
  return history.flatMap((event) => {
    const before = standing
    standing = after(before, event)
    const { status, fixed } = standing
    return standing === before ? [] : [{ event, status, fixed }]
  })
}

const withStatus = (status: CaseStatus, before: Standing, { fixed = true }: CaseEvent): Standing => ({
  ...before,
  status,
  fixed: status === 'Klart' ? fixed : status === 'Arkiverat' ? before.fixed : null,
})

/** Who had the case when this happened: of a move the one that gave it away. */
export function departmentAt({ history, department }: Case, { id }: CaseEvent): string {
  const next = history.slice(history.findIndex((one) => one.id === id)).find(({ kind }) => kind === 'moved')
  return next?.from ?? department
}

/** Later than all that was heard before, so that what came one after another is read in that order. */
export function timeAfter({ history }: Case, now: Date): string {
  const last = history.at(-1)?.at
  const afterLast = last === undefined ? 0 : Date.parse(last) + 1
  return new Date(Math.max(now.getTime(), afterLast)).toISOString()
}
