// What of a case is news to somebody who has been told some of it; pure. What waits is told as one, as the case stands when it
// is told: of a burst of events, or of a night's, the last status alone is still true.
import type { Case, CaseEvent } from '../contracts/cases/case'
import { statusSteps, type StatusStep } from './fold-case'

/**
 * What a desk said from this event on and is not among what was `told`, oldest first. What was said before it has an entry of
 * its own, or was told before there were notes of that.
 */
export function newsFrom(
  { history }: Pick<Case, 'history'>,
  from: string,
  told: readonly string[] = [],
): readonly CaseEvent[] {
  const at = history.findIndex(({ id }) => id === from)
  const since = at === -1 ? [] : history.slice(at)
  return since.filter(({ id, by }) => by === 'desk' && !told.includes(id))
}

const areAmong =
  (events: readonly CaseEvent[]) =>
  ({ id }: CaseEvent): boolean =>
    events.some((one) => one.id === id)

/** The case has its status by one of these events: no resident has opened or completed it since, and nothing newer was told. */
export function setsStatus({ history }: Pick<Case, 'history'>, events: readonly CaseEvent[]): boolean {
  const last = statusSteps(history).at(-1)
  return last !== undefined && areAmong(events)(last.event)
}

/** And one of them said something else than what the case had before. */
export function isNewStatus(told: Pick<Case, 'history'>, events: readonly CaseEvent[]): boolean {
  const isAmong = areAmong(events)
  return (
    setsStatus(told, events) &&
    statusSteps(told.history).some((step, at, all) => isAmong(step.event) && !repeats(step, all[at - 1]))
  )
}

/** What a resident has changed in between is news when the desk says it again. */
const repeats = ({ status, fixed }: StatusStep, before: StatusStep | undefined): boolean =>
  before !== undefined &&
  (before.event.kind === 'status' || before.event.kind === 'created') &&
  before.status === status &&
  before.fixed === fixed

/** The move by which its department has the case. One that was overtaken by another is no news. */
export const moveAmong = (
  { department }: Pick<Case, 'department'>,
  events: readonly CaseEvent[],
): CaseEvent | undefined => events.findLast(({ kind, to }) => kind === 'moved' && to === department)

/** Those that hold words for the resident, in their order. */
export const textsAmong = (told: Case, events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.filter(
    (event) => event.text !== undefined && (event.kind !== 'moved' || event === moveAmong(told, events)),
  )

const isNews = (told: Case, events: readonly CaseEvent[]): boolean =>
  isNewStatus(told, events) || moveAmong(told, events) !== undefined || textsAmong(told, events).length > 0

/** Of what says no more than how far the case has come, or whose it is, the last word says it all. */
export function isLastNews(told: Case, event: CaseEvent): boolean {
  const alike = newsFrom(told, event.id).filter(({ kind }) => (kind === 'moved') === (event.kind === 'moved'))
  return isNews(told, alike) && !isNews(told, alike.slice(1))
}
