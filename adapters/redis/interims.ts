// Tells listeners how an answer reads so far, in whatever process it is written.
import type { Logger } from '../../bot/contracts/basics/logger'
import type { InterimAnswer } from '../../bot/contracts/talk/interim-answer'
import type { Store } from '../../bot/contracts/store/store'
import { createStoreListeners } from '../../bot/contracts/store/store-listeners'
import type { Connection } from './connection'
import type { Keys } from './keys'

export function createInterims(
  connection: Connection,
  keys: Keys,
  logger: Logger,
): Pick<Store, 'showInterim' | 'listenToInterims'> {
  const { emit, listen } = createStoreListeners<InterimAnswer>(logger)
  connection.subscribe(keys.interims, { onText: (text) => emit(JSON.parse(text) as InterimAnswer) })
  return {
    showInterim(interim) {
      const published = connection.use((client) => client.publish(keys.interims, JSON.stringify(interim)))
      // Who misses it gets the reply.
      published.catch(() => undefined)
    },
    listenToInterims: listen,
  }
}
