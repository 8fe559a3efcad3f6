// Files that can be made again at any time, kept so that the next start need not make them.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Written beside and renamed, so that nobody ever reads half a file. The folder is made when it is not there. */
export function writeCachedFile(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    writeFileSync(beside, bytes)
    renameSync(beside, file)
  } finally {
    rmSync(beside, { force: true })
  }
}

/** So that going back to yesterday's content is quick, and the folder does not grow with every edit. */
const usuallyKept = 3

/** Of the files whose names fit the pattern only so many of those written last are kept. */
export function removeOldCached(directory: string, pattern: RegExp, kept = usuallyKept): void {
  const files = readdirSync(directory)
    .filter((name) => pattern.test(name))
    .map((name) => join(directory, name))
    // Another process may have removed it meanwhile.
    .map((file) => ({ file, changedMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.changedMs - a.changedMs)
  for (const { file } of files.slice(kept)) rmSync(file, { force: true })
}
