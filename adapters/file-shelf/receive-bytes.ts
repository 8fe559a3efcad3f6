// Writes what comes in to a file, to a bound; what comes after it is read and thrown away, so that the sender hears why.
import { open } from 'node:fs/promises'
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
  // Opened before the bytes are waited for: a stream that opens it itself may still be about to make the file when the bytes
  // have broken off, and then nobody would remove it.
  const file = await open(path, 'wx', 0o600)
  await pipeline(bytes, bound, file.createWriteStream({ flush: true }))
  return length
}
