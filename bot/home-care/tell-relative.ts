// Tells one relative what is new of visits: the deed behind an entry of the outbox, which each piece of news has.
//
// Everything is asked anew at each attempt, for the entry may have waited out a night, or a gateway that was away: does the
// grant stand, does the relative wish it, is the visit still as the news says, is the feed alive. Only then there is a text, and
// a number that it goes to; it is handed to the gateway at once and waits nowhere.
//
// What waits for the same relative goes in the same text. One text of a grant is sent at a time; the news that an attempt has
// begun to tell stays with its entry, and is left out by the others; what it must leave out after all has its own entry still.
import { toConversationId } from '../contracts/talk/ids'
import type { Clock } from '../contracts/basics/clock'
import type { HomeCareObserver } from '../contracts/home-care/home-care'
import type { DoEntry, EntryResult } from '../contracts/store/outbox-work'
import type { SendText } from '../contracts/sms/send-text'
import type { ClaimedEntry, RecordWrite, Store } from '../contracts/store/store'
import { grantAudit } from './audit-grant'
import { grantById, stands, type StandingGrant } from './grant'
import { tellingId, tellSchema, type Telling } from './homecare-entries'
import { mergeNews } from './merge-news'
import { stillHolds, type News } from './news'
import { visitOf } from './visit'
import { textedRecord } from './texted'
import { recordsOfVisit, toldRecord, type Told } from './visit-record'
import { overRecords, takenBy, waitAgain, waitingUnder } from './waiting-news'
import { weighNews, type WeighParts } from './weigh-news'
import { wordNews, type WordedNews } from './word-news'

export interface TellParts extends WeighParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder' | 'putRecord' | 'putRecords' | 'holdConversation'>
  readonly sendText: SendText
  /** One piece of work at a time under a key, in this process. */
  readonly inOrder: <T>(key: string, work: () => Promise<T>) => Promise<T>
  /** How long a node that died holds up what else is to be told under a grant; a test may set it. */
  readonly holdMs?: number
  readonly clock: Clock
  readonly observer: HomeCareObserver
}

/** As long as an entry's own lease. */
const usualHoldMs = 60_000
const heldElsewhereMs = 2_000
const dropped = (reason: string): EntryResult => ({ kind: 'dropped', reason })

export const tellRelative =
  (parts: TellParts): DoEntry =>
  (entry) => {
    const { data: telling } = tellSchema.safeParse(entry.payload)
    return telling === undefined
      ? Promise.resolve({ kind: 'give-up', reason: 'unreadable' })
      : parts.inOrder(telling.grant, () => tellAlone(entry, telling, parts))
  }

/** Two nodes that told one relative at once would each tell a part. */
async function tellAlone(entry: ClaimedEntry, telling: Telling, parts: TellParts): Promise<EntryResult> {
  const { store, clock, holdMs = usualHoldMs } = parts
  const hold = await store.holdConversation(toConversationId(`home-care:${telling.grant}`), holdMs)
  if (hold === undefined) return { kind: 'wait', until: new Date(clock.now().getTime() + heldElsewhereMs) }
  try {
    return await tellHeld(entry, telling, parts)
  } finally {
    await hold.release()
  }
}

async function tellHeld(entry: ClaimedEntry, telling: Telling, parts: TellParts): Promise<EntryResult> {
  const { store, clock } = parts
  const now = clock.now()
  const grant = await grantById(store, telling.grant)
  if (grant === undefined || !stands(grant, now)) {
    await store.putRecords(overRecords([telling]))
    return dropped('grant-ended')
  }
  const waiting = await waitingUnder(store, grant.id)
  const own = waiting.find((one) => tellingId(one.telling) === tellingId(telling))
  if (own === undefined) return { kind: 'done' }
  if ((own.teller ?? entry.id) !== entry.id) return awaitTeller(own.telling, parts)
  // An attempt that was broken off is finished with what it had begun to tell, as far as that may still be told now.
  const isBegun = own.teller !== undefined
  const mine = waiting.filter(({ teller }) => teller === own.teller).map((one) => one.telling)
  const weighed = await weighAll(mine, grant, parts, now)
  await store.putRecords(overRecords(weighed.over.map(({ telling: one }) => one)))
  const obstacle = whyNotNow(isBegun ? mine : [own.telling], own.telling, weighed)
  const text =
    obstacle === undefined ? wordNews(weighed.news, own.telling, grant, parts.content(), now) : undefined
  const said = text === undefined ? [own.telling] : saidIn(text)
  if (isBegun) await store.putRecords(waitAgain(leftOut(mine, said, weighed)))
  if (text === undefined) return obstacle ?? dropped('no-notice')
  const result = await tell({ entry, grant, text, now }, parts)
  if (result.kind !== 'wait' && result.kind !== 'retry') await store.putRecords(overRecords(said))
  return result
}

