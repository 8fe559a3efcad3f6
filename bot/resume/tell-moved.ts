// The deed of an outbox entry `tell-moved`: the talk that was carried on elsewhere says so, and ends what was open in it.
import { z } from 'zod'
import type { Bot } from '../contracts/bot'
import type { Clock } from '../contracts/basics/clock'
import { sayOfHouse, turnFailed } from '../contracts/house-message'
import { toConversationId, toHouseMessageId, type MessageId } from '../contracts/talk/ids'
import { channels } from '../contracts/talk/message'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { OutboxEntry, Store } from '../contracts/store/store'
import type { CarriedFrom } from './code-store'

export const tellMovedKind = 'tell-moved'
const payloadShape = z.object({ conversation: z.string(), channel: z.enum(channels), by: z.string() })

export const tellMovedEntry = (from: CarriedFrom, by: MessageId, now: Date): OutboxEntry => ({
  id: `moved/${from.conversationId}/${by}`,
  kind: tellMovedKind,
  dueAt: now.toISOString(),
  payload: { conversation: from.conversationId, channel: from.channel, by },
})

export interface TellMovedParts {
  readonly store: Pick<Store, 'lastSequence'>
  readonly bot: Pick<Bot, 'receive' | 'answer'>
  readonly clock: Clock
}

export const tellMoved =
  ({ store, bot, clock }: TellMovedParts): DoEntry =>
  async (entry) => {
    const moved = payloadShape.safeParse(entry.payload).data
    if (moved === undefined) return { kind: 'give-up', reason: 'no talk that moved' }
    const conversationId = toConversationId(moved.conversation)
    if ((await store.lastSequence(conversationId)) === 0)
      return { kind: 'dropped', reason: 'the talk is gone' }
    const content = { kind: 'house', news: { kind: 'moved' } } as const
    const isTold = await sayOfHouse(bot, {
      id: toHouseMessageId(`moved/${moved.by}`),
      conversationId,
      channel: moved.channel,
      receivedAt: clock.now().toISOString(),
      content,
    })
    return isTold ? { kind: 'done' } : turnFailed
  }
