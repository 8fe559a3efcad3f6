// Opens the database file, refuses what is not ours, and brings its tables up to date.
import { chmodSync, existsSync } from 'node:fs'
import Libsql from 'libsql'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { applicationId, migrations } from './migrations'
import { translateError } from './translate-error'

export type Connection = Libsql.Database

/** How long a write waits for another process on the same file; the event loop stands still meanwhile. */
export const busyTimeoutMs = 2000
/** Taken as needed. The 2 MB of the default hold 500 pages, and a busy hour touches more. */
const cacheKibibytes = 16_000
/** A page that many turns changed is moved from the log to the file once; the log grows to about 16 MB. */
const checkpointPages = 4_000

function connect(file: string): Connection {
  try {
    return new Libsql(file)
  } catch (cause) {
    throw new DygnetError(
      'store-unavailable',
      `${file} cannot be opened; look whether its folder exists and the server may write there`,
      { cause },
    )
  }
}

function pragmaNumber(connection: Connection, name: string): number {
  const row = connection.prepare(`PRAGMA ${name}`).raw().get() as readonly unknown[]
  return Number(row[0])
}

function setUp(connection: Connection): void {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`)
  connection.pragma('journal_mode = WAL')
  // FULL and not NORMAL: in WAL mode NORMAL survives a killed process, but a power cut loses the last commits,
  // and we have told residents by then that their message was received. The write queue shares one sync among
  // all writes of a moment, so the price is small; docs/decisions has the figures.
  connection.pragma('synchronous = FULL')
  // What is masked or erased is gone from the file, and not only out of sight.
  connection.pragma('secure_delete = ON')
  connection.pragma(`cache_size = -${cacheKibibytes}`)
  connection.pragma(`wal_autocheckpoint = ${checkpointPages}`)
}

/** A fresh file is empty; anything else must carry our mark. */
function refuseForeign(connection: Connection, file: string): void {
  const mark = pragmaNumber(connection, 'application_id')
  if (mark === applicationId) return
  const row = connection.prepare('SELECT count(*) FROM sqlite_schema').raw().get() as readonly unknown[]
  if (mark === 0 && Number(row[0]) === 0) return
  throw new DygnetError(
    'store-corrupt',
    `${file} is a database of another program; name a file of its own for Dygnet`,
  )
}

/**
 * For this program's user only, as residents' files are, whatever the umask. The log and its index are made with the mode of
 * the file; those that a crash left behind have their own.
 */
function closeToOthers(file: string): void {
  for (const path of [file, `${file}-wal`, `${file}-shm`])
    try {
      if (existsSync(path)) chmodSync(path, 0o600)
    } catch {
      // Of another owner, who decides; or of a file system that knows no modes.
    }
}

function migrate(connection: Connection, file: string): void {
  const version = pragmaNumber(connection, 'user_version')
  if (version > migrations.length) {
    throw new DygnetError(
      'store-corrupt',
      `${file} was written by a newer Dygnet (format ${version}, this one knows ${migrations.length}); ` +
        'start the newer version, or put back the backup made before the update',
    )
  }
  for (const migration of migrations.slice(version)) connection.exec(migration)
  connection.pragma(`application_id = ${applicationId}`)
  connection.pragma(`user_version = ${migrations.length}`)
}

/**
 * Opens `file` (made when missing) or `:memory:`.
 * @throws DygnetError `store-unavailable` when the file cannot be opened or written, `store-corrupt` when it is damaged,
 *   of another program, or of a newer version; each says what to do.
 */
export function openDatabase(file: string): Connection {
  const connection = connect(file)
  try {
    connection.pragma(`busy_timeout = ${busyTimeoutMs}`)
    // Looked at before the first write: journal_mode is kept in the file, and a file that is not ours stays as it is.
    refuseForeign(connection, file)
    closeToOthers(file)
    setUp(connection)
    // One transaction, so that two servers starting at once, or one killed amid it, leave a whole file.
    connection.exec('BEGIN IMMEDIATE')
    migrate(connection, file)
    connection.exec('COMMIT')
    return connection
  } catch (error) {
    connection.close()
    throw translateError(error, file)
  }
}
