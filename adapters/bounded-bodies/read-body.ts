// The whole body of a request or of an answer, within a bound. By hand, and not by `express.raw`: that reads a body that is
// too large to its end before it refuses it, and a body without end has none.
import type { IncomingMessage } from 'node:http'

export interface BodyBound {
  /** Bytes that are kept. */
  readonly most: number
  /**
   * Bytes that are read, and thrown away where they are more than `most`, before the body is refused: for senders who take
   * a connection that is closed while they send for a broken one. As many as `most` when it is not given.
   */
  readonly mostRead?: number
}

export type ReadBody =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  /** Nothing more of it is read; when there is more (`message.complete`), that is the caller's to be rid of. */
  | { readonly kind: 'too-large' }
  /** The connection ended in the middle of it. */
  | { readonly kind: 'cut-off' }

/** Never rejects. What announces too much is too large before any of it is read, unless it is to be read all the same. */
export function readBody(message: IncomingMessage, { most, mostRead }: BodyBound): Promise<ReadBody> {
  const announced = Number(message.headers['content-length'] ?? 0)
  if (mostRead === undefined && announced > most) return Promise.resolve({ kind: 'too-large' })
  return readWithin(message, most, mostRead ?? most)
}

function readWithin(message: IncomingMessage, most: number, mostRead: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const take = (chunk: Buffer): void => {
      length += chunk.length
      if (length <= most) chunks.push(chunk)
      else if (length > mostRead) {
        message.off('data', take).pause()
        resolve({ kind: 'too-large' })
      }
    }
    const finish = (): void => {
      resolve(length > most ? { kind: 'too-large' } : { kind: 'whole', bytes: joined(chunks, length) })
    }
    const giveUp = (): void => {
      resolve({ kind: 'cut-off' })
    }
    // Its events may be over: somebody else has read it, or it was cut off before anybody could.
    if (message.readableEnded) finish()
    else if (message.destroyed) giveUp()
    else message.on('data', take).once('end', finish).once('error', giveUp).once('close', giveUp)
  })
}

/** Most bodies come in one piece, which need not be copied. */
const joined = (chunks: readonly Buffer[], length: number): Buffer =>
  chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length)
