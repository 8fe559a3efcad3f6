// Polling. Whatever happens here, the answer is 200, 403 or 404: after anything else the official client never asks again.
import type { Request, Response } from 'express'
import type { Logger } from '../../bot/contracts/basics/logger'
import { startAfter } from './activity-id'
import type { Door } from './door'
import { Problem, sendJson } from './problem'
import { createTranscriptReader, type ActivitySet } from './transcript-reader'
import type { WebChatOptions } from './web-chat-options'

export interface GetActivitiesParts extends Pick<WebChatOptions, 'store' | 'renderReply' | 'city'> {
  readonly door: Door
  readonly logger: Logger
}

export function createGetActivities(parts: GetActivitiesParts) {
  const { door, logger } = parts

  async function read(request: Request): Promise<ActivitySet> {
    const access = await door.admit(request)
    const last = await door.demandConversation(access.conversationId)
    const after = startAfter(request.query['watermark'], last)
    // Most polls end here, after one look at one number.
    if (after >= last) return { activities: [], watermark: String(after) }
    const reader = createTranscriptReader(parts, access, after)
    const lines = (await reader.next()) ?? []
    return { activities: lines.map(({ activity }) => activity), watermark: String(reader.position()) }
  }

  return async (request: Request, response: Response): Promise<void> => {
    let batch: ActivitySet
    try {
      batch = await read(request)
    } catch (error) {
      if (error instanceof Problem) throw error
      logger.warn({ err: error }, 'a poll was answered with "nothing new" because of an error')
      const watermark = request.query['watermark']
      batch = { activities: [], watermark: typeof watermark === 'string' ? watermark.slice(0, 15) : '' }
    }
    sendJson(response, 200, batch)
  }
}
