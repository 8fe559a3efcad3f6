// The connection as the rooms of this store see it: kept statements, reads at once, writes in shared transactions.
import type Libsql from 'libsql'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { busyTimeoutMs, type Connection } from './open-database'
import { translateError } from './translate-error'
import { createWriteQueue } from './write-queue'

/** A statement kept prepared. Parameters are plain values: text, numbers, null, bytes. */
export type Statement = Libsql.Statement

export interface Database {
  prepare(sql: string): Statement
  /** Runs `look` now; its errors come as rejections in the words of the house. */
  read<Result>(look: () => Result): Promise<Result>
  /**
   * Runs `change` in a transaction, together with the other changes that arrive in the same turn of the event loop:
   * they share one sync of the disk. Resolves when it is durable. `change` must not be asynchronous, and may be run
   * again after a rollback. A change that fails takes no other one with it.
   */
  write<Result>(change: () => Result): Promise<Result>
  /**
   * Moves all of the log into the file and empties it: what was erased from the file stands there still. Does nothing while
   * somebody else reads; the log goes later then, as it always does.
   */
  emptyLog(): Promise<void>
  /** Writes that failed for no fault of theirs. */
  refusedWrites(): number
  /** Waits for the writes under way. */
  close(): Promise<void>
}

export function createDatabase(connection: Connection, file: string): Database {
  const enqueue = createWriteQueue(connection)
  let closed = false
  let refusedWrites = 0

  const inWords = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    if (closed) throw new DygnetError('store-unavailable', `${file}: the store was closed`)
    try {
      return await work()
    } catch (error) {
      throw translateError(error, file)
    }
  }

  return {
    prepare: (sql) => connection.prepare(sql),
    read: inWords,
    async write(change) {
      try {
        return await inWords(() => enqueue(change))
      } catch (error) {
        if (!closed && error instanceof DygnetError && error.retryable) refusedWrites += 1
        throw error
      }
    },
    emptyLog: () =>
      inWords(() => {
        // Everybody would wait here for a reader that takes its time.
        connection.pragma('busy_timeout = 0')
        try {
          connection.pragma('wal_checkpoint(TRUNCATE)')
        } finally {
          connection.pragma(`busy_timeout = ${busyTimeoutMs}`)
        }
      }),
    refusedWrites: () => refusedWrites,
    async close() {
      if (closed) return
      closed = true
      // Behind all writes that were asked for before. Where they fail, whoever asked for them hears of it.
      await enqueue(() => undefined).catch(() => undefined)
      try {
        connection.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        connection.close()
      }
    },
  }
}
