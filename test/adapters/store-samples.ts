// What the store's tests put in: messages, replies, turns, and a clock that stands still until told to go on.
import type { Clock } from '../../bot/contracts/basics/clock'
import { toConversationId, toMessageId, toReplyId, type ConversationId } from '../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { Reply } from '../../bot/contracts/talk/reply'
import type { Store, TurnCommit } from '../../bot/contracts/store/store'

export interface StoppedClock extends Clock {
  advance(ms: number): void
}

export function stopClock(at = '2026-11-24T01:30:00.000Z'): StoppedClock {
  let nowMs = Date.parse(at)
  return {
    now: () => new Date(nowMs),
    advance: (ms) => {
      nowMs += ms
    },
  }
}

export const conversation = (name: string): ConversationId => toConversationId(`web:${name}`)

export const message = (
  conversationId: ConversationId,
  id: string,
  text = 'Hej! Är det tömning på torsdag?',
): InboundMessage => ({
  id: toMessageId(id),
  conversationId,
  channel: 'web',
  language: 'sv',
  receivedAt: '2026-11-24T02:30:00.000+01:00',
  content: { kind: 'text', text },
})

export const reply = (
  messageId: string,
  n = 1,
  text = 'Ja, på torsdag.\n\n- Ställ ut kärlet före 06:00',
): Reply => ({
  id: toReplyId(toMessageId(messageId), n),
  text,
  language: 'sv',
  suggestions: [{ label: 'Något annat', choice: { name: 'start', value: 'other' } }],
  sources: [
    {
      articleId: 'sophamtning',
      title: 'Sophämtning',
      url: 'https://example.se/sophamtning',
      owner: 'Avfall',
      reviewed: '2026-10-01',
    },
  ],
  asksFeedback: true,
})

export const turn = (
  conversationId: ConversationId,
  messageId: string,
  changes: Partial<TurnCommit> = {},
): TurnCommit => ({
  conversationId,
  messageId: toMessageId(messageId),
  expectedVersion: 0,
  state: JSON.stringify({ last: messageId }),
  replies: [reply(messageId)],
  outcome: 'answered-article',
  outbox: [],
  records: [],
  at: '2026-11-24T01:30:00.500Z',
  ...changes,
})

/** Accepts a message and commits its turn. */
export async function answerOne(
  store: Store,
  conversationId: ConversationId,
  messageId: string,
  changes: Partial<TurnCommit> = {},
): Promise<void> {
  await store.accept(message(conversationId, messageId))
  const { version } = await store.load(conversationId)
  const result = await store.commit(turn(conversationId, messageId, { expectedVersion: version, ...changes }))
  if (result.kind !== 'committed') throw new Error(`the turn of ${messageId} met a conflict`)
}
