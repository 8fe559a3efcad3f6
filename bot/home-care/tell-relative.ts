// Tells one relative one thing about one visit: the deed behind an entry of the outbox.
//
// Everything is asked anew at each attempt, for the entry may have waited out a night, or a gateway that was away: does the
// grant stand, does the relative wish it, is the visit still as the news says, is the feed alive. Only then there is a text, and
// a number that it goes to; it is handed to the gateway at once and waits nowhere.
import type { City } from '../contracts/city'
import type { Clock } from '../contracts/clock'
import type { HomeCareObserver, VisitNews } from '../contracts/home-care'
import type { DoEntry, EntryResult } from '../contracts/outbox-work'
import type { SendText } from '../contracts/send-text'
import type { ClaimedEntry, Store } from '../contracts/store'
import type { Dialog, Notice } from '../dialog/model'
import { dueAt, noticeText } from '../notices/word-notice'
import { grantAudit } from './audit-grant'
import { feedState } from './feed-pulse'
import { grantById, stands, type StandingGrant } from './grant'
import { tellingId, tellSchema, type Telling } from './homecare-entries'
import { covers, stillHolds } from './news'
import { unitPhone, waitingTimes } from './policy'
import { showClock, showWindow } from './show-visit'
import { visitOf, type Visit } from './visit'
import { isRelief, openTrouble } from './trouble'
import { recordsOfVisit, toldRecord, type Told } from './visit-record'

export interface TellParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord'>
  readonly content: () => { readonly dialogs: ReadonlyMap<string, Dialog>; readonly city: City }
  readonly sendText: SendText
  readonly clock: Clock
  readonly observer: HomeCareObserver
}

const minuteMs = 60_000
const dropped = (reason: string): EntryResult => ({ kind: 'dropped', reason })
/** For a plan that has not come yet, and for a feed that is silent. */
const later = (now: Date): EntryResult => ({ kind: 'wait', until: new Date(now.getTime() + minuteMs) })

export const tellRelative =
  (parts: TellParts): DoEntry =>
  async (entry) => {
    const { data: telling } = tellSchema.safeParse(entry.payload)
    if (telling === undefined) return { kind: 'give-up', reason: 'unreadable' }
    const { store, clock } = parts
    const now = clock.now()
    if (now.toISOString() >= telling.notAfter) return dropped('stale')
    const grant = await grantById(store, telling.grant)
    if (grant === undefined || !stands(grant, now)) return dropped('grant-ended')
    const { events, told } = await recordsOfVisit(store, telling.visitId)
    const visit = visitOf(events)
    if (visit?.clientRef !== grant.clientRef) return dropped('client')
    if (!stillHolds(telling.news, telling.seq, visit)) return dropped('overtaken')
    const trouble = isRelief(telling.news) ? openTrouble(told, grant.id, telling.seq) : undefined
    if (telling.news === 'restored' && trouble === undefined) return dropped('not-told')
    // What takes something back may be told to whoever was told that, and to nobody else.
    if (!covers(grant, trouble ?? telling.news)) return dropped('not-granted')
    const news = trouble === undefined || telling.news === 'restored' ? telling.news : 'corrected'
    if (visit.window === undefined) return later(now)
    if (news === 'missing' && (await isUnsure(parts, now))) return later(now)
    return tell(entry, { telling, news, grant, visit, window: visit.window, now }, parts)
  }

/** Also while a feed that was silent tells what it has kept: what is missing now may be in it. */
const isUnsure = async ({ store, content }: TellParts, now: Date): Promise<boolean> =>
  (await feedState(store, waitingTimes(content().city).silentMs, now)) !== 'alive'

interface News {
  readonly telling: Telling
  readonly news: VisitNews
  readonly grant: StandingGrant
  readonly visit: Visit
  readonly window: NonNullable<Visit['window']>
  readonly now: Date
}

async function tell(entry: ClaimedEntry, about: News, parts: TellParts): Promise<EntryResult> {
  const { telling, news, grant, now } = about
  const { content, sendText, observer } = parts
  const { dialogs, city } = content()
  const found = noticeOf(news, dialogs)
  if (found === undefined) return dropped('no-notice')
  const worded = { ...found, ...wordsOf(about, city), city, now }
  const due = dueAt(worded)
  if (due > now) return { kind: 'wait', until: due }
  const { notAfter } = telling
  const message = { to: grant.phone, text: noticeText(worded), notAfter, grant: grant.id }
  const result = await sendText(entry, message, () => noteTold(about, parts.store))
  if (result.kind === 'done') observer.relativeTold(news)
  return result
}

/** Before the text goes, so that an event that comes meanwhile finds who has to be told of it. */
async function noteTold(
  { telling, news, grant, now }: News,
  store: TellParts['store'],
): Promise<EntryResult | undefined> {
  const { visitId, seq } = telling
  const told: Told = { kind: 'told', visitId, seq, grant: grant.id, news, taken: false }
  await store.putRecord(toldRecord(told))
  // An event that came before this record was written did not find it: then it is seen here.
  const newest = visitOf((await recordsOfVisit(store, visitId)).events)
  if (newest === undefined || !stillHolds(telling.news, seq, newest)) {
    await store.putRecord(toldRecord({ ...told, taken: true }))
    return dropped('overtaken')
  }
  const once = tellingId(telling)
  await store.putRecord(grantAudit(grant.id, { what: 'told', by: 'house', now, more: { news }, once }))
  return undefined
}

function noticeOf(
  news: VisitNews,
  dialogs: ReadonlyMap<string, Dialog>,
): { readonly dialog: Dialog; readonly notice: Notice } | undefined {
  for (const dialog of dialogs.values()) {
    const notice = dialog.notices.get(`visit_${news}`)
    if (notice?.grant !== undefined) return { dialog, notice }
  }
  return undefined
}

/** What the notice shows and asks; the names stand in `grantedNames`. */
function wordsOf({ telling, grant, visit, window }: News, city: City) {
  const { alias, night, language } = grant
  const show = (one: typeof window) => showWindow(one, city.timeZone, language)
  return {
    subscription: { kept: { alias, night }, language, conversation: '' },
    data: {
      window: show(window),
      was: show(telling.was ?? window),
      time: showClock(visit.at, city.timeZone, language),
      unit: unitPhone(city),
    },
  }
}
