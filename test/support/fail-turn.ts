// A message of the house whose turn will fail: so often has one been begun for it, and no process has come to its end.
import type { Bot } from '../../bot/contracts/bot'
import { toConversationId, toHouseMessageId } from '../../bot/contracts/talk/ids'
import type { HouseNews, InboundMessage } from '../../bot/contracts/talk/message'
import type { Store } from '../../bot/contracts/store/store'

export const houseMessage = (
  conversation: string,
  name: string,
  news: HouseNews,
  more: Partial<InboundMessage> = {},
): InboundMessage => ({
  id: toHouseMessageId(name),
  conversationId: toConversationId(conversation),
  channel: 'web',
  receivedAt: '2026-11-24T01:30:00.000Z',
  content: { kind: 'house', news },
  ...more,
})

export async function failTurn(store: Store, bot: Bot, message: InboundMessage): Promise<void> {
  await bot.receive(message)
  for (let begun = 0; begun < 3; begun += 1) await store.nextWaiting(message.conversationId)
}
