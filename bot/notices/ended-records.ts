// What is written when a subscription ends.
import { toConversationId } from '../contracts/talk/ids'
import type { RecordWrite } from '../contracts/store/store'
import type { KeptSubscription } from './subscription'
import { forgottenRecord } from './told'

export type EndOfSubscription = 'stopped' | 'consent-withdrawn' | 'undone'

/** Nothing of the person is left in what stays; that it ended, and why, is kept for audit. */
export function endedRecords(
  subscriptions: readonly KeptSubscription[],
  why: EndOfSubscription,
  now: Date,
): readonly RecordWrite[] {
  const at = now.toISOString()
  return subscriptions.flatMap(({ id, topic, dialog, conversation, purposes }) => {
    const conversationId = toConversationId(conversation)
    const ended = { topic, dialog, why, at }
    return [
      { collection: 'subscription', id, conversationId, value: ended },
      forgottenRecord({ id, conversation }),
      {
        collection: 'audit',
        id: `subscription-ended/${id}/${at}`,
        conversationId,
        value: { subscription: id, purposes, ...ended },
      },
    ] as const
  })
}
