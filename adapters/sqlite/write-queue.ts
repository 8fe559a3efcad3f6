// Group commit: writes that arrive in the same turn of the event loop share one transaction and one sync of the disk.
// The sync runs beside the event loop; a write is done when the disk has it.
import type { LogSync } from './log-sync'
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

/** One sync at a time: what is committed while it runs shares the next one. */
function createWaitForDisk(log: LogSync): (batch: readonly QueuedWrite[]) => void {
  let committed: QueuedWrite[] = []
  let isSyncing = false

  const syncAll = async () => {
    isSyncing = true
    while (committed.length > 0) {
      const covered = committed
      committed = []
      await log.sync().then(
        () => covered.forEach(({ resolve }) => resolve()),
        (error: unknown) => covered.forEach(({ reject }) => reject(error)),
      )
    }
    isSyncing = false
  }

  return (batch) => {
    committed.push(...batch)
    if (!isSyncing) void syncAll()
  }
}

function createRunBatch(connection: Connection, log: LogSync): RunBatch {
  const waitForDisk = createWaitForDisk(log)
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
    waitForDisk(batch)
  }
  return runBatch
}

export function createWriteQueue(connection: Connection, log: LogSync): WriteQueue {
  const runBatch = createRunBatch(connection, log)
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
