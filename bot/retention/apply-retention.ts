// Removes what has been kept for as long as the city has decided in `dialogs/city.yaml`.
import type { City } from '../contracts/city/city'
import { dayMs } from '../contracts/basics/durations'
import type { Logger } from '../contracts/basics/logger'
import { retentionClasses, type OldOfClass, type RetentionClass } from '../contracts/store/store'
import { countOver, purgeLogged, type Purging } from './deletion-log'

interface Times {
  readonly city: Pick<City, 'keepDays'>
  readonly now: Date
}

/** Undefined for a class without days: it stays. */
const endOf = (retentionClass: RetentionClass, { city, now }: Times): Date | undefined => {
  const days = city.keepDays[retentionClass]
  return days === undefined ? undefined : new Date(now.getTime() - days * dayMs)
}

interface RetentionParts extends Times {
  readonly store: Purging
  readonly logger: Logger
  readonly by: 'retention' | 'staff'
}

/** How many went of each class. One class that fails does not keep the others; it is logged, and removed by a later call. */
export async function applyRetention({
  store,
  logger,
  by,
  ...times
}: RetentionParts): Promise<ReadonlyMap<RetentionClass, number | 'failed'>> {
  const went = new Map<RetentionClass, number | 'failed'>()
  for (const retentionClass of retentionClasses) {
    const before = endOf(retentionClass, times)
    if (before === undefined) continue
    try {
      const removed = await purgeLogged(store, { retentionClass, before, by, now: times.now })
      went.set(retentionClass, removed)
      if (removed > 0) logger.info({ retentionClass, removed }, 'what was kept long enough was removed')
    } catch (error) {
      went.set(retentionClass, 'failed')
      logger.error({ err: error, retentionClass }, 'what was kept long enough could not be removed')
    }
  }
  return went
}

export interface ClassNow extends OldOfClass {
  readonly retentionClass: RetentionClass
  /** Undefined: kept until the city decides. */
  readonly days: number | undefined
}

/** What `applyRetention` would remove now, a class each. */
export async function surveyRetention(
  store: Parameters<typeof countOver>[0],
  times: Times,
): Promise<readonly ClassNow[]> {
  const found: ClassNow[] = []
  for (const retentionClass of retentionClasses) {
    const before = endOf(retentionClass, times)
    const old = before === undefined ? { count: 0 } : await countOver(store, retentionClass, before)
    found.push({ retentionClass, days: times.city.keepDays[retentionClass], ...old })
  }
  return found
}
