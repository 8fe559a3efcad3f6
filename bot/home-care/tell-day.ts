// The evening text: the deed behind an entry of the outbox, which each grant has for each day while its relative wishes one.
//
// Everything is asked when it goes, as for a single text: whether the grant stands, whether it is still wished, how the visits
// are, whether the feed is alive, whether it is quiet. What was not as planned has been told at once by a text of its own.
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import { minuteMs } from '../contracts/basics/durations'
import { summaryNotice, type HomeCareObserver } from '../contracts/home-care/home-care'
import type { DoEntry, EntryResult } from '../contracts/store/outbox-work'
import type { SendText } from '../contracts/sms/send-text'
import type { ClaimedEntry, Store } from '../contracts/store/store'
import type { Dialog } from '../dialog/model/model'
import { toLocalTime } from '../hours/local-time'
import { dueAt, noticeText, type Telling as NoticeTelling } from '../notices/word-notice'
import { toSmsCharacters } from '../text/sms-characters'
import { smsParts } from '../text/sms-parts'
import { grantAudit } from './audit-grant'
import { dayOfClient } from './day-of-client'
import { summaryEntry, summarySchema, summaryTime } from './evening-summary'
import { feedState } from './feed-pulse'
import { grantById, standingOf, stands, type StandingGrant } from './grant'
import { waitingTimes } from './policy'
import { showDay } from './show-visit'
import { textedRecord } from './texted'
import type { Visit } from './visit'
import { recordsOfVisit } from './visit-record'
import { newsIn, scopeOf } from './news'
import { noticeOf, wordGranted } from './word-news'
import { moreVisits, wordVisit } from './word-visits'

export interface TellDayParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecords' | 'enqueue'>
  readonly content: () => { readonly dialogs: ReadonlyMap<string, Dialog>; readonly city: City }
  readonly sendText: SendText
  readonly clock: Clock
  readonly observer: HomeCareObserver
}

/** The next morning it may still be of use; it names its day. */
const usefulMs = 15 * 60 * minuteMs
const mostParts = 3
const dropped = (reason: string): EntryResult => ({ kind: 'dropped', reason })

export const tellDay =
  (parts: TellDayParts): DoEntry =>
  async (entry) => {
    const { data: summary } = summarySchema.safeParse(entry.payload)
    if (summary === undefined) return { kind: 'give-up', reason: 'unreadable' }
    const { store, content, clock } = parts
    const now = clock.now()
    const { city } = content()
    const grant = await grantById(store, summary.grant)
    if (grant === undefined || standingOf(grant, now) === 'ended') return dropped('grant-ended')
    if (grant.texts !== 'summary') return dropped('not-wished')
    await store.enqueue(summaryEntry(grant.id, city, now, summary.date))
    // Staff may choose it before the phone is proved, or before the first day.
    if (!stands(grant, now)) return dropped('not-in-force')
    const until = new Date(summaryTime(summary.date, city).getTime() + usefulMs)
    if (now >= until) return dropped('stale')
    const visits = await visitsToTell(summary.date, grant, parts)
    if (visits.length === 0) return dropped('no-visits')
    // What looks unregistered may be on its way.
    if ((await feedState(store, waitingTimes(city).silentMs, now)) !== 'alive')
      return { kind: 'wait', until: new Date(now.getTime() + minuteMs) }
    return tell({ entry, grant, date: summary.date, visits, until, now }, parts)
  }

/** Of the client's day what this relative may see: all of it, or only what is told under the scopes that they have. */
async function visitsToTell(
  date: string,
  { clientRef, scopes }: StandingGrant,
  { store, content }: TellDayParts,
): Promise<readonly Visit[]> {
  const visits = await dayOfClient(store, clientRef, date, content().city.timeZone)
  return visits.filter(({ state }) => {
    const news = newsIn[state]
    return scopes.includes('on_demand') || (news !== undefined && scopes.includes(scopeOf[news]))
  })
}

interface DayToTell {
  readonly entry: ClaimedEntry
  readonly grant: StandingGrant
  readonly date: string
  readonly visits: readonly Visit[]
  readonly until: Date
  readonly now: Date
}

async function tell(
  day: DayToTell,
  { store, content, sendText, observer }: TellDayParts,
): Promise<EntryResult> {
  const { entry, grant, until, now } = day
  const word = wordWith(day, content())
  if (word === undefined) return dropped('no-notice')
  const quietUntil = dueAt(word(''))
  if (quietUntil > now) return { kind: 'wait', until: quietUntil }
  const text = fitted(await linesOf(day, content().city, store), grant.language, (visits) =>
    noticeText(word(visits)),
  )
  const message = { to: grant.phone, text, notAfter: until.toISOString(), grant: grant.id }
  const result = await sendText(entry, message, async () => {
    const told = { what: 'told', by: 'house', now, more: { news: 'summary' }, once: entry.id } as const
    await store.putRecords([grantAudit(grant.id, told), textedRecord(grant.id, now)])
    return undefined
  })
  if (result.kind === 'done') observer.relativeTold('summary')
  return result
}

/** Undefined where the city has no words for it. */
function wordWith(
  { grant, date, now }: DayToTell,
  { dialogs, city }: ReturnType<TellDayParts['content']>,
): ((visits: string) => NoticeTelling) | undefined {
  const found = noticeOf(summaryNotice, dialogs)
  if (found === undefined) return undefined
  const day = showDay(date, toLocalTime(now, city.timeZone).date, grant.language)
  return (visits) => wordGranted({ visits, day }, grant, found, city, now)
}

/**
 * A visit each. That nothing is registered is said of those alone of which it has been told, for they hear it too when that was
 * not so after all.
 */
async function linesOf(
  { visits, grant, now }: DayToTell,
  { timeZone }: City,
  store: TellDayParts['store'],
): Promise<readonly string[]> {
  const around = { timeZone, language: grant.language, now }
  return Promise.all(
    visits.map(async (visit) => {
      const { told } = await recordsOfVisit(store, visit.visitId)
      const isToldMissing = told.some((one) => one.grant === grant.id && one.news === 'missing')
      return wordVisit(visit, around, isToldMissing)
    }),
  )
}

/** As many of them as three parts hold, and how many more there are. */
function fitted(lines: readonly string[], language: string, word: (visits: string) => string): string {
  for (let shown = lines.length; shown > 1; shown -= 1) {
    const more = shown < lines.length ? [moreVisits(lines.length - shown, language)] : []
    const text = word([...lines.slice(0, shown), ...more].join('\n'))
    if (smsParts(toSmsCharacters(text)).parts <= mostParts) return text
  }
  return word(lines[0] ?? '')
}
