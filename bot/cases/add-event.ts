// Something happens to a case. Safe to repeat: an event with an id that is there already happened then.
import type { Case, CaseEvent } from '../contracts/cases/case'
import type { Store } from '../contracts/store/store'
import { isSaidFirst } from './said-first'
import { eventId, eventRecord } from './case-records'
import { readCaseEvent } from './case-shapes'

export type Added =
  | { readonly kind: 'added' | 'repeated'; readonly event: CaseEvent }
  /** Another event has this id. */
  | { readonly kind: 'taken' }

/** @param event its `at` counts only the first time. */
export async function addEvent(
  store: Pick<Store, 'record' | 'putRecord' | 'keepOnce'>,
  to: Pick<Case, 'number' | 'conversationId'>,
  event: CaseEvent,
): Promise<Added> {
  const name = eventId(to.number, event.id)
  const before = await store.record('case', name)
  const known = before && readCaseEvent(before.value)
  if (known !== undefined)
    return sameThing(known, event) ? { kind: 'repeated', event: known } : { kind: 'taken' }
  // Two that nobody has written yet look the same from here: the store says which of them was first.
  if (!(await isSaidFirst(store, name, inOneOrder(event)))) return { kind: 'taken' }
  await store.putRecord(eventRecord(to, event))
  return { kind: 'added', event }
}

const sameThing = (one: CaseEvent, other: CaseEvent): boolean =>
  JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other))

const inOneOrder = ({ kind, status, fixed, by, text, files, from, to }: CaseEvent) => [
  kind,
  status,
  fixed,
  by,
  text,
  files,
  from,
  to,
]
