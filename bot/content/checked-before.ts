// What checking gave, kept from one start to the next: the same program finds the same in the same files.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { checkToServe, type CheckedContent, type Compile } from './content'
import type { ContentFiles } from './content-files'
import type { Finding } from '../contracts/basics/finding'
import type { Logger } from '../contracts/basics/logger'
import { removeOldCached, writeCachedFile } from '../disk-cache/cached-file'
import { sealBytes, unsealBytes } from '../disk-cache/sealed-bytes'

export interface CheckedPlace {
  readonly cacheDirectory: string
  /** Differs whenever the program does. */
  readonly program: string
  /** The hash of the files. */
  readonly bundle: string
  readonly now: Date
}

interface Kept {
  readonly checkedAt: Date
  readonly checked: CheckedContent
}

const format = 'dygnet-checked-1'
/** How they are called. */
export const checkedFiles = /^checked-[0-9a-f]{32}\.bin$/
/** More than of other caches: open talks are pinned to the dialogs of bundles before, each of which is checked again else. */
const filesKept = 10

function fileFor({ cacheDirectory, program, bundle }: CheckedPlace): string {
  // Node brings the words of dates and numbers, and the form that is written below.
  const name = createHash('sha256')
    .update(JSON.stringify([program, process.version, bundle]))
    .digest('hex')
  return join(cacheDirectory, `checked-${name.slice(0, 32)}.bin`)
}

/**
 * Undefined when there is nothing to recall. What was checked without errors has none on a later day either, only more
 * reminders; on an earlier one (a clock that was wrong) a review may lie ahead, which is an error, so that day checks anew.
 */
export function recallChecked(place: CheckedPlace, logger: Logger): CheckedContent | undefined {
  const file = fileFor(place)
  try {
    const { checkedAt, checked } = deserialize(unsealBytes(format, readFileSync(file))) as Kept
    return checkedAt <= place.now ? checked : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      logger.warn({ err: error, file }, 'what was checked before cannot be used; checking anew')
    return undefined
  }
}

/** For content without errors only. A cache that cannot be written costs time at the next start, no more. */
export function rememberChecked(place: CheckedPlace, checked: CheckedContent, logger: Logger): void {
  const kept: Kept = { checkedAt: place.now, checked }
  try {
    writeCachedFile(fileFor(place), sealBytes(format, serialize(kept)))
    removeOldCached(place.cacheDirectory, checkedFiles, filesKept)
  } catch (error) {
    logger.warn({ err: error }, 'what was checked could not be kept')
  }
}

export const errorsOf = ({ read }: CheckedContent): readonly Finding[] =>
  read.findings.filter(({ severity }) => severity === 'error')

export interface CheckOptions {
  readonly cacheDirectory: string
  /** Names the program that checks; left out, all is checked anew and nothing remembered. */
  readonly program?: string | undefined
  readonly now: Date
}

/**
 * Checks files anew, unless the same program found no error in the same ones before.
 * @param compile knows what has not changed since it was used last; left out, all is compiled anew
 */
export function checkUnlessKnown(
  files: ContentFiles,
  { program, ...rest }: CheckOptions,
  logger: Logger,
  compile?: Compile,
): CheckedContent {
  if (program === undefined) return checkToServe(files, rest.now, compile)
  const place: CheckedPlace = { ...rest, program, bundle: files.hash }
  const known = recallChecked(place, logger)
  if (known !== undefined) return known
  const checked = checkToServe(files, rest.now, compile)
  if (errorsOf(checked).length === 0) rememberChecked(place, checked, logger)
  return checked
}
