// Whether a text that must wait cries for help: asked without a conversation, a token or a store, and nothing is kept of it.
import type { Request, Response } from 'express'
import { busyStart } from './busy-answer'
import type { GiveAdvice } from './give-advice'
import { textOf } from './parse-activity'
import { sendJson, toAdviceActivity } from './problem'
import { readJson } from './read-body'

/**
 * `{text}` is answered with `{advice}`, an activity as clients show them, or with `{}`. The limits of messages do not stand
 * before it: whoever must wait because they wrote too much is who asks here.
 */
export const createAdviseCall =
  ({ giveAdvice }: { readonly giveAdvice: GiveAdvice }) =>
  async (request: Request, response: Response): Promise<void> => {
    const allowance = await giveAdvice.mayAsk(request, 'ask')
    if (!allowance.allowed) throw busyStart(allowance.retryAfterMs)
    const advice = giveAdvice.adviceFor(textOf(await readJson(request)))
    sendJson(response, 200, { ...(advice && { advice: toAdviceActivity(advice) }) })
  }
