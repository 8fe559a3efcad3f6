// The body of a request as it was sent, for a signature is over exactly these bytes.
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal'

/** Five hundred events take a third of it. */
export const maxBodyBytes = 512 * 1_024

/** @throws Refusal `too-large`, or `malformed` when the connection ended in the middle. */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > maxBodyBytes) return Promise.reject(new Refusal('too-large'))
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= maxBodyBytes) chunks.push(chunk)
      else reject(new Refusal('too-large'))
    })
    request.once('end', () => resolve(Buffer.concat(chunks, length)))
    const cutOff = () => reject(new Refusal('malformed'))
    request.once('error', cutOff)
    request.once('close', cutOff)
  })
}
