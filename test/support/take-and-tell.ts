// A node that takes a feed of visits and tells relatives of them, to be killed at one exact moment or to go on beside one that is.
// Begins when something is written to it. Arguments: store, the gateway's address, the moment's number (0: never), when the visits are (ms since 1970).
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElks } from '../../adapters/sms/elks'
import { compileContent, type Content } from '../../bot/content/content'
import { bundleOf, readContentFiles } from '../../bot/content/content-files'
import { steadyMs } from '../../bot/contracts/basics/clock'
import { ConversationQueue } from '../../bot/conversation-queue'
import { noHomeCareObserver, type VisitEvent } from '../../bot/contracts/home-care/home-care'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { tellKind } from '../../bot/home-care/homecare-entries'
import { createTakeFeed } from '../../bot/home-care/take-feed'
import { tellRelative } from '../../bot/home-care/tell-relative'
import { createOutboxWorker } from '../../bot/outbox/work-outbox'
import { createTextBudget } from '../../bot/sms/text-budget'
import { createSendText } from '../../bot/sms/send-text'
import { around, killAtMoment, openStoreAt } from './kill-at-moment'
import { projectRoot } from './project-root'
import { nightClock } from './test-bot'

const kept = /^dialogs\/(?:city|actions|hemtjanst-besok|verify_phone)(?:\.en)?\.yaml$/

/** As shipped, but for what a test would wait for. */
export async function visitsCity(): Promise<Content> {
  const { dialogs } = await readContentFiles(projectRoot)
  const files = dialogs
    .filter(({ path }) => kept.test(path))
    .map(({ path, text }) => ({
      path,
      text: text
        .replace(/^languages in part: .*\n|^quiet: .*\n/gm, '')
        .replace('gather texts: 2', 'gather texts: 0'),
    }))
  return compileContent(bundleOf(files, []), {
    cacheDirectory: join(tmpdir(), 'dygnet-test-cache'),
    now: nightClock.now(),
  })
}

/** Two visits of each client, under the same ids wherever they are told from: one is done, the other one cancelled. */
export const clients = ['client-1', 'client-2'] as const

type Told = readonly [type: VisitEvent['type'], seq: number, visit: number]
const day: readonly (readonly Told[])[] = [
  [
    ['planned', 1, 0],
    ['planned', 1, 1],
  ],
  [['started', 2, 0]],
  [
    ['cancelled', 2, 1],
    ['completed', 3, 0],
  ],
]

function eventsOf(told: readonly Told[], run: string, atMs: number): readonly VisitEvent[] {
  const iso = (minutes: number) => new Date(atMs + minutes * 60_000).toISOString()
  return clients.flatMap((client) =>
    told.map(([type, seq, visit]): VisitEvent => {
      const visitId = `visit-${client}-${visit}-${run}`
      const window = { start: iso(60 * (visit + 1)), end: iso(60 * (visit + 1) + 30) }
      return {
        ...{ eventId: `${visitId}-${seq}`, type, visitId, clientRef: `${client}-${run}`, seq },
        ...{ occurredAt: iso(0), ...(type === 'planned' && { window }) },
      }
    }),
  )
}

export interface Node {
  readonly store: Store
  readonly gatewayUrl: string
  readonly content: Content
  /** Tells its visits from those of others in the same store. */
  readonly run: string
  readonly atMs: number
  readonly aheadMs?: number
}

/** Takes the day and tells what there is to tell after each part of it. */
export async function takeAndTell({
  store,
  gatewayUrl,
  content,
  run,
  atMs,
  aheadMs = 0,
}: Node): Promise<void> {
  const clock = { now: () => new Date(Date.now() + aheadMs) }
  const { city } = content
  const { timeZone } = city
  const webhook = { user: 'u', password: 'p' }
  const gateway = createElks({
    ...{ webhookPath: 'unused', webhook, api: webhook, apiUrl: gatewayUrl, number: '+46766861000' },
    steadyMs,
  })
  const budget = createTextBudget({ kronorPerDay: 1_000, kronorPerPart: 1, timeZone: () => timeZone, clock })
  const sendText = createSendText({
    ...{ store, city: () => city, budget, countries: ['+46'], clock },
    senderFor: () => Promise.resolve(gateway),
    mayBeTold: () => Promise.resolve(true),
  })
  const queue = new ConversationQueue()
  const observer = noHomeCareObserver
  const tell = tellRelative({
    ...{ store, content: () => content, sendText, clock, observer, holdMs: 1_000 },
    inOrder: (key, work) => queue.run(key, work),
  })
  const take = createTakeFeed({ store, city: () => city, clock, observer })
  const worker = createOutboxWorker({
    store,
    deeds: new Map([[tellKind, tell]]),
    clock,
    logger: silentLogger,
  })
  for (const told of day) {
    await take({ signedAt: clock.now(), events: eventsOf(told, run, atMs), dead: [], dropped: 0 })
    await worker.workOff()
  }
}

async function beKilled([
  address = '',
  gatewayUrl = '',
  moment = '0',
  atMs = '0',
]: readonly string[]): Promise<void> {
  const tried = around(
    'putRecords',
    'enqueueAll',
    'claimOutbox',
    'putRecord',
    'finishOutbox',
    'holdConversation',
  )
  const store = killAtMoment(openStoreAt(address), Number(moment), tried)
  await store.ping()
  const content = await visitsCity()
  process.stdout.write('ready\n')
  await once(process.stdin, 'data')
  await takeAndTell({ store, gatewayUrl, content, run: `m${moment}`, atMs: Number(atMs) })
  process.stdin.destroy()
  await store.close()
}

if (require.main === module) void beKilled(process.argv.slice(2))
