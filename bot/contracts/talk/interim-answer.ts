// What can be read of an answer while it is being written. It is kept nowhere and promised to nobody: whoever misses it gets
// the reply, and the reply is all that counts.
import type { ConversationId } from './ids'
import type { Language } from './language'

export interface InterimAnswer {
  readonly conversationId: ConversationId
  /** Names the answer that is being written. */
  readonly answer: string
  /** Counts from 1. */
  readonly part: number
  readonly language: Language
  /** ISO 8601: when the message came that it answers. */
  readonly at: string
  /** All of it so far, as the reply will have it. Undefined: it is written no more, and the reply comes now. */
  readonly text?: string
}
