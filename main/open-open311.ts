// Open311 both ways: apps report to the city at /open311/v2, and the city reports to other systems that speak it.
import { addressKey } from '../adapters/caller-keys'
import { createSendRequest } from '../adapters/http-actions'
import { createOpen311Desk, createOpen311Server } from '../adapters/open311'
import { createRateLimiter } from '../adapters/rate-limits'
import { readDeskSecret, type Settings } from '../adapters/settings'
import { hearDesk } from '../bot/cases/hear-desk'
import type { Content } from '../bot/content/content'
import type { CaseDesk } from '../bot/contracts/cases/case-desk'
import { systemClock } from '../bot/contracts/basics/clock'
import type { AskedDesk } from '../bot/contracts/cases/desk-status'
import type { Logger } from '../bot/contracts/basics/logger'
import { createSharedSecret } from '../bot/contracts/store/shared-secret'
import type { Store } from '../bot/contracts/store/store'
import { askDesks } from '../bot/public-cases/ask-desks'
import { createPublicCases } from '../bot/public-cases/public-cases'
import type { Wing } from './wing'

export const openOpen311Desk = (settings: Settings, store: Pick<Store, 'keepOnce'>): CaseDesk & AskedDesk =>
  createOpen311Desk({
    send: createSendRequest(settings.ACTION_HOSTS),
    keyOf: readDeskSecret,
    services: settings.OPEN311_DESK_SERVICES,
    markSecret: createSharedSecret(store, 'open311-mark'),
    clock: systemClock,
    ...(settings.OPEN311_DESK_JURISDICTION !== undefined && {
      jurisdiction: settings.OPEN311_DESK_JURISDICTION,
    }),
  })

interface Inside {
  readonly store: Store
  readonly content: () => Content
  readonly desk: AskedDesk
  readonly logger: Logger
}

export async function openOpen311(
  settings: Settings,
  { store, content, desk, logger }: Inside,
): Promise<Wing> {
  const limit = await createRateLimiter({
    name: 'open311',
    points: settings.OPEN311_PER_MINUTE,
    durationMs: 60_000,
    ...(settings.REDIS_URL !== undefined && { redisUrl: settings.REDIS_URL }),
  })
  const pepper = createSharedSecret(store, 'open311-address-pepper')
  const cases = createPublicCases({
    store,
    content,
    clock: systemClock,
    dialog: settings.OPEN311_DIALOG,
    shows: settings.OPEN311_SHOWS,
  })
  if (settings.OPEN311_API_KEYS.length > 0 && cases.services().length === 0)
    logger.warn(
      { dialog: settings.OPEN311_DIALOG },
      'nothing can be reported by Open311: the dialog of OPEN311_DIALOG is not there, not open today, or makes no case of a place',
    )
  const router = createOpen311Server({
    cases,
    apiKeys: settings.OPEN311_API_KEYS,
    contact: () => content().city.phone,
    limit,
    addressKey: async (address) => `open311:${addressKey(address, await pepper())}`,
    clock: systemClock,
    logger,
    ...(settings.OPEN311_JURISDICTION !== undefined && { jurisdiction: settings.OPEN311_JURISDICTION }),
    ...(settings.PUBLIC_URL !== undefined && { publicUrl: settings.PUBLIC_URL }),
  })
  const hear = hearDesk({ store, city: () => content().city, clock: systemClock })
  return {
    router,
    everyMinute: () => askDesks({ store, city: () => content().city, desk, hear, clock: systemClock }),
    close: () => {
      limit.close()
    },
  }
}
