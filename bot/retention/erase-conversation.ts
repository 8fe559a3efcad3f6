// Removes a conversation because its resident wants it gone, and says what of it stays.
import { fileNeeds } from '../cases/file-needs'
import type { Clock } from '../contracts/basics/clock'
import { deletionLine, type Deletion } from '../contracts/store/deletion'
import type { FileShelf } from '../contracts/store/file-shelf'
import type { ConversationId } from '../contracts/talk/ids'
import type { Erased } from '../contracts/store/legal-hold'
import type { OwnedRecord, RetentionClass, Store, TranscriptLine } from '../contracts/store/store'
import { replyEntryId } from '../contracts/sms/text-message'
import { callBacksAmong, isOver, type CallBack } from '../desk-notes/call-back-record'
import { readSubscription } from '../notices/subscription'

/** Cases are public records, and go when their time is over; a promised call cannot be made without its number. */
const spared: readonly RetentionClass[] = ['case', 'call-back']

export interface ErasingParts {
  readonly store: Pick<
    Store,
    | 'erase'
    | 'record'
    | 'recordsOf'
    | 'recordsUnder'
    | 'removeRecords'
    | 'putRecord'
    | 'linesAfter'
    | 'finishOutbox'
  >
  readonly shelf: Pick<FileShelf, 'erase'>
  readonly clock: Clock
}

/** With a line in the deletion log. Safe to repeat after a crash: what was left half done is done. */
export async function eraseConversation(
  { store, shelf, clock }: ErasingParts,
  id: ConversationId,
  by: Deletion['by'],
): Promise<Erased> {
  const at = clock.now().toISOString()
  const line = deletionLine({ class: 'conversation', before: null, by, at })
  const endsNotices = (await store.recordsOf(id)).some(isSubscription)
  const urgent = await urgentTexts(store, id)
  await store.putRecord(line(null))
  const erased = await eraseAllBut(store, id)
  if (erased.erasure !== 'held') {
    for (const text of urgent) await store.finishOutbox(text)
    await shelf.erase(id, fileNeeds(store))
  }
  await store.putRecord(line(erased.erasure === 'held' ? 0 : 1))
  return { ...erased, endsNotices: endsNotices && erased.erasure !== 'held' }
}

const linesAtOnce = 500

/**
 * Ids of the texts to somebody in danger that may still wait: they wait for nothing else of the conversation, so that the store
 * does not know whose they are.
 */
async function urgentTexts(store: ErasingParts['store'], id: ConversationId): Promise<readonly string[]> {
  const texts: string[] = []
  let after: number | undefined = 0
  while (after !== undefined) {
    const lines: readonly TranscriptLine[] = await store.linesAfter(id, after, linesAtOnce)
    for (const line of lines)
      if (line.author === 'bot' && line.reply.urgent) texts.push(replyEntryId(id, line.answers))
    after = lines.at(-1)?.sequence
  }
  return texts
}

/**
 * What stays is read after the removal, so that a call which was promised at the same moment is neither lost nor hidden. The
 * calls that nobody waits for go by their codes, for the same reason.
 */
async function eraseAllBut(
  store: ErasingParts['store'],
  id: ConversationId,
): Promise<Omit<Erased, 'endsNotices'>> {
  const erasure = await store.erase(id, spared)
  if (erasure === 'held') return { erasure, cases: [], callBacks: [] }
  const left = await store.recordsOf(id)
  const cases = left.filter(isCase).map((record) => record.id)
  const calls = left.filter(({ collection }) => collection === 'call-back')
  const callBacks = callBacksAmong(calls)
    .filter(isWaiting)
    .map(({ code }) => code)
  const over = calls.map(({ id }) => id).filter((id) => !callBacks.includes(id))
  const removed = over.length === 0 ? 0 : await store.removeRecords('call-back', over)
  return { erasure: removed < over.length ? 'partly-held' : erasure, cases, callBacks }
}

const isSubscription = (record: OwnedRecord): boolean =>
  record.collection === 'subscription' && readSubscription(record) !== undefined

/** What belongs to a case has the case's number and a slash. */
const isCase = ({ collection, id }: OwnedRecord): boolean => collection === 'case' && !id.includes('/')

/** Until it is over, also after the promised time. Without a number nobody can be called. */
const isWaiting = (callBack: CallBack): boolean => callBack.promisedBy !== undefined && !isOver(callBack)

/**
 * Those of them that have begun, for a resident who has shown who they are. Of the others go the files that an earlier erasure
 * may have left when it broke off.
 */
export async function eraseConversations(
  parts: ErasingParts & { readonly store: Pick<Store, 'lastSequence'> },
  ids: readonly ConversationId[],
): Promise<readonly Erased[]> {
  const done: Erased[] = []
  for (const id of ids)
    if ((await parts.store.lastSequence(id)) > 0) done.push(await eraseConversation(parts, id, 'staff'))
    else await parts.shelf.erase(id, fileNeeds(parts.store))
  return done
}
