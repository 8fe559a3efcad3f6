// Remembers which messages this process kept and never began, so that their first beginning need not be written.
//
// Attempts are counted to find a message that kills its process, and the next process remembers nothing: it counts from
// what stands in the file. The price is that such a message kills one process more before it is found.
import type { ConversationId } from '../../bot/contracts/talk/ids'

/** So many conversations are remembered; a forgotten one costs one write. */
const mostRemembered = 10_000

export interface FirstBeginnings {
  /** The message at this sequence was accepted just now. */
  keep(conversationId: ConversationId, sequence: number): void
  mayBeFirst(conversationId: ConversationId): boolean
  /** True when the message was kept here and not begun before; from now on its count is owed one. */
  begin(conversationId: ConversationId, sequence: number): boolean
  /** What is owed to the count of a message that is begun again: 1 or 0. */
  takeOwed(conversationId: ConversationId, sequence: number): number
}

export function createFirstBeginnings(): FirstBeginnings {
  /** Conversation → sequence of its newest message, not begun yet. */
  const unbegun = new Map<ConversationId, number>()
  /** Conversation → sequence of a message begun once and not counted. */
  const uncounted = new Map<ConversationId, number>()

  const remember = (map: Map<ConversationId, number>, conversationId: ConversationId, sequence: number) => {
    if (map.size >= mostRemembered) map.clear()
    map.set(conversationId, sequence)
  }
  const takeIf = (map: Map<ConversationId, number>, conversationId: ConversationId, sequence: number) => {
    const isSame = map.get(conversationId) === sequence
    map.delete(conversationId)
    return isSame
  }

  return {
    keep: (conversationId, sequence) => remember(unbegun, conversationId, sequence),
    mayBeFirst: (conversationId) => unbegun.has(conversationId),
    begin(conversationId, sequence) {
      const isFirst = takeIf(unbegun, conversationId, sequence)
      if (isFirst) remember(uncounted, conversationId, sequence)
      return isFirst
    },
    takeOwed: (conversationId, sequence) => (takeIf(uncounted, conversationId, sequence) ? 1 : 0),
  }
}
