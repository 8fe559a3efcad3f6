// Documents kept beside conversations: cases, call-backs, feedback.
import type { Clock } from '../../bot/contracts/basics/clock'
import {
  touchedMs,
  type RecordWrite,
  type RetentionClass,
  type Store,
  type StoredRecord,
} from '../../bot/contracts/store/store'
import type { Database } from './database'
import { readJson, readText, toStoredJson } from './stored-text'
import { inGroups } from './write-in-groups'

export interface RecordTable extends Pick<
  Store,
  'record' | 'records' | 'recordsUnder' | 'recordsOf' | 'putRecord' | 'putRecords'
> {
  /** What comes back writes the record, within the transaction of the caller. */
  readonly preparePut: (write: RecordWrite) => () => void
}

interface RecordRow {
  readonly id: unknown
  readonly value: unknown
  readonly createdAt: unknown
}

const columns = 'CAST(record.id AS BLOB) AS id, value, CAST(created_at AS BLOB) AS createdAt'

/** Begins with the keys: left to itself, SQLite goes through all records of the collection. */
export const recordsUnderQuery = `SELECT ${columns} FROM record_key CROSS JOIN record USING (collection, id)
  WHERE record_key.collection = ? AND record_key.key = ? ORDER BY record_key.id`

function prepareStatements(database: Database) {
  return {
    put: database.prepare(
      `INSERT INTO record (collection, id, value, conversation_id, created_at, touched_ms)
       VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value,
         conversation_id = excluded.conversation_id, touched_ms = excluded.touched_ms`,
    ),
    forgetKeys: database.prepare('DELETE FROM record_key WHERE collection = ? AND id = ?'),
    addKey: database.prepare(
      'INSERT INTO record_key (collection, key, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ),
    under: database.prepare(recordsUnderQuery),
    one: database.prepare(`SELECT ${columns} FROM record WHERE collection = ? AND id = ?`),
    ofConversation: database.prepare(
      `SELECT CAST(collection AS BLOB) AS collection, ${columns} FROM record WHERE conversation_id = ?
       ORDER BY collection, record.id`,
    ),
    newest: database.prepare(
      `SELECT ${columns} FROM record WHERE collection = ? ORDER BY created_at DESC, record.id DESC LIMIT ?`,
    ),
    newestBefore: database.prepare(
      `SELECT ${columns} FROM record WHERE collection = ? AND (created_at, record.id) < (?, ?)
       ORDER BY created_at DESC, record.id DESC LIMIT ?`,
    ),
  }
}

function toRecord(collection: string, row: RecordRow): StoredRecord {
  const id = readText(row.id, `the id of a record of ${collection}`)
  const what = `record ${id} of ${collection}`
  return { id, value: readJson(row.value, what), createdAt: readText(row.createdAt, what) }
}

export function createRecords(database: Database, clock: Clock): RecordTable {
  const statements = prepareStatements(database)

  const preparePut = (write: RecordWrite) => {
    const value = toStoredJson(write.value)
    return () => {
      const now = clock.now()
      statements.put.run(
        write.collection,
        write.id,
        value,
        write.conversationId ?? null,
        now.toISOString(),
        touchedMs(write, now),
      )
      statements.forgetKeys.run(write.collection, write.id)
      for (const key of write.keys ?? []) statements.addKey.run(write.collection, key, write.id)
    }
  }

  return {
    preparePut,
    putRecord: async (write) => database.write(preparePut(write)),
    putRecords: (writes) => inGroups(writes.map(preparePut), database),
    record: (collection, id) =>
      database.read(() => {
        const row = statements.one.get(collection, id) as RecordRow | undefined
        return row === undefined ? undefined : toRecord(collection, row)
      }),
    recordsUnder: (collection, key) =>
      database.read(() => {
        const rows = statements.under.all(collection, key) as readonly RecordRow[]
        return rows.map((row) => toRecord(collection, row))
      }),
    recordsOf: (conversationId) =>
      database.read(() => {
        const rows = statements.ofConversation.all(conversationId) as readonly (RecordRow & {
          readonly collection: unknown
        })[]
        return rows.map((row) => {
          const collection = readText(row.collection, 'the class of a record') as RetentionClass
          return { collection, ...toRecord(collection, row) }
        })
      }),
    records: (collection, { limit, before }) =>
      database.read(() => {
        const rows = (
          before === undefined
            ? statements.newest.all(collection, limit)
            : statements.newestBefore.all(collection, ...before, limit)
        ) as readonly RecordRow[]
        return rows.map((row) => toRecord(collection, row))
      }),
  }
}
