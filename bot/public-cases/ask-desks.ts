// Asks desks that do not tell what became of their cases, and notes what is new. Safe on several nodes at once.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { externalIdRecord } from '../cases/case-records'
import { recentCases } from '../cases/read-case'
import { isClosed, type Case } from '../contracts/cases/case'
import type { Desk, DeskNews, HearDesk } from '../contracts/cases/case-desk'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import type { AskedDesk, DeskStatus } from '../contracts/cases/desk-status'
import { dayMs, minuteMs } from '../contracts/basics/durations'
import type { Store } from '../contracts/store/store'

export interface AskDesksParts {
  readonly store: Pick<Store, 'record' | 'records' | 'recordsUnder' | 'putRecord' | 'spendOnce'>
  readonly city: () => City
  readonly desk: AskedDesk
  /** Notes what a desk says, and tells who follows the case. */
  readonly hear: HearDesk
  readonly clock: Clock
}

/** The other side is asked so often and no more, by all nodes together. */
const everyMs = 10 * minuteMs
/** What is older has been forgotten by everyone. */
const oldestMs = 180 * dayMs
const perPage = 200
/** One after another, so that a slow desk is not stormed; the page that gets there is asked for whole. */
const mostAsked = 300

/** Gives how many cases had news. A round goes on where the one before it ended, and begins anew with the newest case. */
export async function askDesks(parts: AskDesksParts): Promise<number> {
  if (![...parts.city().departments.values()].some(({ desk }) => isAsked(desk))) return 0
  if (!(await parts.store.spendOnce('open311-desks-asked', everyMs))) return 0
  const { waiting, next } = await waitingCases(parts, await lastRound(parts.store))
  let news = 0
  for (const one of waiting) if (await ask(one, parts)) news += 1
  await parts.store.putRecord({ collection: 'case', id: roundId, value: { next: next ?? null } })
  return news
}

const isAsked = (desk: Desk | undefined): desk is Desk => desk?.kind === 'open311'

/** Beside the cases, and none of them. */
const roundId = 'open311/asked-to'
const roundShape = z.object({ next: z.tuple([z.string(), z.string()]).nullable() })
type Place = readonly [createdAt: string, id: string]

async function lastRound(store: AskDesksParts['store']): Promise<Place | undefined> {
  return roundShape.safeParse((await store.record('case', roundId))?.value).data?.next ?? undefined
}

interface Waiting {
  readonly found: Case
  readonly desk: Desk
  readonly externalId: string
}

interface Round {
  readonly waiting: readonly Waiting[]
  /** Where the next one goes on; undefined when all have been asked for. */
  readonly next: Place | undefined
}

async function waitingCases({ store, city, clock }: AskDesksParts, from: Place | undefined): Promise<Round> {
  const oldest = new Date(clock.now().getTime() - oldestMs).toISOString()
  const waiting: Waiting[] = []
  let before = from
  do {
    const page = await recentCases(store, { limit: perPage, ...(before && { before }) })
    waiting.push(...page.cases.flatMap((found) => (found.at < oldest ? [] : (toAsk(found, city()) ?? []))))
    before = page.next !== undefined && page.next[0] >= oldest ? page.next : undefined
    // A store on disk answers at once: without a pause half a year of cases would be read while residents wait.
    await setImmediate()
  } while (before !== undefined && waiting.length < mostAsked)
  return { waiting, next: before }
}

function toAsk(found: Case, city: City): Waiting | undefined {
  const desk = city.departments.get(found.department)?.desk
  const externalId = found.externalIds[found.department]
  return !isAsked(desk) || externalId === undefined || isClosed(found.status)
    ? undefined
    : { found, desk, externalId }
}

async function ask({ found, desk, externalId }: Waiting, parts: AskDesksParts): Promise<boolean> {
  const { number, department } = found
  const told = await parts.desk.statusOf({ desk, department, externalId })
  if (told === undefined) return false
  if (told.externalId !== undefined && told.externalId !== externalId)
    await parts.store.putRecord(externalIdRecord(found, department, told.externalId))
  if (told.status === undefined || told.status === found.status) return false
  const heard = await parts.hear(department, number, newsOf(told, externalId, parts.clock.now()))
  return heard === 'added'
}

/** Named by what was told, so that two nodes that ask at once note it once. */
function newsOf({ status, fixed, at }: DeskStatus, externalId: string, now: Date): DeskNews {
  const told = JSON.stringify([externalId, status, fixed, at ?? now.toISOString().slice(0, 10)])
  return {
    id: `open311-${createHash('sha256').update(told).digest('hex').slice(0, 24)}`,
    ...(status && { status }),
    ...(fixed !== undefined && { fixed }),
  }
}
