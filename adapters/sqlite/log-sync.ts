// Syncs the write-ahead log to disk beside the event loop, so that the server works on while the disk does.
import { close, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import { DygnetError } from '../../bot/contracts/errors'

export interface LogSync {
  /** Resolves when all that was committed before the call survives a power cut. Rejects with `store-unavailable`. */
  sync(): Promise<void>
  close(): Promise<void>
}

const nothingToSync: LogSync = { sync: () => Promise.resolve(), close: () => Promise.resolve() }
const syncFile = promisify(fdatasync)
const closeFile = promisify(close)

function openLog(log: string): number {
  try {
    return openSync(log, 'r+')
  } catch (cause) {
    throw new DygnetError(
      'store-unavailable',
      `${log} cannot be opened; keep the database on a local disk, where SQLite can have its log beside it`,
      { cause },
    )
  }
}

/**
 * Opens the log of a database that is in WAL mode and has been written to. SQLite takes no locks on this file, so a
 * second descriptor harms none. The log stays the same file while a connection is open.
 *
 * After a failed sync nobody knows what is on the disk, and Linux reports it once only: every later sync fails too.
 */
export function openLogSync(file: string): LogSync {
  if (file === ':memory:') return nothingToSync
  const log = `${file}-wal`
  const descriptor = openLog(log)
  let failure: DygnetError | undefined
  return {
    async sync() {
      if (failure === undefined) {
        await syncFile(descriptor).catch((cause: unknown) => {
          failure = new DygnetError(
            'store-unavailable',
            `${log} cannot be synced: the disk gives errors; look at the system log, then start the server again`,
            { cause },
          )
        })
      }
      if (failure !== undefined) throw failure
    },
    close: () => closeFile(descriptor),
  }
}
