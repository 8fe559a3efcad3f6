// Pictures that came with a text: fetched from the gateway, and nowhere else, and put on the shelf as any other.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FileShelf } from '../../bot/contracts/store/file-shelf'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { SentFile } from '../../bot/contracts/talk/sent-file'
import type { SmsGateway } from './gateway'

const deadlineMs = 3_000
const mostPictures = 3

/**
 * Those that are pictures we keep. Rejects when one cannot be fetched now, and keeps none of them: the gateway is to send the
 * text again, with all of its pictures.
 */
export async function fetchMedia(
  gateway: SmsGateway,
  shelf: Pick<FileShelf, 'take' | 'discard'>,
  conversationId: ConversationId,
  addresses: readonly string[],
): Promise<readonly SentFile[]> {
  const fetched = await Promise.allSettled(
    addresses.slice(0, mostPictures).map((address) => takeOne(gateway, shelf, conversationId, address)),
  )
  const taken = fetched.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  const failed = fetched.find((one) => one.status === 'rejected')
  if (failed === undefined) return taken
  await shelf.discard(conversationId, taken)
  throw failed.reason
}

async function takeOne(
  gateway: SmsGateway,
  shelf: Pick<FileShelf, 'take'>,
  conversationId: ConversationId,
  address: string,
): Promise<readonly SentFile[]> {
  const headers = gateway.mediaHeaders(address)
  if (headers === undefined) return []
  // The gateway may hand on to where it keeps pictures; its password does not go along to another host.
  const response = await fetch(address, { headers, signal: AbortSignal.timeout(deadlineMs) })
  if (response.status >= 500) throw new Error('the gateway does not give its picture')
  if (!response.ok || response.body === null) return []
  const bytes = Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
  const result = await shelf.take(conversationId, bytes)
  return result.kind === 'taken' ? [result.file] : []
}
