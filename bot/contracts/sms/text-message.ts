// A text message on its way out, as an outbox entry of the kind `sms` holds it.
import type { ConversationId, MessageId } from '../talk/ids'
import type { OutboxEntry } from '../store/store'

export interface TextMessage {
  /** E.164. */
  readonly to: string
  /** Our number that it comes from, E.164; the gateway's own when it is not given. */
  readonly from?: string
  readonly text: string
  /** ISO 8601. Sent later than this it is of no use. */
  readonly notAfter: string
  /** Id of the subscription it rests on: whoever sends it asks `mayStillBeSent` first. */
  readonly subscription?: string
  /** Id of the grant it rests on: whoever sends it asks again whether that stands. */
  readonly grant?: string
  /** It answers what its owner has just asked for: it goes also in quiet time, and to those who wrote STOPP before they asked. */
  readonly asked?: boolean
  /** A code that somebody waits for, who need not hold this phone: it goes in quiet time too, and not after STOPP. */
  readonly awaited?: boolean
  /** Advice to somebody in danger: it goes also when the day's money is gone. */
  readonly urgent?: boolean
}

export const textMessageKind = 'sms'

/** @param id names the message for good: one with the same id is not sent twice. */
export const textMessageEntry = (id: string, dueAt: Date, message: TextMessage): OutboxEntry => ({
  id,
  kind: textMessageKind,
  dueAt: dueAt.toISOString(),
  payload: message,
})

/** What is said in a conversation goes in the order in which it was said; advice to somebody in danger waits for nothing. */
export const inConversation = (
  entry: OutboxEntry,
  conversationId: ConversationId,
  urgent?: boolean,
): OutboxEntry => (urgent === true ? entry : { ...entry, orderingKey: conversationId })

/**
 * A reply waits in the outbox too, in case it does not reach the gateway as the answer to the request that asked: whoever has
 * answered with it finishes this entry.
 */
export const replyEntryId = (conversationId: ConversationId, messageId: MessageId): string =>
  `reply/${conversationId}/${messageId}`

/** Of what the house says by itself over SMS, as the answer to a message of its own: a turn is one text. */
export const toldEntryId = (conversationId: ConversationId, messageId: MessageId): string =>
  `told/${conversationId}/${messageId}`

/** What has become of a text that was handed to a gateway: a record of the class `sent-text` under the entry's id. */
export const sentTextKey = (gateway: string, id: string): string => `${gateway} ${id}`
