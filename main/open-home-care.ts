// The home care: the feed of visits, and what is told of them.
import { createHomeCareFeed } from '../adapters/home-care'
import type { Settings } from '../adapters/settings'
import type { Content } from '../bot/content/content'
import { ConversationQueue } from '../bot/conversation-queue'
import { systemClock } from '../bot/contracts/basics/clock'
import type { HomeCareObserver } from '../bot/contracts/home-care/home-care'
import type { Logger } from '../bot/contracts/basics/logger'
import type { SendText } from '../bot/contracts/sms/send-text'
import type { Store } from '../bot/contracts/store/store'
import { tellKind, watchKind } from '../bot/home-care/homecare-entries'
import { noteForUnit } from '../bot/home-care/note-for-unit'
import { isOpaque } from '../bot/home-care/reference'
import { createTakeFeed } from '../bot/home-care/take-feed'
import { summaryKind } from '../bot/home-care/evening-summary'
import { tellDay } from '../bot/home-care/tell-day'
import { tellRelative, type TellParts } from '../bot/home-care/tell-relative'
import { watchVisit } from '../bot/home-care/watch-visit'
import { toLocalTime } from '../bot/hours/local-time'
import type { Wing } from './wing'

interface Inside {
  readonly store: Store
  readonly content: () => Content
  readonly sendText: SendText
  readonly observer: HomeCareObserver
  readonly logger: Logger
}

/** Without a secret the feed has no door; what waits in the outbox is done all the same. */
export function openHomeCare(
  settings: Settings,
  { store, content, sendText, observer, logger }: Inside,
): Wing {
  const clock = systemClock
  const city = () => content().city
  const { HOMECARE_FEED_SECRET: secret, HOMECARE_FEED_SECRET_NEXT: next } = settings
  const tellUnit = noteForUnit({ store, city, clock, logger })
  const queue = new ConversationQueue()
  const inOrder: TellParts['inOrder'] = (key, work) => queue.run(key, work)
  const told = { store, content, sendText, clock, observer }
  const deeds = new Map([
    [watchKind, watchVisit({ store, city, tellUnit, clock, observer })],
    [tellKind, tellRelative({ ...told, inOrder })],
    [summaryKind, tellDay(told)],
  ])
  if (secret === undefined) return { deeds }
  const router = createHomeCareFeed({
    secrets: [secret, ...(next === undefined ? [] : [next])],
    take: createTakeFeed({ store, city, clock, observer }),
    isOpaque: (text) => isOpaque(text, toLocalTime(clock.now(), city().timeZone).date),
    clock,
    logger,
    observer,
  })
  return { router, deeds }
}
