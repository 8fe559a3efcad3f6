// The compiled phrases, kept from one process to the next: compiling takes half a second of the processor, reading them a
// twentieth of that. The file is never needed: without it, or with one of other tables, the tables are compiled.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { compilePhrases } from './compile-phrases'
import { PhraseBook, type PackedBook } from './phrase-book'
import { phraseTables } from './phrase-tables'
import { removeOldCached, writeCachedFile } from '../disk-cache/cached-file'
import { sealBytes, unsealBytes } from '../disk-cache/sealed-bytes'

/** Whether this is the program as `npm run build` left it, and not TypeScript under a test or a tool. */
const isBuilt = __filename.endsWith('.js')
const usualFolder = isBuilt
  ? __dirname
  : join(__dirname, '..', '..', 'node_modules', '.cache', 'dygnet-phrases')
const pattern = /^[0-9a-f]{64}\.bin$/
/** Branches of work may share the folder. */
const filesKept = 10
/** What decides how the tables are compiled: this room with its tables, and how texts are normalised. */
const sourceFolders = [__dirname, join(__dirname, '..', 'text')]

/** As kept, or else compiled from the tables: those of TypeScript are kept then, those of a build only by the build. */
export function openPhrases(folder = usualFolder): PhraseBook {
  const key = knownSourceKey()
  return new PhraseBook(
    key === undefined ? compilePhrases(phraseTables) : (readKept(folder, key) ?? compileFrom(folder, key)),
  )
}

/** For the build: who starts the program may not be allowed to write where it stands. */
export function keepPhrases(): void {
  keep(usualFolder, sourceKey(), compilePhrases(phraseTables))
}

function compileFrom(folder: string, key: string): PackedBook {
  const packed = compilePhrases(phraseTables)
  if (isBuilt) return packed
  try {
    keep(folder, key, packed)
    removeOldCached(folder, pattern, filesKept)
  } catch {
    // A folder that cannot be written costs the next process half a second.
  }
  return packed
}

function keep(folder: string, key: string, packed: PackedBook): void {
  writeCachedFile(join(folder, `${key}.bin`), sealBytes(key, serialize(packed)))
}

function readKept(folder: string, key: string): PackedBook | undefined {
  try {
    return deserialize(unsealBytes(key, readFileSync(join(folder, `${key}.bin`)))) as PackedBook
  } catch {
    // Not there, damaged or of a later Node: the tables say the same.
    return undefined
  }
}

/** Undefined where the sources are not files of their own, as in a bundle of one file. */
function knownSourceKey(): string | undefined {
  try {
    return sourceKey()
  } catch {
    return undefined
  }
}

/** Differs whenever the tables do, or how they are compiled. */
function sourceKey(): string {
  const hash = createHash('sha256')
  for (const folder of sourceFolders)
    for (const file of (readdirSync(folder, { recursive: true }) as string[]).sort())
      if (/\.[jt]s$/.test(file)) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}
