// A subscription: who wants to be told of what, by which phone, in which language, and the consent that allows it.
import { z } from 'zod'
import { valueSchema } from '../contracts/talk/conversation'
import { toConversationId } from '../contracts/talk/ids'
import { channels } from '../contracts/talk/message'
import type { RecordWrite, Store, StoredRecord } from '../contracts/store/store'

const schema = z.object({
  topic: z.string(),
  /** Whom it is about. */
  person: z.string(),
  /** E.164. */
  phone: z.string(),
  /** Dialog in which it was made, which has the notice. */
  dialog: z.string(),
  /** What notices may show and ask, by the names of the action's inputs. */
  kept: z.record(z.string(), valueSchema),
  /** Consents of this conversation that must all stand. */
  purposes: z.array(z.string()).min(1),
  conversation: z.string(),
  language: z.string(),
  channel: z.enum(channels),
  /** ISO 8601. */
  at: z.string(),
})
export type Subscription = z.infer<typeof schema>
export interface KeptSubscription extends Subscription {
  readonly id: string
}

export const subscriberKeys = {
  of: (topic: string, person: string): string => `of ${JSON.stringify([topic, person])}`,
  phone: (phone: string): string => `phone ${phone}`,
  conversation: (conversation: string): string => `conversation ${conversation}`,
}

/** Undefined for one that has ended. */
export function readSubscription({ id, value }: StoredRecord): KeptSubscription | undefined {
  const { data } = schema.safeParse(value)
  return data === undefined ? undefined : { ...data, id }
}

export async function subscriptionsUnder(
  store: Pick<Store, 'recordsUnder'>,
  key: string,
): Promise<readonly KeptSubscription[]> {
  const records = await store.recordsUnder('subscription', key)
  return records.flatMap((record) => readSubscription(record) ?? [])
}

export const subscriptionRecord = ({ id, ...value }: KeptSubscription): RecordWrite => ({
  collection: 'subscription',
  id,
  conversationId: toConversationId(value.conversation),
  keys: [
    subscriberKeys.of(value.topic, value.person),
    subscriberKeys.phone(value.phone),
    subscriberKeys.conversation(value.conversation),
  ],
  value,
})
