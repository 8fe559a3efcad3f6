// Group commit: writes that arrive in the same turn of the event loop share one transaction and one sync of the disk.
import type { Connection } from './open-database'

/** See `Database.write`. Rejects with SQLite's own errors. */
export type WriteQueue = <Result>(change: () => Result) => Promise<Result>

interface QueuedWrite {
  readonly run: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** At most this many share a transaction, so that the event loop never stands still for long. */
const longestBatch = 64

type RunBatch = (batch: readonly QueuedWrite[]) => void

function createRunBatch(connection: Connection): RunBatch {
  const begin = connection.prepare('BEGIN IMMEDIATE')
  const commit = connection.prepare('COMMIT')
  const rollback = connection.prepare('ROLLBACK')

  const attempt = (step: () => void): { readonly error: unknown } | undefined => {
    try {
      step()
      return undefined
    } catch (error) {
      if (connection.inTransaction) rollback.run()
      return { error }
    }
  }

  const runBatch: RunBatch = (batch) => {
    const rejectAll = ({ error }: { readonly error: unknown }) => batch.forEach(({ reject }) => reject(error))

    const notBegun = attempt(() => void begin.run())
    if (notBegun !== undefined) {
      rejectAll(notBegun)
      return
    }
    const fault = attempt(() => batch.forEach(({ run }) => run()))
    // The others may well succeed without the faulty one.
    if (fault !== undefined && batch.length > 1) {
      batch.forEach((write) => runBatch([write]))
      return
    }
    if (fault !== undefined) {
      rejectAll(fault)
      return
    }
    const notCommitted = attempt(() => void commit.run())
    if (notCommitted !== undefined) {
      rejectAll(notCommitted)
      return
    }
    batch.forEach(({ resolve }) => resolve())
  }
  return runBatch
}

export function createWriteQueue(connection: Connection): WriteQueue {
  const runBatch = createRunBatch(connection)
  let queue: QueuedWrite[] = []

  const flush = () => {
    const batch = queue.slice(0, longestBatch)
    queue = queue.slice(longestBatch)
    if (queue.length > 0) setImmediate(flush)
    runBatch(batch)
  }

  return <Result>(change: () => Result) =>
    new Promise<Result>((resolve, reject) => {
      let result: Result
      const run = () => {
        result = change()
      }
      if (queue.length === 0) setImmediate(flush)
      queue.push({ run, resolve: () => resolve(result), reject })
    })
}
