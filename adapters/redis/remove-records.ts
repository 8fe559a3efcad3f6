// Removes records: those that name a conversation, and those whose time is over.
import type { ConversationId } from '../../bot/contracts/ids'
import type { RetentionClass } from '../../bot/contracts/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { removeRecordScript } from './scripts/record-scripts'

/** So many are looked at in one go. */
export const batchSize = 100

/** What one batch came to. */
export interface Batch {
  readonly looked: number
  readonly removed: number
}

export interface RecordRemoval {
  ofConversation(conversationId: ConversationId): Promise<void>
  batchBefore(collection: RetentionClass, beforeMs: number): Promise<Batch>
}

export function createRecordRemoval(connection: Connection, keys: Keys): RecordRemoval {
  /** Gives the conversation it named or '', or null when it stays. */
  const remove = async (collection: RetentionClass, id: string, owner: string, beforeMs: number | '') => {
    const { entries, owners, newest, touched, keyed, keysOf } = keys.records(collection)
    const named = await connection.run(
      removeRecordScript,
      [entries, owners, newest, touched, keyed, keysOf],
      [id, owner, beforeMs],
    )
    return named as string | null
  }

  const unname = (conversationId: string, name: string) =>
    connection.use((client) => client.srem(keys.conversation(conversationId).records, name))

  const removeOld = async (collection: RetentionClass, id: string, beforeMs: number): Promise<boolean> => {
    const owner = await remove(collection, id, '', beforeMs)
    if (owner !== null && owner !== '') await unname(owner, `${collection} ${id}`)
    return owner !== null
  }

  return {
    async ofConversation(conversationId) {
      const names = await connection.use((client) =>
        client.smembers(keys.conversation(conversationId).records),
      )
      for (const name of names) {
        const space = name.indexOf(' ')
        await remove(name.slice(0, space) as RetentionClass, name.slice(space + 1), conversationId, '')
        await unname(conversationId, name)
      }
    },
    async batchBefore(collection, beforeMs) {
      const ids = await connection.use((client) =>
        client.zrangebyscore(keys.records(collection).touched, '-inf', `(${beforeMs}`, 'LIMIT', 0, batchSize),
      )
      const removed = await Promise.all(ids.map((id) => removeOld(collection, id, beforeMs)))
      return { looked: ids.length, removed: removed.filter(Boolean).length }
    },
  }
}
