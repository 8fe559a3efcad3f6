// Turns run after the resident has been told "received"; this keeps count of them, so that there is room for everybody, and
// lets none fail unheard.
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { Logger } from '../../bot/contracts/basics/logger'
import { toActivityId } from './activity-id'
import type { KeptMessage } from './direct-line-adapter'
import { createTally } from './tally'
import type { WebChatBounds } from './web-chat-options'

export interface BackgroundTurns {
  /** @param address the key of the caller's address, whose turn it is. */
  start(kept: KeptMessage, address: string): void
  /** False when too much goes on here, or for this address: what one of them sends must not hold up all others. */
  hasRoom(address: string): boolean
  /** Resolves when no turn runs any more. */
  settled(): Promise<void>
}

/** Runs the turn of a message that is kept; rejects when the turn does. */
export type ProcessMessage = (kept: KeptMessage) => Promise<void>

/** A failed turn is still waiting in the store, and whoever looks for waiting messages next finishes it. */
export function createBackgroundTurns(
  process: ProcessMessage,
  bounds: Pick<WebChatBounds, 'runningTurns' | 'runningTurnsPerAddress'>,
  logger: Logger,
): BackgroundTurns {
  const running = new Set<Promise<void>>()
  const ofAddress = createTally()
  return {
    start(kept, address) {
      const leave = ofAddress.add(address)
      const turn = process(kept)
        .catch((error: unknown) => {
          // Erased while its message waited: that is what the resident wanted.
          if (error instanceof DygnetError && error.code === 'conversation-gone') return
          // The resident's client knows the same id, which joins a report with this line.
          const activityId = toActivityId(kept.message.conversationId, kept.sequence)
          logger.error({ activityId, err: error }, 'a turn of the web chat failed')
        })
        .finally(() => {
          running.delete(turn)
          leave()
        })
      running.add(turn)
    },
    hasRoom: (address) =>
      running.size < bounds.runningTurns && ofAddress.countOf(address) < bounds.runningTurnsPerAddress,
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
