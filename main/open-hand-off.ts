// Talks with people: the door at which departments take them.
import { createHandOffRoutes } from '../adapters/hand-off'
import { readDeskSecret } from '../adapters/settings'
import type { Bot } from '../bot/contracts/bot'
import { systemClock as clock } from '../bot/contracts/clock'
import type { Logger } from '../bot/contracts/logger'
import type { Store } from '../bot/contracts/store'
import { createHandOffDesk } from '../bot/hand-off/hand-off-desk'
import type { Wing } from './wing'

interface Inside {
  readonly store: Store
  readonly bot: Bot
  readonly logger: Logger
}

export const openHandOff = ({ store, bot, logger }: Inside): Wing => ({
  router: createHandOffRoutes({
    desk: createHandOffDesk({ store, bot, clock }),
    secretOf: readDeskSecret,
    clock,
    logger,
  }),
})
