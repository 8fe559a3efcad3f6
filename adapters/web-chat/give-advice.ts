// What to do now, for a text that is not taken or must wait: looked for without a store, and not without end for one address.
import { randomBytes } from 'node:crypto'
import type { Request } from 'express'
import type { Allowance } from '../../bot/contracts/basics/rate-limiter'
import { addressKey } from '../caller-keys'
import type { Advice, WebChatOptions } from './web-chat-options'

export interface GiveAdvice {
  /** For the beginning of a text, as long as residents can write one; undefined for what is no cry for help. */
  adviceFor(text: string): Advice | undefined
  /** Each deed is counted by itself: whoever is refused may still ask. */
  mayAsk(request: Request, deed: 'ask' | 'refused'): Promise<Allowance>
}

/**
 * A text of the length that a composer takes keeps the processor for up to thirty milliseconds, so each address has a limit, a
 * wide one. It counts by an address that only this process can tell: no store is waited for.
 */
export function createGiveAdvice({
  advise,
  city,
  limits,
}: Pick<WebChatOptions, 'advise' | 'city' | 'limits'>): GiveAdvice {
  const pepper = randomBytes(32)
  return {
    adviceFor: (text) => advise(beginningOf(text, city().maxTextLength)),
    mayAsk: async (request, deed) =>
      (await limits.advice?.take(`${deed}:${addressKey(request.ip, pepper)}`)) ?? { allowed: true },
  }
}

/** A code point is two units at most, so the rest of an endless text is not even taken apart. */
const beginningOf = (text: string, codePoints: number): string =>
  Array.from(text.slice(0, 2 * codePoints))
    .slice(0, codePoints)
    .join('')
