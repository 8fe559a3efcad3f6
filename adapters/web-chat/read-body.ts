// Reads a JSON body by hand: bounded, strict about what it is, and cheaper than a general parser on the hottest path.
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { Problem } from './problem'

export const maxBodyBytes = 32 * 1_024
/** An upload is read to its end and thrown away, because browsers report a cut connection as "no network"; but not for ever. */
const maxDrainedBytes = 10 * 1_024 * 1_024

const tooLarge = (): Problem => new Problem('MessageTooLarge', `A body may hold ${maxBodyBytes} bytes.`)

/**
 * @returns the parsed JSON; undefined for an empty body.
 * @throws Problem `BadArgument`, `MessageTooLarge` or `UnsupportedMediaType`.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type']
  const encoding = request.headers['content-encoding']
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(type))
    return refuse(request, 'JSON only.')
  if (encoding !== undefined && encoding !== 'identity') return refuse(request, 'No compressed bodies.')
  const body = await readBytes(request)
  if (body.length === 0) return undefined
  if (!isUtf8(body)) throw new Problem('BadArgument', 'The body is not UTF-8.')
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    throw new Problem('BadArgument', 'The body is not JSON.')
  }
}

async function refuse(request: IncomingMessage, why: string): Promise<never> {
  await drain(request)
  throw new Problem('UnsupportedMediaType', why)
}

function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= maxBodyBytes) chunks.push(chunk)
      else {
        chunks.length = 0
        if (length > maxDrainedBytes) request.destroy()
      }
    })
    request.once('end', () => {
      if (length > maxBodyBytes) reject(tooLarge())
      else resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length))
    })
    whenCutOff(request, reject)
  })
}

/** Reads to the end without keeping anything. */
export function drain(request: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > maxDrainedBytes) request.destroy()
    })
    request.once('end', resolve)
    whenCutOff(request, reject)
    if (request.readableEnded) resolve()
  })
}

/** Nobody is there to read the answer; the promise must end all the same. */
function whenCutOff(request: IncomingMessage, reject: (reason: Problem) => void): void {
  const cutOff = (): void => {
    reject(new Problem('BadArgument', 'The connection ended in the middle of the body.'))
  }
  // Every request ends with "close": only one that came too early is worth an error with its stack.
  request.once('close', () => {
    if (!request.readableEnded) cutOff()
  })
  request.once('error', cutOff)
  if (request.destroyed) cutOff()
}
