// Turns run after the resident has been told "received"; this keeps count of them and lets none fail unheard.
import { DygnetError } from '../../bot/contracts/errors'
import type { Logger } from '../../bot/contracts/logger'
import { toActivityId } from './activity-id'
import type { KeptMessage } from './direct-line-adapter'

export interface BackgroundTurns {
  start(kept: KeptMessage): void
  running(): number
  /** Resolves when no turn runs any more. */
  settled(): Promise<void>
}

/** Runs the turn of a message that is kept; rejects when the turn does. */
export type ProcessMessage = (kept: KeptMessage) => Promise<void>

/** A failed turn is still waiting in the store, and whoever looks for waiting messages next finishes it. */
export function createBackgroundTurns(process: ProcessMessage, logger: Logger): BackgroundTurns {
  const running = new Set<Promise<void>>()
  return {
    start(kept) {
      const turn = process(kept)
        .catch((error: unknown) => {
          // Erased while its message waited: that is what the resident wanted.
          if (error instanceof DygnetError && error.code === 'conversation-gone') return
          // The resident's client knows the same id, which joins a report with this line.
          const activityId = toActivityId(kept.message.conversationId, kept.sequence)
          logger.error({ activityId, err: error }, 'a turn of the web chat failed')
        })
        .finally(() => running.delete(turn))
      running.add(turn)
    },
    running: () => running.size,
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
