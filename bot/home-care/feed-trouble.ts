// What operators look up about the feed: events that could not be read, and visits that units were told of.
import { z } from 'zod'
import { dayMs } from '../contracts/basics/durations'
import { deadReasons } from '../contracts/home-care/home-care'
import type { Store } from '../contracts/store/store'
import { unitAlertsKey } from './note-for-unit'
import { deadKey } from './take-feed'

const dead = z.object({
  kind: z.literal('dead'),
  /** ISO 8601, as below: when it came. */
  at: z.string(),
  reason: z.enum(deadReasons),
  eventId: z.string().optional(),
})
const alert = z.object({
  kind: z.literal('unit-alert'),
  at: z.string(),
  visitId: z.string(),
  window: z.object({ start: z.string(), end: z.string() }),
})

export interface FeedTrouble {
  readonly dead: readonly z.infer<typeof dead>[]
  readonly alerts: readonly z.infer<typeof alert>[]
}

type TroubleStore = Pick<Store, 'recordsUnder'>

const read = async <T extends { readonly at: string }>(
  store: TroubleStore,
  key: string,
  shape: z.ZodType<T>,
): Promise<readonly T[]> =>
  (await store.recordsUnder('visit', key))
    .flatMap(({ value }) => shape.safeParse(value).data ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))

/** Oldest first, for as long as visits are kept. */
export const feedTrouble = async (store: TroubleStore): Promise<FeedTrouble> => ({
  dead: await read(store, deadKey, dead),
  alerts: await read(store, unitAlertsKey, alert),
})

/** Plans come the day before, and earlier. */
const recentMs = 2 * dayMs

/** Whether something that came lately could not be read: whose visit it was, nobody knows. */
export async function lacksEvents(store: TroubleStore, now: Date): Promise<boolean> {
  const from = new Date(now.getTime() - recentMs).toISOString()
  return (await read(store, deadKey, dead)).some(({ at }) => at >= from)
}
