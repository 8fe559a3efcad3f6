// The dialog on top of the conversation, with all that its walk needs to know of the world.
import type { Frame } from '../../contracts/talk/conversation'
import { madeOnce } from '../../contracts/basics/made-once'
import type { Dialog } from '../../dialog/model/model'
import { takesDigits } from '../../dialog/answers/read-menu-number'
import { walk } from '../../dialog/walk/walk'
import type { WalkEnvironment } from '../../dialog/model/walk-environment'
import { toLocalTime } from '../../hours/local-time'
import { maskInCity } from '../../privacy/mask-in-city'
import { dialogOf } from './dialog-version'
import { languageOf, withConversation, type Turn } from './turn'
import type { Utterance } from './utterance'

export interface OpenDialog {
  readonly dialog: Dialog
  readonly frame: Frame
  readonly environment: WalkEnvironment
}

export const walkEnvironment = (turn: Turn): WalkEnvironment => ({
  mask: (text, readable = []) => maskInCity(turn.content.city, turn.now)(text, { readable }).text,
  now: turn.now,
  today: toLocalTime(turn.now, turn.content.city.timeZone).date,
  language: languageOf(turn),
  channel: turn.message.channel,
  city: turn.content.city,
  places: turn.content.places,
  conversationId: turn.message.conversationId,
})

/** Undefined when no dialog is open. `renew-dialogs` has seen to it that each open one is there, in its newest version. */
export function openDialog(turn: Turn): OpenDialog | undefined {
  const frame = turn.conversation.frames.at(-1)
  const dialog = frame === undefined ? undefined : dialogOf(turn.content, frame, turn.now)
  if (frame === undefined || dialog === undefined) return undefined
  return { dialog, frame, environment: walkEnvironment(turn) }
}

const asksForConsent = madeOnce(({ asks }: Dialog): boolean =>
  [...asks.values()].some(({ types }) => types.includes('consent')),
)

/** The turn with another frame in the place of the topmost one. */
export const withTopFrame = (turn: Turn, frame: Frame): Turn =>
  withConversation(turn, { frames: [...turn.conversation.frames.slice(0, -1), frame] })

export const withoutTopFrame = (turn: Turn): Turn =>
  withConversation(turn, { frames: turn.conversation.frames.slice(0, -1) })

/** Deeper, nobody remembers where they came from. */
export const mostOpenDialogs = 3

/** A number that is written may be the answer itself: such a question's options are chosen by their words. */
export function asksForDigits(turn: Turn): boolean {
  const open = openDialog(turn)
  const ask = open?.frame.open == null ? undefined : open.dialog.asks.get(open.frame.open)
  return ask !== undefined && takesDigits(ask)
}

/** What is confirmed is sent: the resident must have seen all of it. */
export function asksToConfirm(turn: Turn): boolean {
  const open = openDialog(turn)
  return open !== undefined && open.frame.open !== null && !open.dialog.asks.has(open.frame.open)
}

/** The question that waits, if one does: said again after whatever else was said. */
export const openQuestion = ({ conversation }: Turn): readonly Utterance[] =>
  conversation.frames.length === 0 ? [] : [{ kind: 'open-question' }]

/** When a dialog is over, the one below it is named and its question asked: again, where it was interrupted. */
export function backToOpenDialog({ conversation }: Turn): readonly Utterance[] {
  const open = conversation.frames.at(-1)
  return open === undefined
    ? []
    : [
        {
          kind: 'dialog-title',
          key: open.open === null ? 'dialog.now' : 'dialog.back-to',
          dialog: open.dialog,
        },
        { kind: 'open-question' },
      ]
}

/**
 * A changed file may have taken the question that waited: the one that is said in its place is the one that waits now. A
 * question for consent may be said in another language or version than before: what is consented to is what is said now.
 */
export function awaitWhatIsAsked(turn: Turn): Turn {
  const open = openDialog(turn)
  if (open === undefined || !turn.utterances.some(({ kind }) => kind === 'open-question')) return turn
  if (open.frame.open !== null && !asksForConsent(open.dialog)) return turn
  const { frame } = walk(open.dialog, open.frame, open.environment)
  return withTopFrame(turn, {
    ...open.frame,
    open: open.frame.open ?? frame.open,
    ...(frame.shown && { shown: frame.shown }),
  })
}
