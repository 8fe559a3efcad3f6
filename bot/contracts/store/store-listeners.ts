// Who wants to hear in this process which conversations of a store changed.
import type { Logger } from '../basics/logger'
import type { ConversationChange } from './store'

type Hear = (change: ConversationChange) => void

export interface StoreListeners {
  readonly emit: Hear
  /** Gives what stops it. */
  readonly listen: (onChange: Hear) => () => void
}

export function createStoreListeners(logger: Logger): StoreListeners {
  const listeners = new Set<{ readonly call: Hear }>()
  return {
    emit(change) {
      for (const listener of [...listeners]) {
        try {
          listener.call(change)
        } catch (error) {
          // What is stored is stored: a listener's fault must not look like the store's.
          logger.error({ err: error }, 'a listener of the store failed')
        }
      }
    },
    listen(onChange) {
      const listener = { call: onChange }
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
