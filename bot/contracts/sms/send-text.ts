// Sending a text at this moment: the port of deeds that word theirs only when it goes.
import type { EntryResult } from '../store/outbox-work'
import type { ClaimedEntry } from '../store/store'
import type { TextMessage } from './text-message'

/**
 * Sends the text of an outbox entry, once for all attempts of that entry.
 * @param atLast asked when nothing else stands in the way, before the first handing over to the gateway; gives why the text
 * must stay after all. Not asked again when an earlier attempt may have gone.
 */
export type SendText = (
  entry: Pick<ClaimedEntry, 'id' | 'dueAt'>,
  message: TextMessage,
  atLast?: () => Promise<EntryResult | undefined>,
) => Promise<EntryResult>
