// One resident's whole errand, ending in a case: the messages that crashes are tried on.
import { createHash } from 'node:crypto'
import { toConversationId, toMessageId } from '../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../bot/contracts/talk/message'

/** Each at a house of their own, for who reports what is reported already is asked something else. */
const textsOf = (conversation: string): readonly string[] => {
  const house = 1 + (createHash('sha256').update(conversation).digest().readUInt32BE() % 100_000)
  return [`gatlyktan på Storgatan ${house} är trasig`, 'nej', 'hoppa över', 'hoppa över', 'ja']
}

export const crashMessages = (conversation: string): readonly InboundMessage[] =>
  textsOf(conversation).map((text, index) => ({
    id: toMessageId(`m${index + 1}`),
    conversationId: toConversationId(`web:${conversation}`),
    channel: 'web',
    receivedAt: '2026-11-24T02:30:00.000Z',
    content: { kind: 'text', text },
  }))

/** The one that begins the errand, one that answers a question and the one that makes the case; the others answer likewise. */
export const triedMessages: ReadonlySet<string> = new Set(['m1', 'm2', 'm5'])
