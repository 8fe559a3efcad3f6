// The bot as its adapters see it: keep a message, answer it, finish what a crash left behind.
import type { ConversationId, MessageId } from './talk/ids'
import type { InboundMessage } from './talk/message'
import type { Acceptance, StoredTurn } from './store/store'

export interface Bot {
  /** Keeps the message durably; only when this has resolved may a channel say "received". Repeats change nothing. */
  receive(message: InboundMessage): Promise<Acceptance>
  /**
   * Runs the waiting turns of the conversation, oldest first, until this message is answered, and gives its committed turn:
   * the same one for every repeat. Rejects only when the store is down; the message is then still waiting.
   */
  answer(conversationId: ConversationId, messageId: MessageId): Promise<StoredTurn>
  /** Answers everything that waits in the store, for example after a crash; gives how many conversations had something. */
  recover(): Promise<number>
  /** Resolves when no turn is running here any more. */
  settled(): Promise<void>
}

/** Key in a Bot Framework `turnState` under which an adapter hands over the message it has parsed and kept. */
export const inboundMessageKey = Symbol('dygnet.inboundMessage')
