// A conversation as a file to keep. Written page by page with turns of others in between: a long one must not hold the server.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Request, Response } from 'express'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import { busyStart } from './busy-answer'
import type { Door } from './door'
import { createTranscriptText, type TranscriptText } from './transcript-text'
import type { WebChatOptions } from './web-chat-options'

const linesPerRead = 20
const retryMs = 5_000

export interface DownloadParts extends Pick<WebChatOptions, 'store' | 'city' | 'toPlainText'> {
  readonly door: Door
  readonly logger: Logger
}

/** As Node says that whoever was written to is there no more. */
const goneAway: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'])
const isGoneAway = (error: unknown): boolean => goneAway.has((error as { readonly code?: unknown }).code)

export function createDownload(parts: DownloadParts) {
  const { door, city, toPlainText, logger } = parts
  const running = new Set<ConversationId>()

  async function write(conversationId: ConversationId, response: Response): Promise<void> {
    const newest = await door.demandConversation(conversationId)
    const { name: cityName, timeZone = 'Europe/Stockholm' } = city()
    const language = await door.spokenIn(conversationId, newest)
    const text = createTranscriptText({ cityName, timeZone, language, toPlainText })
    response
      .set({
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Content-Disposition': 'attachment; filename="samtal.txt"',
      })
      .type('text/plain')
    await pipeline(Readable.from(portions(parts, conversationId, text)), response)
  }

  return async (request: Request, response: Response): Promise<void> => {
    const { conversationId } = await door.admit(request)
    await door.demandCalm(conversationId, 'transcript')
    if (running.has(conversationId)) throw busyStart(retryMs)
    running.add(conversationId)
    try {
      await write(conversationId, response)
    } catch (error) {
      // Who goes away before the end has seen to it themselves.
      if (isGoneAway(error)) return
      if (!response.headersSent) throw error
      logger.warn({ err: error }, 'a transcript was broken off in the middle')
    } finally {
      running.delete(conversationId)
    }
  }
}

async function* portions(
  { store }: DownloadParts,
  conversationId: ConversationId,
  text: TranscriptText,
): AsyncGenerator<string> {
  yield text.head
  for (let last: number | undefined = 0; last !== undefined;) {
    const page = await store.linesAfter(conversationId, last, linesPerRead)
    const portion = text.of(page)
    if (portion !== '') yield portion
    last = page.length < linesPerRead ? undefined : page.at(-1)?.sequence
    await othersFirst()
  }
}
