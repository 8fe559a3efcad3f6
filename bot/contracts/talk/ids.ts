// Names that must not be mixed up: each id is a string with a brand that only its own maker gives it.

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Names one conversation on every channel: `web:<random>` or `sms:<our number>:<theirs, hashed>`. */
export type ConversationId = Branded<'ConversationId'>
/** Names one inbound message within its conversation; the channel's own id, so a repeat carries the same one. */
export type MessageId = Branded<'MessageId'>
/** Names one reply: `<message id>/<n>`, n from 1, so a repeated turn gives the same ids. */
export type ReplyId = Branded<'ReplyId'>

export const toConversationId = (text: string): ConversationId => text as ConversationId
export const toMessageId = (text: string): MessageId => text as MessageId

const houseMark = 'house/'
/** The id of what the house says by itself. Others can work such ids out, so no channel lets one in. */
export const toHouseMessageId = (name: string): MessageId => toMessageId(houseMark + name)
export const isHouseMessageId = (id: string): boolean => id.startsWith(houseMark)

export const toReplyId = (messageId: MessageId, n: number): ReplyId => `${messageId}/${n}` as ReplyId
