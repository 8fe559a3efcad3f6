// Getting a token and keeping it fresh.
import type { Request, Response } from 'express'
import { busyStart, survivesOutage } from './busy-answer'
import type { Door } from './door'
import type { Origins } from './origins'
import { sendJson } from './problem'
import { newAccess, tokenLifeSeconds, type Access, type Tokens } from './tokens'

export interface TokenParts {
  readonly door: Door
  readonly tokens: Tokens
  readonly origins: Origins
}
type Handler = (request: Request, response: Response) => Promise<void>

/** @throws Problem `OriginNotAllowed`, or `TooManyRequests` for an address that comes too often. */
export async function demandPlace(
  { door, origins }: Pick<TokenParts, 'door' | 'origins'>,
  request: Request,
  deed: 'generate' | 'start',
): Promise<void> {
  origins.demand(request)
  const waitMs = await door.addressMustWait(request, deed)
  if (waitMs !== undefined) throw busyStart(waitMs)
}

export function createTokenCalls(parts: TokenParts) {
  const { door, tokens } = parts

  async function sendToken(response: Response, access: Access): Promise<void> {
    const token = await tokens.issueToken(access)
    sendJson(response, 200, { conversationId: access.conversationId, token, expires_in: tokenLifeSeconds })
  }
  const generate: Handler = async (request, response) => {
    await demandPlace(parts, request, 'generate')
    await sendToken(response, newAccess())
  }
  const refresh: Handler = async (request, response) => {
    const access = await door.admitReturning(request, 'refresh')
    if (await door.wasErased(access.conversationId)) await door.demandConversation(access.conversationId)
    await sendToken(response, access)
  }
  /** Asked for before sign-in cards only, which the bot never sends. */
  const sessionId: Handler = async (request, response) => {
    const { user } = await door.admit(request)
    sendJson(response, 200, { sessionId: user })
  }
  return { generate: survivesOutage(generate), refresh: survivesOutage(refresh), sessionId }
}
