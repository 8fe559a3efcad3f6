// The dialog on top of the conversation, with all that its walk needs to know of the world.
import type { Frame } from '../contracts/conversation'
import { adoptVersion } from '../dialog/adopt-version'
import type { Dialog } from '../dialog/model'
import type { WalkEnvironment } from '../dialog/walk-environment'
import { toLocalTime } from '../hours/local-time'
import { languageOf, withConversation, type Turn } from './turn'

export interface OpenDialog {
  readonly dialog: Dialog
  readonly frame: Frame
  readonly environment: WalkEnvironment
}

export const walkEnvironment = (turn: Turn): WalkEnvironment => ({
  now: turn.now,
  today: toLocalTime(turn.now, turn.content.city.timeZone).date,
  language: languageOf(turn),
  channel: turn.message.channel,
  city: turn.content.city,
  conversationId: turn.message.conversationId,
})

/** Undefined when no dialog is open, or when the open one is no longer among the city's dialogs. */
export function openDialog(turn: Turn): OpenDialog | undefined {
  const frame = turn.conversation.frames.at(-1)
  const dialog = frame === undefined ? undefined : turn.content.dialogs.get(frame.dialog)
  if (frame === undefined || dialog === undefined) return undefined
  // Staff may have edited the dialog since it was opened: what still is an answer stays.
  return { dialog, frame: adoptVersion(dialog, frame).frame, environment: walkEnvironment(turn) }
}

/** The turn with another frame in the place of the topmost one. */
export const withTopFrame = (turn: Turn, frame: Frame): Turn =>
  withConversation(turn, { frames: [...turn.conversation.frames.slice(0, -1), frame] })

export const withoutTopFrame = (turn: Turn): Turn =>
  withConversation(turn, { frames: turn.conversation.frames.slice(0, -1) })
