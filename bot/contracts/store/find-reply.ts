// Which reply is meant: who judges an answer names it by an id that came from outside.
import { toMessageId, type ConversationId } from '../talk/ids'
import type { Reply } from '../talk/reply'
import type { Store } from './store'

/** Finds a reply of a conversation by its id; undefined when no such reply was given there. */
export async function findReply(
  store: Pick<Store, 'turnOf'>,
  conversationId: ConversationId,
  replyId: string,
): Promise<Reply | undefined> {
  const turn = await store.turnOf(conversationId, toMessageId(replyId.replace(/\/\d+$/, '')))
  return turn?.replies.find(({ id }) => id === replyId)
}
