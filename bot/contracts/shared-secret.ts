// A random value that all nodes on one store share; the first one to ask makes it.
import { randomBytes } from 'node:crypto'
import type { Store } from './store'

/**
 * Asks the store once, for what it keeps for good never changes. A failed attempt is not remembered: the next call asks the
 * store again.
 */
export function createSharedSecret(store: Pick<Store, 'keepOnce'>, name: string): () => Promise<Uint8Array> {
  let pending: Promise<Uint8Array> | undefined
  return () => {
    pending ??= store.keepOnce(name, randomBytes(32).toString('base64url')).then(
      (kept) => new TextEncoder().encode(kept),
      (error: unknown) => {
        pending = undefined
        throw error
      },
    )
    return pending
  }
}
