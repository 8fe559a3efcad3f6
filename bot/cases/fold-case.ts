// A case is what its events add up to; pure. Events may come late, twice, or together with others.
import type { Case, CaseEvent, CaseStatus, MadeCase } from '../contracts/case'

type Standing = Pick<Case, 'status' | 'fixed'>

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
  const standing = history.reduce<Standing>(after, { status: 'Inskickat', fixed: null })
  const followers = history.filter(({ kind }) => kind === 'follower').length
  return { ...made, ...standing, history, externalIds, followers }
}

/** What is archived stays so: only a new case can come of it. */
export function after(before: Standing, event: CaseEvent): Standing {
  if (before.status === 'Arkiverat') return before
  switch (event.kind) {
    case 'created':
    case 'status':
      return event.status === undefined ? before : withStatus(event.status, before, event)
    case 'reopened':
      return before.status === 'Klart' ? { status: 'Under behandling', fixed: null } : before
    case 'attachment':
      return before.status === 'Väntar på komplettering' ? { ...before, status: 'Kompletterad' } : before
    case 'note':
    case 'follower':
      return before
  }
}

const withStatus = (status: CaseStatus, before: Standing, { fixed = true }: CaseEvent): Standing => ({
  status,
  fixed: status === 'Klart' ? fixed : status === 'Arkiverat' ? before.fixed : null,
})
