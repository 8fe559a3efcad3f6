// Removes what residents sent when nothing needs it any more: it became no answer, or what held it was kept long enough.
import { dayMs } from '../contracts/basics/durations'
import { fileNeeds } from '../cases/file-needs'
import type { FileShelf } from '../contracts/store/file-shelf'
import type { Logger } from '../contracts/basics/logger'
import type { Store } from '../contracts/store/store'

/** A resident who sends a picture has answered, or gone, long before. */
const quarantineMs = dayMs

interface LooseFileParts {
  readonly shelf: Pick<FileShelf, 'sweep'>
  readonly store: Pick<Store, 'lastSequence' | 'record' | 'recordsOf' | 'recordsUnder'>
  readonly logger: Logger
  readonly now: Date
}

/** Never rejects: what could not be removed is logged, and removed by a later call. */
export async function removeLooseFiles({ shelf, store, logger, now }: LooseFileParts): Promise<void> {
  try {
    const removed = await shelf.sweep({
      before: new Date(now.getTime() - quarantineMs),
      hasConversation: async (conversationId) => (await store.lastSequence(conversationId)) > 0,
      needs: fileNeeds(store),
    })
    if (removed > 0) logger.info({ removed }, 'files that nothing needs any more were removed')
  } catch (error) {
    logger.error({ err: error }, 'files that nothing needs any more could not be removed')
  }
}
