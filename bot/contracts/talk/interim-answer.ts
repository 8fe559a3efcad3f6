// What can be read of an answer while it is being written. It is kept nowhere and promised to nobody: whoever misses it gets
// the reply, and the reply is all that counts.
import type { ConversationId, ReplyId } from './ids'
import type { Language } from './language'

export interface InterimAnswer {
  readonly conversationId: ConversationId
  /** The reply that will stand in its place, whatever it says then. */
  readonly reply: ReplyId
  /** Counts from 1. */
  readonly part: number
  readonly language: Language
  /** ISO 8601: when the message came that it answers. */
  readonly at: string
  /** All of it so far, as the reply will have it. */
  readonly text: string
}
