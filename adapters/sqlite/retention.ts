// Removes: one conversation when its resident asks, whole classes when their time is over.
import { addOld } from '../../bot/contracts/store/add-old'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import { toConversationId } from '../../bot/contracts/talk/ids'
import type { Erasure } from '../../bot/contracts/store/legal-hold'
import type { OldOfClass, RetentionClass, Store } from '../../bot/contracts/store/store'
import type { StoreListeners } from '../../bot/contracts/store/store-listeners'
import type { Database } from './database'
import { conversationIsFree, recordIsFree } from './legal-holds'
import { readText } from './stored-text'

type Retention = Pick<Store, 'erase' | 'purge' | 'countOld'>

/** So many are removed at once: a purge of a year must not make residents wait. */
const batchSize = 100

const countBefore = (table: string, condition: string): string =>
  `SELECT count(*) AS count, min(touched_ms) AS oldestMs FROM ${table} WHERE ${condition} AND touched_ms < ?`

interface Counted {
  readonly count: number
  readonly oldestMs: number | null
}

const toOld = ({ count, oldestMs }: Counted): OldOfClass => ({
  count,
  ...(oldestMs !== null && { oldest: new Date(oldestMs).toISOString() }),
})

function prepareStatements(database: Database) {
  const ofConversation = 'conversation_key = (SELECT key FROM conversation WHERE id = ?)'
  return {
    conversation: [
      database.prepare(`DELETE FROM line WHERE ${ofConversation}`),
      database.prepare(`DELETE FROM message WHERE ${ofConversation}`),
      database.prepare('DELETE FROM conversation WHERE id = ?'),
    ],
    heldConversation: database.prepare(`SELECT 1 FROM legal_hold WHERE collection = '' AND id = ?`),
    outboxOf: database.prepare('DELETE FROM outbox WHERE ordering_key = ?'),
    recordsOf: database.prepare(
      `DELETE FROM record WHERE conversation_id = ?1 AND ${recordIsFree}
         AND collection NOT IN (SELECT value FROM json_each(?2))`,
    ),
    heldRecordOf: database.prepare(
      `SELECT 1 FROM record WHERE conversation_id = ?1 AND NOT ${recordIsFree}
         AND collection NOT IN (SELECT value FROM json_each(?2)) LIMIT 1`,
    ),
    oldConversations: database.prepare(
      `SELECT CAST(id AS BLOB) AS id FROM conversation WHERE touched_ms < ? AND ${conversationIsFree} LIMIT ?`,
    ),
    oldRecords: database.prepare(
      `DELETE FROM record WHERE (collection, id) IN (
         SELECT collection, id FROM record WHERE collection = ? AND touched_ms < ? AND ${recordIsFree} LIMIT ?)`,
    ),
    countConversations: database.prepare(countBefore('conversation', conversationIsFree)),
    countRecords: database.prepare(countBefore('record', `collection = ? AND ${recordIsFree}`)),
    countDeadLetters: database.prepare(
      'SELECT count(*) AS count, min(ready_ms) AS oldestMs FROM outbox WHERE dead = 1 AND ready_ms < ?',
    ),
    oldDeadLetters: database.prepare(
      'DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE dead = 1 AND ready_ms < ? LIMIT ?)',
    ),
  }
}

export function createRetention(database: Database, changes: StoreListeners): Retention {
  const statements = prepareStatements(database)

  const removeConversation = (conversationId: ConversationId) => {
    for (const statement of statements.conversation) statement.run(conversationId)
  }

  const eraseNow = (conversationId: ConversationId, spare: readonly RetentionClass[]): Erasure => {
    if (statements.heldConversation.get(conversationId) !== undefined) return 'held'
    removeConversation(conversationId)
    statements.outboxOf.run(conversationId)
    const spared = JSON.stringify(spare)
    statements.recordsOf.run(conversationId, spared)
    return statements.heldRecordOf.get(conversationId, spared) === undefined ? 'erased' : 'partly-held'
  }

  const purgeConversations = (beforeMs: number) => {
    const rows = statements.oldConversations.all(beforeMs, batchSize) as readonly { readonly id: unknown }[]
    const ids = rows.map(({ id }) => toConversationId(readText(id, 'the id of a conversation')))
    ids.forEach(removeConversation)
    return ids.length
  }

  const purgeRecords = (collection: RetentionClass, beforeMs: number) =>
    statements.oldRecords.run(collection, beforeMs, batchSize).changes

  /** Repeats a batch, each in a transaction of its own, until one comes back not full. */
  const untilDone = async (removeBatch: () => number): Promise<number> => {
    let removed = 0
    for (;;) {
      const count = await database.write(removeBatch)
      removed += count
      if (count < batchSize) return removed
    }
  }

  const countOf = (retentionClass: RetentionClass, beforeMs: number): readonly Counted[] => {
    const records = statements.countRecords.get(retentionClass, beforeMs) as Counted
    if (retentionClass !== 'conversation') return [records]
    const letters = statements.countDeadLetters.get(beforeMs) as Counted
    return [records, letters, statements.countConversations.get(beforeMs) as Counted]
  }

  return {
    countOld: (retentionClass, before) =>
      database.read(() => addOld(countOf(retentionClass, before.getTime()).map(toOld))),
    async erase(conversationId, spare = []) {
      const erasure = await database.write(() => eraseNow(conversationId, spare))
      if (erasure === 'held') return erasure
      changes.emit({ conversationId, lastSequence: 0 })
      // Gone it is already; a log that cannot be emptied now must not say otherwise.
      await database.emptyLog().catch(() => undefined)
      return erasure
    },
    async purge(retentionClass, before) {
      const beforeMs = before.getTime()
      const records = await untilDone(() => purgeRecords(retentionClass, beforeMs))
      if (retentionClass !== 'conversation') return records
      const letters = await untilDone(() => statements.oldDeadLetters.run(beforeMs, batchSize).changes)
      return records + letters + (await untilDone(() => purgeConversations(beforeMs)))
    },
  }
}
