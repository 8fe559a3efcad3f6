// That a talk goes on elsewhere, known from the commit that carried it on: until the talk itself has heard of it, what was open
// stands in both, and is to be done once.
import { z } from 'zod'
import type { ConversationId } from '../contracts/talk/ids'
import type { RecordWrite, Store } from '../contracts/store/store'
import { keyedHash } from '../privacy/keyed-hash'

const shape = z.object({ at: z.string() })

/** In a commit of another conversation, so no record of this one; it tells nothing of whose it is. */
const idOf = async (store: Pick<Store, 'keepOnce'>, conversationId: ConversationId): Promise<string> =>
  `moved ${await keyedHash(store, `moved ${conversationId}`)}`

/** ISO 8601: when it was last carried on elsewhere; undefined when it never was, or has come back. */
export async function movedAt(
  store: Pick<Store, 'keepOnce' | 'record'>,
  conversationId: ConversationId,
): Promise<string | undefined> {
  const kept = await store.record('conversation', await idOf(store, conversationId))
  return shape.safeParse(kept?.value).data?.at
}

/** To be kept in the commit that carries it on. */
export const movedRecord = async (
  store: Pick<Store, 'keepOnce'>,
  conversationId: ConversationId,
  now: Date,
): Promise<RecordWrite> => ({
  collection: 'conversation',
  id: await idOf(store, conversationId),
  value: { at: now.toISOString() },
})

/** What is carried into a talk is to be done there, also where it came from there once. */
export async function comesBack(
  store: Pick<Store, 'keepOnce' | 'record'>,
  conversationId: ConversationId,
): Promise<readonly RecordWrite[]> {
  if ((await movedAt(store, conversationId)) === undefined) return []
  return [{ collection: 'conversation', id: await idOf(store, conversationId), value: {} }]
}
