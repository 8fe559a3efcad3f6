// For how long a message may go on from what was said before it.
import { hourMs, minuteMs } from '../../contracts/basics/durations'
import type { Channel } from '../../contracts/talk/message'

/** Milliseconds. A phone lies in a pocket between two texts. */
export const goneOnFromMs: Readonly<Record<Channel, number>> = { web: 30 * minuteMs, sms: 6 * hourMs }
