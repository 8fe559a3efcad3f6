// What of a visit is news to a relative, and which grant covers it.
import { hourMs } from '../contracts/basics/durations'
import {
  visitNews,
  type GrantScope,
  type VisitNews,
  type VisitWindow,
} from '../contracts/home-care/home-care'
import type { Grant, WishedTexts } from './grant'
import type { Telling } from './homecare-entries'
import type { Visit, VisitState } from './visit'

/** One piece of news, as it would be told now. */
export interface News {
  readonly telling: Telling
  readonly news: VisitNews
  readonly visit: Visit
  readonly window: VisitWindow
  readonly was: VisitWindow | undefined
  /** The relative has been told that the visit is off, and not yet that it takes place. */
  readonly isBelievedOff: boolean
  /** What is said with it. */
  readonly merged: readonly Telling[]
}

/** Older than this it is history: a repeat of an old request tells nobody anything. */
export const freshMs = 12 * hourMs
/** A change of plan further ahead will be seen in time. */
const plannedAheadMs = 24 * hourMs

export const scopeOf: Readonly<Record<VisitNews, GrantScope>> = {
  changed: 'plan_change',
  cancelled: 'plan_change',
  restored: 'plan_change',
  started: 'started',
  completed: 'completed',
  missing: 'missed',
  missed: 'missed',
  corrected: 'missed',
}

const problems: readonly VisitNews[] = ['changed', 'cancelled', 'restored', 'missing', 'missed', 'corrected']
const texts: Readonly<Record<WishedTexts, readonly VisitNews[]>> = {
  all: visitNews,
  problems,
  summary: problems,
  none: [],
}

/** Granted by the client, and wished by the relative. */
export const covers = ({ scopes, texts: wished }: Grant, news: VisitNews): boolean =>
  scopes.includes(scopeOf[news]) && texts[wished].includes(news)

/** That a visit is planned is no news. */
export const newsIn: Readonly<Record<VisitState, VisitNews | undefined>> = {
  planned: undefined,
  started: 'started',
  completed: 'completed',
  cancelled: 'cancelled',
  missed: 'missed',
}

/** Undefined when nothing has happened that anybody would want to know now. */
export function newsBetween(before: Visit | undefined, after: Visit, now: Date): VisitNews | undefined {
  const isFresh = now.getTime() - Date.parse(after.at) < freshMs
  if (!isFresh) return undefined
  // One further ahead will be seen in time, as a change is.
  if (after.state === 'cancelled' && !isSoon(after, now)) return undefined
  if (before !== undefined && isTakenBack(before, after)) return newsOfReturn(before, after, now)
  if (before?.state !== after.state) return newsIn[after.state]
  return after.state === 'planned' && isMovedSoon(before, after, now) ? 'changed' : undefined
}

/** What was cancelled or missed is planned again. */
const isTakenBack = (before: Visit, after: Visit): boolean =>
  after.state === 'planned' && (before.state === 'cancelled' || before.state === 'missed')

function newsOfReturn(before: Visit, after: Visit, now: Date): VisitNews | undefined {
  if (isMovedSoon(before, after, now)) return 'changed'
  return after.window !== undefined && Date.parse(after.window.end) > now.getTime() ? 'restored' : undefined
}

const isSoon = ({ window }: Visit, now: Date): boolean =>
  window === undefined || Date.parse(window.start) - now.getTime() < plannedAheadMs

function isMovedSoon({ window: was }: Visit, { window: is }: Visit, now: Date): boolean {
  if (was === undefined || is === undefined || isSameWindow(was, is)) return false
  const first = Math.min(Date.parse(was.start), Date.parse(is.start))
  return first - now.getTime() < plannedAheadMs && Date.parse(is.end) > now.getTime()
}

/** Whether it is still as the news says: something else may have come in between. */
export function stillHolds({ news, seq }: Pick<Telling, 'news' | 'seq'>, visit: Visit): boolean {
  if (news === 'corrected') return visit.state === 'started' || visit.state === 'completed'
  // To when it was moved is seen when it is told.
  if (news === 'restored' || news === 'changed') return visit.state === 'planned'
  if (news === 'missing') return visit.state === 'planned' && visit.seq === seq
  return newsIn[visit.state] === news
}

/** It tells when the visit will be. */
export const isOfPlan = ({ news }: { readonly news: VisitNews }): boolean =>
  news === 'changed' || news === 'restored'

export const isSameWindow = (one: VisitWindow | undefined, other: VisitWindow | undefined): boolean =>
  one !== undefined && one.start === other?.start && one.end === other.end
