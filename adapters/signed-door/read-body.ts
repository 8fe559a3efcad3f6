// The whole body of a request, within a bound.
import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal'

/** @throws Refusal `too-large`, or `cut-off` when the connection ends in the middle of it. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = request.headers
  if (encoding !== 'identity') throw new Refusal('unsupported-encoding')
  if (Number(length) > mostBytes) throw new Refusal('too-large')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > mostBytes) throw new Refusal('too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('cut-off')
  }
  return Buffer.concat(chunks, size)
}
