// How many one-time codes a number is sent, whichever conversations ask: nobody's phone is filled with our messages.
import type { MaySendCode } from '../contracts/one-time-code'
import type { Store } from '../contracts/store'
import { mostCodes } from '../dialog/code-answer'
import { keyedHash } from '../privacy/keyed-hash'

/**
 * Each code takes a place, which is free again when the span has passed: so there are never more than `most` within any
 * span of that length. The short one holds all that one question may send.
 */
const limits = [
  { name: 'half-hour', most: mostCodes, spanMs: 30 * 60_000 },
  { name: 'day', most: 10, spanMs: 24 * 3_600_000 },
] as const

/**
 * Counts in the store, so for all nodes and over a restart. A turn that is run again after a crash counts again. A number
 * stands there as a hash under a secret that all nodes share.
 */
export const limitCodes = (store: Pick<Store, 'spendOnce' | 'keepOnce'>): MaySendCode => {
  const takePlace = async (number: string, { name, most, spanMs }: (typeof limits)[number]) => {
    for (let place = 1; place <= most; place += 1)
      if (await store.spendOnce(`code/${name}/${number}/${place}`, spanMs)) return true
    return false
  }
  return async (to) => {
    const number = await keyedHash(store, to)
    for (const limit of limits) if (!(await takePlace(number, limit))) return false
    return true
  }
}
