// SQLite's errors in the words of the house: what happened, which file, what to do.
import { DygnetError, type ErrorCode } from '../../bot/contracts/basics/errors'

/** By the primary result code; every other one is `store-unavailable`. */
const errorByCode: Readonly<Record<string, ErrorCode>> = {
  SQLITE_FULL: 'store-full',
  SQLITE_READONLY: 'store-read-only',
  SQLITE_CORRUPT: 'store-corrupt',
  SQLITE_NOTADB: 'store-corrupt',
  SQLITE_FORMAT: 'store-corrupt',
}

/** What an operator can do, by SQLite's primary result code (https://www.sqlite.org/rescode.html). */
const adviceByCode: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'another process holds the file for long; run one server per file',
  SQLITE_LOCKED: 'another process holds the file for long; run one server per file',
  SQLITE_FULL: 'the disk is full; free some space',
  SQLITE_IOERR: 'the disk gives errors; look at the system log',
  SQLITE_READONLY: 'the file or its folder is not writable; give the server the right to write',
  SQLITE_CANTOPEN: 'the file cannot be opened; look at its folder and its permissions',
  SQLITE_CORRUPT: 'the file is damaged; stop the server, keep a copy, and put the last backup in its place',
  SQLITE_NOTADB: 'this is no SQLite file; move it away or name another file',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** `SQLITE_IOERR_FSYNC` → `SQLITE_IOERR`. */
const primaryCode = (code: string): string => code.split('_').slice(0, 2).join('_')

/** Errors that did not come from SQLite are faults of the caller or of ours and pass unchanged. */
export function translateError(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (error instanceof DygnetError || !code.startsWith('SQLITE_')) return error
  const primary = primaryCode(code)
  const kind = errorByCode[primary] ?? 'store-unavailable'
  const advice = adviceByCode[primary] ?? 'see the cause'
  return new DygnetError(kind, `${file}: ${code}: ${advice}`, { cause: error })
}
