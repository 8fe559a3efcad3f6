// What a typed code is worth: three tries each, counted in the store before each, and none after its time.
import { timingSafeEqual } from 'node:crypto'
import type { Store } from '../contracts/store/store'
import { takePlace } from '../contracts/store/take-place'
import { codeValidMs, hashOfCode, mostWrongCodes } from '../dialog/answers/code-answer'

export interface SentDigits {
  readonly salt: string
  readonly hash: string
  /** ISO 8601. */
  readonly expiresAt: string
}

const tries = { most: mostWrongCodes, spanMs: codeValidMs } as const

export type CodeTried = 'right' | 'wrong' | 'expired' | 'no-more'

/** @param name what the code is for, so that tries of one are not counted for another */
export async function tryCode(
  store: Pick<Store, 'spendOnce'>,
  name: string,
  { salt, hash, expiresAt }: SentDigits,
  digits: string,
  now: Date,
): Promise<CodeTried> {
  if (now.toISOString() >= expiresAt) return 'expired'
  if (!(await takePlace(store, `${name}/${salt}`, tries))) return 'no-more'
  return timingSafeEqual(Buffer.from(hashOfCode(digits, salt)), Buffer.from(hash)) ? 'right' : 'wrong'
}
