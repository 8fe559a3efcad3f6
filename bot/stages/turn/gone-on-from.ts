// For how long a message may go on from what was said before it.
import { hourMs, minuteMs } from '../../contracts/basics/durations'
import type { Channel } from '../../contracts/talk/message'
import type { Turn } from './turn'

/** Milliseconds. A phone lies in a pocket between two texts. */
export const goneOnFromMs: Readonly<Record<Channel, number>> = { web: 30 * minuteMs, sms: 6 * hourMs }

/** Whether the message may go on from what was said then. */
export const mayGoOnFrom = ({ message, now }: Turn, at: string | undefined): boolean =>
  at !== undefined && now.getTime() - Date.parse(at) <= goneOnFromMs[message.channel]

/** Nothing but the dialog was talked about since then. */
export const isRightAfter = (turn: Turn, dialog: string, at: string | undefined): boolean =>
  turn.conversation.lastTopic === `dialog:${dialog}` && mayGoOnFrom(turn, at)
