// Whether the feed is alive. Without signs of life nothing may be concluded from what it does not say.
import { z } from 'zod'
import { minuteMs } from '../contracts/basics/durations'
import type { Store } from '../contracts/store/store'

const recordId = 'feed'
const schema = z.object({
  /** ISO 8601. When it was heard last. */
  heard: z.string(),
  /** Since when it has not been silent for long. */
  since: z.string(),
})

/** More often nothing is written. */
const writeEveryMs = 20_000
/** After a silence what was kept back comes all at once: so long nothing is concluded yet. */
export const settleMs = 5 * minuteMs

export interface Pulse {
  /** Keeps a sign of life; most are kept in memory only. */
  heard(at: Date): Promise<void>
}

/** Two nodes that write at the same moment write the same, but for a second. */
export function createPulse(store: Pick<Store, 'record' | 'putRecord'>, silentMs: () => number): Pulse {
  let writtenMs = -Infinity
  return {
    async heard(at) {
      const ms = at.getTime()
      if (ms - writtenMs < writeEveryMs) return
      const before = schema.safeParse((await store.record('visit', recordId))?.value).data
      const goesOn = before !== undefined && ms - Date.parse(before.heard) < silentMs()
      const heard = before !== undefined && before.heard > at.toISOString() ? before.heard : at.toISOString()
      const since = goesOn ? before.since : at.toISOString()
      await store.putRecord({ collection: 'visit', id: recordId, value: { heard, since } })
      writtenMs = ms
    },
  }
}

/** `settling`: it is back after a silence. */
export type FeedState = 'alive' | 'settling' | 'silent'

export async function feedState(
  store: Pick<Store, 'record'>,
  silentMs: number,
  now: Date,
): Promise<FeedState> {
  const { data } = schema.safeParse((await store.record('visit', recordId))?.value)
  if (data === undefined || now.getTime() - Date.parse(data.heard) >= silentMs) return 'silent'
  return now.getTime() - Date.parse(data.since) >= settleMs ? 'alive' : 'settling'
}
