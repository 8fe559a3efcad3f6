// Reads a JSON body: bounded, strict about what it is, and cheaper than a general parser on the hottest path.
import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { readBody, type ReadBody } from '../bounded-bodies'
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
  const read = await readBody(request, { most: maxBodyBytes, mostRead: maxDrainedBytes })
  demandEnd(request, read)
  if (read.kind !== 'whole') throw tooLarge()
  const body = read.bytes
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

/** Reads to the end without keeping anything. @throws Problem `BadArgument` when there is no end. */
export async function drain(request: IncomingMessage): Promise<void> {
  demandEnd(request, await readBody(request, { most: 0, mostRead: maxDrainedBytes }))
}

function demandEnd(request: IncomingMessage, { kind }: ReadBody): void {
  if (kind === 'whole' || (kind === 'too-large' && request.complete)) return
  // Nobody is there to read an answer, or nobody will stop sending to read it.
  request.destroy()
  throw new Problem('BadArgument', 'The connection ended in the middle of the body.')
}
