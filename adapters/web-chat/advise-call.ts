// Whether a text that must wait cries for help: asked without a conversation, a token or a store, and nothing is kept of it.
import { randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import { addressKey } from '../caller-keys'
import { busyStart } from './busy-answer'
import { textOf } from './parse-activity'
import { sendJson, toAdviceActivity } from './problem'
import { readJson } from './read-body'
import type { WebChatOptions } from './web-chat-options'

/**
 * `{text}` is answered with `{advice}`, an activity as clients show them, or with `{}`. The limits of messages do not stand
 * before it: whoever must wait because they wrote too much is who asks here. It has a wide one of its own, for a text of the
 * length that a composer takes keeps the processor for up to thirty milliseconds. It counts by an address that only this process can
 * tell, so no store is waited for.
 */
export const createAdviseCall = ({
  advise,
  city,
  limits,
}: Pick<WebChatOptions, 'advise' | 'city' | 'limits'>) => {
  const pepper = randomBytes(32)
  return async (request: Request, response: Response): Promise<void> => {
    const allowance = await limits.advice?.take(addressKey(request.ip, pepper))
    if (allowance?.allowed === false) throw busyStart(allowance.retryAfterMs)
    const text = textOf(await readJson(request))
    const advice = advise(beginningOf(text, city().maxTextLength))
    sendJson(response, 200, { ...(advice && { advice: toAdviceActivity(advice) }) })
  }
}

/** A code point is two units at most, so the rest of an endless text is not even taken apart. */
const beginningOf = (text: string, codePoints: number): string =>
  Array.from(text.slice(0, 2 * codePoints))
    .slice(0, codePoints)
    .join('')
