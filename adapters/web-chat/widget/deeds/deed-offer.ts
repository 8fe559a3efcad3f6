// Fetches what it takes to save or to delete a conversation, when the resident first wants either.
import type { ChatSession } from '../session/chat-session'
import { createScriptFetch } from '../dom/fetch-script'
import type { StatusLines } from '../session/status-lines'
import type { TranscriptLog } from '../transcript/transcript-log'
import type { Words } from '../texts/words'

export interface DeedWorld {
  readonly words: Words
  readonly session: Pick<ChatSession, 'inRoom' | 'forget'>
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
  const fetchScript = createScriptFetch<DeedsScript>(`${base}deeds.js`)
  return async (deed: keyof ConversationDeeds): Promise<void> => {
    try {
      const script = await fetchScript()
      await script.createConversationDeeds(world)[deed]()
    } catch {
      world.log.note('failed')
    }
  }
}
