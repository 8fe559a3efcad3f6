// The same name, other words: what was said first under a name stands, also when two say something at the same moment.
import { dayMs } from '../contracts/basics/durations'
import type { Store } from '../contracts/store/store'
import { keyedHash } from '../privacy/keyed-hash'

/** Who asks again does so within days; then what was made of it answers, and the name needs no keeping. */
export const saidFirstMs = 30 * dayMs

/**
 * True when this is what was said first under the name, now or before. Of the words a keyed hash is kept, which nobody can
 * try words out against.
 * @param said plain JSON, its fields in one order
 */
export async function isSaidFirst(
  store: Pick<Store, 'keepOnce'>,
  name: string,
  said: unknown,
): Promise<boolean> {
  const words = await keyedHash(store, `said ${name} ${JSON.stringify(said)}`)
  return (await store.keepOnce(`said/${name}`, words, saidFirstMs)) === words
}
