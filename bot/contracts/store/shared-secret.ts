// A random value that all nodes on one store share; the first one to ask makes it.
import { randomBytes } from 'node:crypto'
import { whenFirstAsked } from '../basics/when-first-asked'
import type { Store } from './store'

/** Asks the store once, for what it keeps for good never changes. */
export const createSharedSecret = (
  store: Pick<Store, 'keepOnce'>,
  name: string,
): (() => Promise<Uint8Array>) =>
  whenFirstAsked(async () =>
    new TextEncoder().encode(await store.keepOnce(name, randomBytes(32).toString('base64url'))),
  )
