// Whether something may be told to a relative at this moment, and as what: asked anew at each attempt.
import type { City } from '../contracts/city/city'
import { minuteMs } from '../contracts/basics/durations'
import type { Store } from '../contracts/store/store'
import type { Dialog } from '../dialog/model/model'
import { dueAt } from '../notices/word-notice'
import { feedState } from './feed-pulse'
import type { StandingGrant } from './grant'
import type { Telling } from './homecare-entries'
import { covers, isOfPlan, stillHolds, type News } from './news'
import { waitingTimes } from './policy'
import { isRelief, openTrouble } from './trouble'
import { visitOf } from './visit'
import { recordsOfVisit, type Told } from './visit-record'
import { noticeOf, wordOne } from './word-news'

export type Weighed =
  | { readonly kind: 'say'; readonly news: News }
  | { readonly kind: 'drop'; readonly reason: string }
  | { readonly kind: 'later'; readonly until: Date }

export interface WeighParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder'>
  readonly content: () => { readonly dialogs: ReadonlyMap<string, Dialog>; readonly city: City }
}

const drop = (reason: string): Weighed => ({ kind: 'drop', reason })
/** For a plan that has not come yet, and for a feed that is silent. */
const soon = (now: Date): Weighed => ({ kind: 'later', until: new Date(now.getTime() + minuteMs) })

export async function weighNews(
  telling: Telling,
  grant: StandingGrant,
  parts: WeighParts,
  now: Date,
): Promise<Weighed> {
  if (now.toISOString() >= telling.notAfter) return drop('stale')
  const { events, told } = await recordsOfVisit(parts.store, telling.visitId)
  const visit = visitOf(events)
  if (visit?.clientRef !== grant.clientRef) return drop('client')
  if (!stillHolds(telling, visit)) return drop('overtaken')
  const own = told.filter((one) => one.grant === grant.id)
  if (telling.news === 'changed' && own.some((one) => isNewerPlan(one, telling))) return drop('overtaken')
  const trouble = isRelief(telling.news) ? openTrouble(own, telling.seq) : undefined
  if (telling.news === 'restored' && trouble === undefined) return drop('not-told')
  // What takes something back may be told to whoever was told that, and to nobody else.
  if (!covers(grant, trouble ?? telling.news)) return drop('not-granted')
  if (visit.window === undefined) return soon(now)
  const news = trouble === undefined || isOfPlan(telling) ? telling.news : 'corrected'
  if (news === 'missing' && (await isUnsure(parts, now))) return soon(now)
  const isBelievedOff = trouble === 'cancelled' || trouble === 'missed'
  const { window } = visit
  return inTime(
    { telling, news, visit, window, was: telling.was, isBelievedOff, merged: [] },
    grant,
    parts,
    now,
  )
}

const isNewerPlan = (one: Told, telling: Telling): boolean => isOfPlan(one) && one.seq > telling.seq

/** Also while a feed that was silent tells what it has kept: what is missing now may be in it. */
const isUnsure = async ({ store, content }: WeighParts, now: Date): Promise<boolean> =>
  (await feedState(store, waitingTimes(content().city).silentMs, now)) !== 'alive'

function inTime(news: News, grant: StandingGrant, { content }: WeighParts, now: Date): Weighed {
  const { dialogs, city } = content()
  const notice = noticeOf(`visit_${news.news}`, dialogs)
  if (notice === undefined) return drop('no-notice')
  const until = dueAt(wordOne(news, grant, notice, city, now))
  return until > now ? { kind: 'later', until } : { kind: 'say', news }
}
