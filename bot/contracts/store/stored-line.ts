// A line of a transcript as text in a store, read back. One that cannot be read stands as what it is, and the others go on.
import { isUtf8 } from 'node:buffer'
import type { ConversationId, MessageId } from '../talk/ids'
import type { Logger } from '../basics/logger'
import type { InboundMessage } from '../talk/message'
import type { TranscriptLine } from './store'

/** The line that keeps a message. */
export const residentLine = (message: InboundMessage) => ({
  at: message.receivedAt,
  author: 'resident' as const,
  message,
})

/** The text, or for bytes that are none a text that holds them all and is surely no JSON. */
export const rawText = (bytes: Buffer): string =>
  isUtf8(bytes) ? bytes.toString('utf8') : `unreadable bytes in base64: ${bytes.toString('base64')}`

/** Undefined stands for a line that is missing. */
export function readTranscriptLine(text: string | undefined, sequence: number): TranscriptLine {
  const body = parse(text ?? '')
  const isSound = isObject(body) && (isResidentLine(body) || isBotLine(body))
  return isSound
    ? ({ sequence, ...body } as unknown as TranscriptLine)
    : { sequence, author: 'damaged', raw: text ?? '' }
}

/** What stands for a waiting message whose line is damaged, so that a turn can tell the resident and set it aside. */
export const damagedMessage = (
  raw: string,
  conversationId: ConversationId,
  id: MessageId,
  now: Date,
): InboundMessage => ({
  id,
  conversationId,
  channel: conversationId.startsWith('sms:') ? 'sms' : 'web',
  receivedAt: now.toISOString(),
  content: { kind: 'damaged', raw },
})

/** So many places are remembered as told; then they may be told once more. */
const mostRemembered = 1_000

/** Logs each damaged place once, however often it is read. */
export function createDamageTeller(
  logger: Logger,
): (conversationId: ConversationId, sequence: number) => void {
  const told = new Set<string>()
  return (conversationId, sequence) => {
    const place = `${conversationId} ${sequence}`
    if (told.has(place)) return
    if (told.size >= mostRemembered) told.clear()
    told.add(place)
    logger.error({ conversationId, sequence }, 'a line of a transcript cannot be read; it is passed over')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Fields = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const isResidentLine = ({ author, at, message }: Fields): boolean =>
  author === 'resident' &&
  typeof at === 'string' &&
  isObject(message) &&
  typeof message['id'] === 'string' &&
  isObject(message['content']) &&
  typeof message['content']['kind'] === 'string'

const isBotLine = ({ author, at, reply, answers }: Fields): boolean =>
  author === 'bot' &&
  typeof at === 'string' &&
  typeof answers === 'string' &&
  isObject(reply) &&
  typeof reply['text'] === 'string'
