// What a typed code is worth: three tries each, counted in the store before each, and none after its time.
import { timingSafeEqual } from 'node:crypto'
import type { Store } from '../contracts/store'
import { codeValidMs, hashOfCode, mostWrongCodes } from '../dialog/code-answer'

export interface SentDigits {
  readonly salt: string
  readonly hash: string
  /** ISO 8601. */
  readonly expiresAt: string
}

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
  if (!(await takeTry(store, `${name}/${salt}`))) return 'no-more'
  return timingSafeEqual(Buffer.from(hashOfCode(digits, salt)), Buffer.from(hash)) ? 'right' : 'wrong'
}

async function takeTry(store: Pick<Store, 'spendOnce'>, code: string): Promise<boolean> {
  for (let place = 1; place <= mostWrongCodes; place += 1)
    if (await store.spendOnce(`${code}/${place}`, codeValidMs)) return true
  return false
}
