// Whether a text that must wait cries for help: asked without a conversation, a token or a store, and nothing is kept of it.
import type { Request, Response } from 'express'
import { textOf } from './parse-activity'
import { sendJson, toAdviceActivity } from './problem'
import { readJson } from './read-body'
import type { WebChatOptions } from './web-chat-options'

/**
 * `{text}` is answered with `{advice}`, an activity as clients show them, or with `{}`. No limit stands before it: whoever
 * must wait because they wrote too much is who asks here. A text of the length that a composer takes costs some milliseconds.
 */
export const createAdviseCall =
  ({ advise, city }: Pick<WebChatOptions, 'advise' | 'city'>) =>
  async (request: Request, response: Response): Promise<void> => {
    const text = textOf(await readJson(request))
    // A code point is two units at most.
    const advice = advise(text.slice(0, 2 * city().maxTextLength))
    sendJson(response, 200, { ...(advice && { advice: toAdviceActivity(advice) }) })
  }
