// What the house says by itself in a conversation is a message with a turn, and nobody is there to try again when that fails.
import type { Bot } from './bot'
import { toMessageId, type MessageId } from './talk/ids'
import type { InboundMessage } from './talk/message'
import type { EntryResult } from './store/outbox-work'
import type { StoredTurn } from './store/store'

export const hasFailed = ({ outcome }: Pick<StoredTurn, 'outcome'>): boolean => outcome.startsWith('failed-')

/** Of an entry of the outbox whose turn failed: nothing was done. */
export const turnFailed: EntryResult = { kind: 'retry', reason: 'its turn failed' }

/** A turn that failed has done nothing: the same is tried again under another id, for its own gives the failure for good. */
export const idOfAttempt = (id: MessageId, attempt: number): MessageId =>
  attempt === 1 ? id : toMessageId(`${id}/${attempt}`)

/** Safe to repeat: what was said is not said again. False when its turn failed now. */
export async function sayOfHouse(
  bot: Pick<Bot, 'receive' | 'answer'>,
  message: InboundMessage,
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const id = idOfAttempt(message.id, attempt)
    const { kind } = await bot.receive({ ...message, id })
    if (!hasFailed(await bot.answer(message.conversationId, id))) return true
    if (kind === 'accepted') return false
  }
}
