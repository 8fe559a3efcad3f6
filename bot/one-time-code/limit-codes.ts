// How many one-time codes a number is sent, whichever conversations ask: nobody's phone is filled with our messages.
import { dayMs, minuteMs } from '../contracts/basics/durations'
import type { MaySendCode } from '../contracts/home-care/one-time-code'
import type { Store } from '../contracts/store/store'
import { takePlace } from '../contracts/store/take-place'
import { mostCodes } from '../dialog/answers/code-answer'
import { keyedHash } from '../privacy/keyed-hash'

/** Each code takes a place of both. The short span holds all that one question may send. */
const limits = [
  { name: 'half-hour', most: mostCodes, spanMs: 30 * minuteMs },
  { name: 'day', most: 10, spanMs: dayMs },
] as const

/**
 * A turn that is run again after a crash counts again. A number stands in the store as a hash under a secret that all nodes
 * share.
 */
export const limitCodes =
  (store: Pick<Store, 'spendOnce' | 'keepOnce'>): MaySendCode =>
  async (to) => {
    const number = await keyedHash(store, to)
    for (const { name, ...places } of limits)
      if (!(await takePlace(store, `code/${name}/${number}`, places))) return false
    return true
  }
