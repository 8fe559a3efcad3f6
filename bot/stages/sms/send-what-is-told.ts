// What the house says by itself in a conversation over SMS leaves as a text message, in the same commit as the turn.
import { dayMs } from '../../contracts/basics/durations'
import { inConversation, textMessageEntry, toldEntryId } from '../../contracts/sms/text-message'
import type { Turn } from '../turn/turn'

/** News of a case is old after a weekend. */
const usefulMs = 3 * dayMs

/** @param turn with its replies worded. On the web they are pushed to whoever reads. */
export function sendWhatIsTold(turn: Turn): Turn {
  const { message, conversation, now } = turn
  const { phone } = conversation
  if (message.content.kind !== 'house' || message.channel !== 'sms' || phone === null) return turn
  const asked = message.content.news.kind === 'person'
  const notAfter = new Date(now.getTime() + usefulMs).toISOString()
  // Over SMS a turn has one reply.
  const entries = turn.replies.map(({ text }) => {
    const entry = textMessageEntry(toldEntryId(message.conversationId, message.id), now, {
      to: phone.theirs,
      from: phone.ours,
      text,
      notAfter,
      // A person answers what the resident has just written.
      ...(asked && { asked }),
    })
    return inConversation(entry, message.conversationId)
  })
  return { ...turn, outbox: [...turn.outbox, ...entries] }
}
