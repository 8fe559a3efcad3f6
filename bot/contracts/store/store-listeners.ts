// Who wants to hear in this process what a store tells: which conversations changed, and how an answer reads so far.
import type { Logger } from '../basics/logger'
import type { ConversationChange } from './store'

export interface StoreListeners<Told = ConversationChange> {
  readonly emit: (told: Told) => void
  /** Gives what stops it. */
  readonly listen: (hear: (told: Told) => void) => () => void
}

export function createStoreListeners<Told = ConversationChange>(logger: Logger): StoreListeners<Told> {
  const listeners = new Set<{ readonly call: (told: Told) => void }>()
  return {
    emit(told) {
      for (const listener of [...listeners]) {
        try {
          listener.call(told)
        } catch (error) {
          // What is stored is stored: a listener's fault must not look like the store's.
          logger.error({ err: error }, 'a listener of the store failed')
        }
      }
    },
    listen(hear) {
      const listener = { call: hear }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
