// Removes what has been kept for as long as the city has decided in `dialogs/city.yaml`.
import type { City } from './contracts/city'
import type { Logger } from './contracts/logger'
import { retentionClasses, type Store } from './contracts/store'

const dayMs = 86_400_000

interface RetentionParts {
  readonly store: Pick<Store, 'purge'>
  readonly city: Pick<City, 'keepDays'>
  readonly logger: Logger
  readonly now: Date
}

/** One class that fails does not keep the others; it is logged, and removed by a later call. A class without days stays. */
export async function applyRetention({ store, city, logger, now }: RetentionParts): Promise<void> {
  for (const retentionClass of retentionClasses) {
    const days = city.keepDays[retentionClass]
    if (days === undefined) continue
    try {
      const removed = await store.purge(retentionClass, new Date(now.getTime() - days * dayMs))
      if (removed > 0) logger.info({ retentionClass, removed }, 'what was kept long enough was removed')
    } catch (error) {
      logger.error({ err: error, retentionClass }, 'what was kept long enough could not be removed')
    }
  }
}