/** Its entry stays until that text has gone, for the text may have to go without it. */
async function awaitTeller(
  telling: Telling,
  { store, clock, holdMs = usualHoldMs }: TellParts,
): Promise<EntryResult> {
  const now = clock.now()
  if (now.toISOString() < telling.notAfter) return { kind: 'wait', until: new Date(now.getTime() + holdMs) }
  await store.putRecords(overRecords([telling]))
  return dropped('stale')
}

/** Of what was begun to be told: what is not over, and not said by this attempt. */
const leftOut = (
  mine: readonly Telling[],
  said: readonly Telling[],
  { over }: WeighedNews,
): readonly Telling[] =>
  mine.filter((one) => !said.includes(one) && !over.some(({ telling }) => telling === one))

interface WeighedNews {
  readonly news: readonly News[]
  readonly later: readonly { readonly telling: Telling; readonly until: Date }[]
  readonly over: readonly { readonly telling: Telling; readonly reason: string }[]
}

async function weighAll(
  tellings: readonly Telling[],
  grant: StandingGrant,
  parts: TellParts,
  now: Date,
): Promise<WeighedNews> {
  const weighed = await Promise.all(
    tellings.map(async (telling) => ({ telling, ...(await weighNews(telling, grant, parts, now)) })),
  )
  const { kept, gone } = mergeNews(weighed.flatMap((one) => (one.kind === 'say' ? [one.news] : [])))
  const dropped = weighed.flatMap((one) => (one.kind === 'drop' ? [one] : []))
  return {
    news: kept,
    later: weighed.flatMap((one) => (one.kind === 'later' ? [one] : [])),
    over: [...dropped, ...gone.map((telling) => ({ telling, reason: 'overtaken' }))],
  }
}

/**
 * Undefined when something of these is to be said now. While an entry's own news must wait it says nothing: it goes to the
 * gateway once only.
 */
function whyNotNow(
  tellings: readonly Telling[],
  own: Telling,
  { later, over }: WeighedNews,
): EntryResult | undefined {
  const wait = later.find(({ telling }) => telling === own)
  if (wait !== undefined) return { kind: 'wait', until: wait.until }
  const isOver = tellings.flatMap((telling) => over.find((one) => one.telling === telling) ?? [])
  const waits = tellings.filter((telling) => later.some((one) => one.telling === telling))
  if (isOver.length + waits.length < tellings.length) return undefined
  return dropped(isOver[0]?.reason ?? 'overtaken')
}

const saidIn = ({ said }: WordedNews): readonly Telling[] =>
  said.flatMap(({ telling, merged }) => [telling, ...merged])

interface TextForRelative {
  readonly entry: ClaimedEntry
  readonly grant: StandingGrant
  readonly text: WordedNews
  readonly now: Date
}

async function tell(about: TextForRelative, { store, sendText, observer }: TellParts): Promise<EntryResult> {
  const { entry, grant, text } = about
  const notAfter = text.said.reduce((last, { telling }) => maxOf(last, telling.notAfter), '')
  const message = { to: grant.phone, text: text.text, notAfter, grant: grant.id }
  const result = await sendText(entry, message, () => noteTold(about, store))
  if (result.kind === 'done') for (const { news } of text.said) observer.relativeTold(news)
  return result
}

const maxOf = (one: string, other: string): string => (one > other ? one : other)

/** Before the text goes, so that an event that comes meanwhile finds who has to be told of it. */
async function noteTold(
  { entry, grant, text, now }: TextForRelative,
  store: TellParts['store'],
): Promise<EntryResult | undefined> {
  const told = text.said.map(({ telling: { visitId, seq }, news }): Told => ({
    kind: 'told',
    visitId,
    seq,
    grant: grant.id,
    news,
    taken: false,
  }))
  await store.putRecords(told.map(toldRecord))
  // An event that came before these records were written did not find them: then it is seen here, and all is asked again.
  if (!(await allHold(text.said, store))) {
    await store.putRecords(told.map((one) => toldRecord({ ...one, taken: true })))
    return { kind: 'wait', until: now }
  }
  await store.putRecords([
    ...takenBy(entry.id, saidIn(text)),
    ...text.said.map((one) => auditOf(one, grant, now)),
    textedRecord(grant.id, now),
  ])
  return undefined
}

async function allHold(said: readonly News[], store: TellParts['store']): Promise<boolean> {
  const holds = await Promise.all(
    said.map(async ({ telling }) => {
      const visit = visitOf((await recordsOfVisit(store, telling.visitId)).events)
      return visit !== undefined && stillHolds(telling, visit)
    }),
  )
  return holds.every((one) => one)
}

const auditOf = ({ telling, news }: News, { id }: StandingGrant, now: Date): RecordWrite =>
  grantAudit(id, { what: 'told', by: 'house', now, more: { news }, once: tellingId(telling) })
