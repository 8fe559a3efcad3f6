// Keeps for the unit that nothing is registered of a visit, and says so in the log.
import type { Clock } from '../contracts/clock'
import type { Logger } from '../contracts/logger'
import type { Store } from '../contracts/store'
import type { TellUnit } from './watch-visit'

export const unitAlertsKey = 'unit-alerts'

interface NoteParts {
  readonly store: Pick<Store, 'putRecord'>
  readonly clock: Clock
  readonly logger: Logger
}

/** The same visit and window is one record, however often it is noted. */
export const noteForUnit =
  ({ store, clock, logger }: NoteParts): TellUnit =>
  async ({ visitId, window }) => {
    await store.putRecord({
      collection: 'visit',
      id: `unit-alert ${visitId} ${window.end}`,
      keys: [unitAlertsKey],
      value: { kind: 'unit-alert', visitId, window, at: clock.now().toISOString() },
    })
    logger.warn({ visitId, windowEnd: window.end }, 'nothing is registered of a home care visit')
  }
