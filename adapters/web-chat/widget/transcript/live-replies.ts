// What the newest replies change about those before: whose buttons are live, and in which language one reads on.
import type { ReceivedActivity } from '../line/activity'
import type { ReplyBubble } from './reply-bubble'

/** Buttons live until the resident says something, or the answer to something else brings other ones. */
export function createLiveReplies() {
  let replies: ReplyBubble[] = []
  /** The message whose answer has the buttons. */
  let turn: string | undefined

  function retire(said: string): void {
    replies.forEach((reply) => reply.retire(said))
    replies = []
  }
  return {
    retire,
    add(reply: ReplyBubble, { suggestedActions, channelData, replyToId }: ReceivedActivity): void {
      if (suggestedActions && !channelData?.dygnet?.aside && replyToId !== turn) {
        retire('')
        turn = replyToId
      }
      replies.push(reply)
    },
  }
}

/** @returns whether a reply is the first in another language; it may be the answer to what was chosen in the header. */
export function createSwitchWatch() {
  let before: ReceivedActivity | undefined
  return (reply: ReceivedActivity): boolean => {
    const last = before
    before = reply
    return !!last && spokenIn(last) !== spokenIn(reply) && last.replyToId !== reply.replyToId
  }
}

const spokenIn = ({ channelData }: ReceivedActivity): string | undefined => channelData?.dygnet?.language
