// What stands for a phone number where the number itself must not: the same on all nodes, and not to be tried out elsewhere.
import { createHmac, randomBytes } from 'node:crypto'
import type { Store } from '../contracts/store'

/** HMAC-SHA256 under a secret that the store keeps. */
export async function keyedHash(store: Pick<Store, 'keepOnce'>, text: string): Promise<string> {
  const secret = await store.keepOnce('number-secret', randomBytes(32).toString('base64url'))
  return createHmac('sha256', secret).update(text).digest('base64url')
}
