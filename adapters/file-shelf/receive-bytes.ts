// Writes what comes in to a file, to a bound; what comes after it is read and thrown away, so that the sender hears why.
import { createWriteStream } from 'node:fs'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Gives how many bytes came, more than `most` when there were too many; then the file is cut.
 * Rejects when the bytes broke off.
 */
export async function receiveBytes(bytes: Readable, path: string, most: number): Promise<number> {
  let length = 0
  const bound = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      length += chunk.length
      next(null, length > most ? undefined : chunk)
    },
  })
  await pipeline(bytes, bound, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  return length
}
