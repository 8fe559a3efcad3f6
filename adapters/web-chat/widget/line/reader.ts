// Hands on what is new of what the server sends, each activity once, and knows where the next read begins.
import type { Batch, ReceivedActivity } from './activity'

/** Before everything: without a watermark the server would show the last lines only. */
const firstWatermark = '0'

export type Receive = (activities: readonly ReceivedActivity[], history: boolean) => void

/** @param receive `history` is true for what was said before this page was opened. */
export function createReader(receive: Receive) {
  let known = new Set<string>()
  let watermark = firstWatermark
  return {
    watermark: () => watermark,
    forget: (): void => {
      known = new Set()
      watermark = firstWatermark
    },
    /** @returns whether anything in it was new. */
    take(batch: Batch, history = false): boolean {
      if (batch.watermark) watermark = batch.watermark
      const fresh = batch.activities.filter((each) => each.id === undefined || !known.has(each.id))
      for (const { id } of fresh) if (id !== undefined) known.add(id)
      if (fresh.length > 0) receive(fresh, history)
      return fresh.length > 0
    },
  }
}
export type Reader = ReturnType<typeof createReader>
