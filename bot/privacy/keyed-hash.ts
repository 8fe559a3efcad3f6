// What stands for a phone number where the number itself must not: the same on all nodes, and not to be tried out elsewhere.
import { createHmac } from 'node:crypto'
import { madeOnce } from '../contracts/basics/made-once'
import { createSharedSecret } from '../contracts/store/shared-secret'
import type { Store } from '../contracts/store/store'

/** Of each store once: every text is hashed, and every address of a letter that anybody makes up. */
const secretOf = madeOnce((store: Pick<Store, 'keepOnce'>) => createSharedSecret(store, 'number-secret'))

/** HMAC-SHA256 under a secret that the store keeps. */
export const keyedHash = async (store: Pick<Store, 'keepOnce'>, text: string): Promise<string> =>
  createHmac('sha256', await secretOf(store)())
    .update(text)
    .digest('base64url')
