// A text from a phone that was told something: "mer", a question or a word of that dialog goes on in the dialog of the notice.
import type { Frame } from '../../contracts/talk/conversation'
import type { Store } from '../../contracts/store/store'
import { lastTexted } from '../../home-care/texted'
import { frameOfReply } from '../../notices/frame-of-reply'
import { standingConsents } from '../../notices/standing-consents'
import { answeredWithinMs, lastTold } from '../../notices/told'
import { frameOfVisits } from './frame-of-visits'
import { mayInterrupt } from '../turn/may-interrupt'
import { isReplyWord } from './reply-words'
import { goOn, withConversation, type Plan, type RepliedNotice, type Stage, type Turn } from '../turn/turn'

export interface HearNoticeReplyParts {
  readonly store: Pick<Store, 'record' | 'recordsUnder'>
}

/** The phone is known by the gateway's word, and what is said in reply goes to that same phone. */
export const hearNoticeReply =
  ({ store }: HearNoticeReplyParts): Stage =>
  async (begun) => {
    const { channel, from, content } = begun.message
    if (begun.plan !== undefined || channel !== 'sms' || from === undefined || content.kind !== 'text')
      return goOn(begun)
    const all = [await toldSubscriber(begun, from, store), await toldRelative(begun, from, store)]
    const told = all.reduce((last, one) => ((one?.at ?? '') > (last?.at ?? '') ? one : last))
    if (told === undefined) return goOn(begun)
    const notice: RepliedNotice = {
      dialog: told.frame.dialog,
      frame: told.frame,
      isLast: begun.lastTurnAt === undefined || begun.lastTurnAt < told.at,
    }
    const turn = { ...inLanguageOfNotice(begun, told.language), notice }
    const plan = isReplyWord(turn.text) && !waitsForOther(turn) ? planOfReply(turn) : undefined
    return goOn(plan === undefined ? turn : { ...turn, plan })
  }

interface ToldPhone {
  /** ISO 8601. */
  readonly at: string
  readonly language: string
  readonly frame: Frame
}

async function toldSubscriber(
  { now, content }: Turn,
  from: string,
  store: HearNoticeReplyParts['store'],
): Promise<ToldPhone | undefined> {
  const told = await lastTold(store, from, now)
  const dialog = told && content.dialogs.get(told.subscription.dialog)
  if (told === undefined || dialog?.notices.has(told.subscription.topic) !== true) return undefined
  const consents = await standingConsents(store, told.subscription.conversation, now)
  const frame = frameOfReply(dialog, told, { consents, now })
  return { at: told.at, language: told.subscription.language, frame }
}

/** Of the visits of the home care: their dialog asks again whether the grant stands. */
async function toldRelative(
  turn: Turn,
  from: string,
  store: HearNoticeReplyParts['store'],
): Promise<ToldPhone | undefined> {
  const { now } = turn
  const told = await lastTexted(store, from, now)
  if (told === undefined || now.getTime() - Date.parse(told.at) > answeredWithinMs) return undefined
  const frame = frameOfVisits(turn, from)
  return frame && { ...told, frame }
}

/** Nothing else has been said in this conversation yet. */
const inLanguageOfNotice = (turn: Turn, language: string): Turn =>
  turn.lastTurnAt === undefined && turn.content.city.languages.includes(language)
    ? withConversation(turn, { language })
    : turn

/** A dialog has asked something since the notice came: its question is what is answered. */
const waitsForOther = ({ conversation, notice }: Turn): boolean =>
  conversation.frames.length > 0 && notice?.isLast !== true

/** Opens the dialog of the notice; undefined where there is none to reply to, or where the open dialog lets none between. */
export const planOfReply = (turn: Turn): Plan | undefined =>
  turn.notice !== undefined && mayInterrupt(turn, `dialog:${turn.notice.dialog}`)
    ? { kind: 'start', dialog: turn.notice.dialog, frame: turn.notice.frame }
    : undefined

/**
 * For words that no question and no other topic took. Where a dialog waits, only what is clearly a question is a reply:
 * anything else was meant for it.
 */
export const planOfUnclearReply = (turn: Turn): Plan | undefined => {
  if (turn.notice?.isLast !== true || turn.classification === undefined) return undefined
  const isFree = turn.conversation.frames.length === 0 || turn.text.endsWith('?')
  return isFree ? planOfReply(turn) : undefined
}
