// Beginning a conversation, coming back to one, taking it home as text, and having it erased.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { toMessageId } from '../../bot/contracts/talk/ids'
import { sourceLanguage, type Language } from '../../bot/contracts/talk/language'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import { startAfter } from './activity-id'
import type { BackgroundTurns } from './background-turns'
import { busyStart, survivesOutage } from './busy-answer'
import { preferredLanguage, toLanguage } from './page-language'
import { dataHeaders, Problem, sendJson } from './problem'
import { readJson } from './read-body'
import { demandPlace, type TokenParts } from './token-calls'
import { tokenLifeSeconds, type Access } from './tokens'
import type { WebChatOptions } from './web-chat-options'

const overloadRetryMs = 5_000

export interface CallParts extends TokenParts, Pick<WebChatOptions, 'bot' | 'city' | 'clock' | 'publicUrl'> {
  readonly turns: BackgroundTurns
  /** Closes the sockets of an erased conversation. */
  readonly hangUp: (conversationId: Access['conversationId']) => void
}
type Handler = (request: Request, response: Response) => Promise<void>

const startSchema = z.object({
  locale: z.unknown().optional(),
  conversationStartProperties: z.object({ locale: z.unknown().optional() }).optional().catch(undefined),
})

export function createConversationCalls(parts: CallParts) {
  const { door, tokens, turns, bot, city, clock } = parts

  const browserSpeaks = (request: Request): Language | undefined =>
    preferredLanguage(request.headers['accept-language'], city().languages)

  const joined = async (request: Request, access: Access, watermark: number) => ({
    conversationId: access.conversationId,
    token: await tokens.issueToken(access),
    expires_in: tokenLifeSeconds,
    streamUrl: await streamUrl(parts, request, access, watermark),
  })

  async function arrive(request: Request, access: Access, language: Language | undefined): Promise<boolean> {
    const { conversationId, user } = access
    if (await door.wasErased(conversationId))
      throw new Problem('ConversationNotFound', 'The conversation was erased; generate a new token.')
    const address = await door.addressKey(request)
    if (!turns.hasRoom(address)) throw busyStart(overloadRetryMs)
    const spoken = language ?? browserSpeaks(request)
    const message: InboundMessage = {
      id: toMessageId('arrival'),
      conversationId,
      channel: 'web',
      ...(spoken === undefined ? {} : { language: spoken }),
      receivedAt: clock.now().toISOString(),
      content: { kind: 'arrival' },
    }
    const { kind, sequence } = await bot.receive(message)
    turns.start({ message, sequence, user }, address)
    return kind === 'accepted'
  }

  const start: Handler = async (request, response) => {
    await demandPlace(parts, request, 'start')
    const access = await door.admit(request)
    const language = localeOf(await readJson(request))
    const last = await door.lastSequence(access.conversationId)
    const isNew = last === 0 && (await arrive(request, access, language))
    sendJson(response, isNew ? 201 : 200, await joined(request, access, startAfter(undefined, last)))
  }

  const resume: Handler = async (request, response) => {
    const access = await door.admitReturning(request, 'resume')
    const last = await door.demandConversation(access.conversationId)
    sendJson(response, 200, await joined(request, access, startAfter(request.query['watermark'], last)))
  }

  const erase: Handler = async (request, response) => {
    const { conversationId } = await door.admit(request)
    const last = await door.demandErasable(conversationId)
    const spoken = last === 0 ? browserSpeaks(request) : await door.spokenIn(conversationId, last)
    const erased = await door.erase(conversationId)
    const said = city().erased(erased, spoken ?? sourceLanguage)
    if (erased.erasure === 'held')
      throw new Problem('ConversationHeld', 'The law keeps it for now.', undefined, { said })
    parts.hangUp(conversationId)
    if (said === '') response.status(204).end()
    else response.status(200).set(dataHeaders).type('text/plain').send(said)
  }

  return {
    start: survivesOutage(start),
    resume: survivesOutage(resume),
    erase,
  }
}

function localeOf(body: unknown): Language | undefined {
  const parsed = startSchema.safeParse(body)
  if (!parsed.success) return undefined
  return toLanguage(parsed.data.locale) ?? toLanguage(parsed.data.conversationStartProperties?.locale)
}

/** A browser cannot send headers with a socket: the ticket and the place to go on from stand in the address. */
async function streamUrl(
  { publicUrl, tokens, door }: CallParts,
  request: Request,
  access: Access,
  watermark: number,
): Promise<string> {
  const caller = { host: request.host, address: await door.addressKey(request) }
  const ticket = await tokens.issueTicket(access, caller)
  const base = publicUrl ?? `${request.protocol}://${request.host}${request.baseUrl}`
  const path = `/v3/directline/conversations/${encodeURIComponent(access.conversationId)}/stream`
  return `${base.replace(/^http/, 'ws')}${path}?t=${ticket}&watermark=${watermark}`
}
