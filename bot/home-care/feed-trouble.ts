// What operators look up about the feed: events that could not be read, and visits that units were told of.
import { z } from 'zod'
import { deadReasons } from '../contracts/home-care'
import type { Store } from '../contracts/store'
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

/** Oldest first, for as long as visits are kept. */
export async function feedTrouble(store: Pick<Store, 'recordsUnder'>): Promise<FeedTrouble> {
  const read = async <T extends { readonly at: string }>(key: string, shape: z.ZodType<T>) =>
    (await store.recordsUnder('visit', key))
      .flatMap(({ value }) => shape.safeParse(value).data ?? [])
      .sort((one, other) => (one.at < other.at ? -1 : 1))
  return { dead: await read(deadKey, dead), alerts: await read(unitAlertsKey, alert) }
}
