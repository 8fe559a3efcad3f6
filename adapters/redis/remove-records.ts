// Removes records: those that name a conversation, and those whose time is over.
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { RetentionClass } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { removeRecordScript } from './scripts/record-scripts'

/** So many are looked at in one go. */
export const batchSize = 100

/** Counts what became of each that was looked at. */
export const toBatch = (ends: readonly (string | undefined)[]): Batch => ({
  looked: ends.length,
  removed: ends.filter((end) => end === 'gone').length,
  held: ends.filter((end) => end === 'held').length,
})

/** What one batch came to. */
export interface Batch {
  readonly looked: number
  readonly removed: number
  /** Passed over because of a legal hold. */
  readonly held: number
}

export interface RecordRemoval {
  /** All but those of the classes of `spare`. */
  ofConversation(
    conversationId: ConversationId,
    spare: readonly RetentionClass[],
  ): Promise<{ readonly spared: number; readonly held: number }>
  /** Those of these that are not held; gives how many. */
  these(collection: RetentionClass, ids: readonly string[]): Promise<number>
  /** @param skip so many of the oldest are known to be held */
  batchBefore(collection: RetentionClass, beforeMs: number, skip: number): Promise<Batch>
}

type Removed = readonly ['gone', conversationId: string] | readonly ['held'] | null

export function createRecordRemoval(connection: Connection, keys: Keys): RecordRemoval {
  /** Null when it stays because it was touched since, or names another conversation by now. */
  const remove = async (collection: RetentionClass, id: string, owner: string, beforeMs: number | '') => {
    const { entries, owners, newest, touched, keyed, keysOf, held } = keys.records(collection)
    const removed = await connection.run(
      removeRecordScript,
      [entries, owners, newest, touched, keyed, keysOf, held],
      [id, owner, beforeMs],
    )
    return removed as Removed
  }

  const unname = (conversationId: string, name: string) =>
    connection.use((client) => client.srem(keys.conversation(conversationId).records, name))

  const removeOld = async (collection: RetentionClass, id: string, beforeMs: number | '') => {
    const [kind, owner = ''] = (await remove(collection, id, '', beforeMs)) ?? []
    if (kind === 'gone' && owner !== '') await unname(owner, `${collection} ${id}`)
    return kind
  }

  return {
    async ofConversation(conversationId, spare) {
      const names = await connection.use((client) =>
        client.smembers(keys.conversation(conversationId).records),
      )
      let [spared, held] = [0, 0]
      for (const name of names) {
        const space = name.indexOf(' ')
        const collection = name.slice(0, space) as RetentionClass
        if (spare.includes(collection)) spared += 1
        else {
          const [kind] = (await remove(collection, name.slice(space + 1), conversationId, '')) ?? []
          if (kind === 'held') held += 1
          else await unname(conversationId, name)
        }
      }
      return { spared, held }
    },
    async these(collection, ids) {
      let removed = 0
      // One by one, and in their order: a whole that is held keeps its parts.
      for (const id of ids) {
        const isThere = await connection.use((client) => client.hexists(keys.records(collection).entries, id))
        if (isThere === 1 && (await removeOld(collection, id, '')) === 'gone') removed += 1
      }
      return removed
    },
    async batchBefore(collection, beforeMs, skip) {
      const ids = await connection.use((client) =>
        client.zrangebyscore(
          keys.records(collection).touched,
          '-inf',
          `(${beforeMs}`,
          'LIMIT',
          skip,
          batchSize,
        ),
      )
      const ends = await Promise.all(ids.map((id) => removeOld(collection, id, beforeMs)))
      return toBatch(ends)
    },
  }
}
