// Tells listeners in this process which conversations changed.
import type { Logger } from '../../bot/contracts/logger'
import type { ConversationChange } from '../../bot/contracts/store'

export interface Changes {
  emit(change: ConversationChange): void
  listen(onChange: (change: ConversationChange) => void): () => void
}

export function createChanges(logger: Logger): Changes {
  const listeners = new Set<{ readonly call: (change: ConversationChange) => void }>()
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
