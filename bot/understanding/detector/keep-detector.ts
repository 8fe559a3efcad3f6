// A detector between two starts: from the cache when the examples are the same as last time, taught anew when they are not.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Logger } from '../../contracts/basics/logger'
import { removeOldCached, writeCachedFile } from '../../disk-cache/cached-file'
import { sealBytes, unsealBytes } from '../../disk-cache/sealed-bytes'
import { Detector, type DetectorParts } from './detector'
import type { ReadKin } from './hashed-text'
import { trainDetector, type DetectorExample } from './train-detector'

export interface DetectorPlace {
  /** Made when it is not there; what is old is removed from it. */
  readonly cacheDirectory: string
  /** Differs whenever the examples do, or what is known of the kin of words. */
  readonly contentHash: string
}

/** Raised whenever features, training or the form of the parts change. */
const format = 'dygnet-detector-6'
/** Also what a version before kept here. */
const filePattern = /^(?:classifier|detector)-[0-9a-f]{32}\.bin$/

function fileFor({ cacheDirectory, contentHash }: DetectorPlace): string {
  const name = createHash('sha256').update(`${format}\n${contentHash}`).digest('hex').slice(0, 32)
  return join(cacheDirectory, `detector-${name}.bin`)
}

/** Undefined when the cache has none of these examples, or one that is damaged, which is logged. */
export function loadDetector(place: DetectorPlace, readKin: ReadKin, logger: Logger): Detector | undefined {
  const file = fileFor(place)
  try {
    return new Detector(deserialize(unsealBytes(format, readFileSync(file))) as DetectorParts, readKin)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      logger.warn({ err: error, file }, 'cached detector is unusable; teaching a new one')
    return undefined
  }
}

/** Leaves one in the cache. @throws Error when it cannot be written, before anything is learnt where there can be no folder */
export function learnDetector(
  place: DetectorPlace,
  examples: readonly DetectorExample[],
  readKin: ReadKin,
): void {
  mkdirSync(place.cacheDirectory, { recursive: true })
  writeCachedFile(fileFor(place), sealBytes(format, serialize(trainDetector(examples, readKin).parts)))
  removeOldCached(place.cacheDirectory, filePattern)
}
