// The vectors of passages on disk, so that each is asked for once and paid for once.
import { createHash } from 'node:crypto'
import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Logger } from '../../contracts/basics/logger'
import { removeOldCached, writeCachedFile } from '../../disk-cache/cached-file'
import { sealBytes, unsealBytes } from '../../disk-cache/sealed-bytes'

/** Key of a text → its vector, all of one dimension. */
export type Vectors = Map<string, Float32Array>

/** Vector `i` is `numbers` from `i * dimension` on. */
interface Kept {
  readonly keys: readonly string[]
  readonly numbers: Float32Array
}

const format = 'dygnet-vectors-1'
const filePattern = /^vectors-[0-9a-f]{16}\.bin$/

export class VectorFile {
  private readonly file: string

  /** @param embedder whose vectors these are; each has a file of its own, of which the last three are kept. */
  constructor(
    private readonly directory: string,
    embedder: string,
    private readonly logger: Logger,
  ) {
    const name = createHash('sha256').update(embedder).digest('hex').slice(0, 16)
    this.file = join(directory, `vectors-${name}.bin`)
  }

  /** None when there is no file yet. One that cannot be used is set aside as `….broken`, and the log says so. */
  read(): Vectors {
    try {
      const { keys, numbers } = deserialize(unsealBytes(format, readFileSync(this.file))) as Kept
      const dimension = numbers.length / Math.max(1, keys.length)
      return new Map(keys.map((key, at) => [key, numbers.slice(at * dimension, (at + 1) * dimension)]))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.setAside(error)
      return new Map()
    }
  }

  /** A folder that cannot be written costs money at the next start, and the log says so. */
  write(vectors: Vectors): void {
    const all = [...vectors.values()]
    const dimension = all[0]?.length ?? 0
    const numbers = new Float32Array(all.length * dimension)
    for (const [at, vector] of all.entries()) numbers.set(vector, at * dimension)
    const kept: Kept = { keys: [...vectors.keys()], numbers }
    try {
      writeCachedFile(this.file, sealBytes(format, serialize(kept)))
      removeOldCached(this.directory, filePattern)
    } catch (error) {
      this.logger.warn(
        { err: error },
        'the meanings of passages could not be kept; the next start asks for them again',
      )
    }
  }

  private setAside(error: unknown): void {
    this.logger.warn(
      { err: error, file: this.file },
      'the kept meanings of passages cannot be used; asking for them again',
    )
    try {
      renameSync(this.file, `${this.file}.broken`)
    } catch {
      // It is written anew in any case.
    }
  }
}
