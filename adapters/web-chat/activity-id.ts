// Ids and watermarks of Direct Line, both made of a line's place in the transcript, so that nothing has to be kept for them.
import type { ConversationId } from '../../bot/contracts/talk/ids'

/** `<conversation>|<sequence, at least seven digits>`, the form Azure's Direct Line uses. */
export const toActivityId = (conversationId: ConversationId, sequence: number): string =>
  `${conversationId}|${String(sequence).padStart(7, '0')}`

/** The sequence behind an activity id of this conversation; undefined for anything else. */
export function sequenceOf(activityId: string, conversationId: ConversationId): number | undefined {
  const prefix = `${conversationId}|`
  const digits = activityId.startsWith(prefix) ? activityId.slice(prefix.length) : ''
  return /^\d{7,15}$/.test(digits) ? Number(digits) : undefined
}

/** So much history is shown to somebody who comes without a watermark; clients get slow with more. */
const historyLines = 30

/**
 * Where reading begins: exactly at the watermark, or at most 30 lines back without a usable one.
 * Never beyond the end, where a client would wait for lines that have long been said.
 */
export function startAfter(watermark: unknown, lastSequence: number): number {
  return typeof watermark === 'string' && /^\d{1,15}$/.test(watermark)
    ? Math.min(Number(watermark), lastSequence)
    : Math.max(0, lastSequence - historyLines)
}
