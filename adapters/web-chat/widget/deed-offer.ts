// Fetches what it takes to save or to delete a conversation, when the resident first wants either.
import type { ChatSession } from './chat-session'
import type { StatusLines } from './status-lines'
import type { TranscriptLog } from './transcript-log'
import type { Words } from './words'

export interface DeedWorld {
  readonly words: Words
  readonly session: Pick<ChatSession, 'download' | 'erase'>
  readonly log: TranscriptLog
  readonly status: StatusLines
  /** Begins again after a deletion. */
  readonly restart: () => void
}

export interface ConversationDeeds {
  readonly save: () => Promise<void>
  readonly erase: () => Promise<void>
}

interface DeedsScript {
  readonly createConversationDeeds: (world: DeedWorld) => ConversationDeeds
}

/** @param base address of the chat server, with a slash at the end. */
export function createDeedOffer(base: string, world: DeedWorld) {
  let misses = 0
  return async (deed: keyof ConversationDeeds): Promise<void> => {
    try {
      // Some browsers remember of an address that it could not be had.
      const script = (await import(`${base}deeds.js?${misses}`)) as DeedsScript
      await script.createConversationDeeds(world)[deed]()
    } catch {
      misses++
      world.log.note('failed')
    }
  }
}
