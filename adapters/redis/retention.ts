// Removes: one conversation when its resident asks, whole classes when their time is over.
//
// The keys lie in several slots, so a removal is several steps, each safe to repeat. What died amid them is finished by
// asking again: nobody was told "erased" before the last step.
import { DygnetError } from '../../bot/contracts/basics/errors'
import { toConversationId, type ConversationId } from '../../bot/contracts/talk/ids'
import type { Erasure } from '../../bot/contracts/store/legal-hold'
import type { RetentionClass, Store } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import { createCount } from './count-old'
import { fenceLifeMs, type ConversationIndex } from './conversation-index'
import type { Keys } from './keys'
import type { Pending } from './pending'
import { batchSize, createRecordRemoval, toBatch, type Batch, type RecordRemoval } from './remove-records'
import { eraseScript } from './scripts/conversation-scripts'
import { purgeDeadScript, removeOrderedScript } from './scripts/outbox-scripts'

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly pending: Pending
  readonly index: ConversationIndex
  readonly legalHolds: Pick<Store, 'legalHolds'>
}

type Erased =
  | readonly ['held']
  | readonly ['again']
  | readonly ['kept', touchedMs: string]
  | readonly ['gone', fence: string, wasThere: number]

/** A conversation in use gets new entries while it is erased; this often is beyond any resident. */
const mostTries = 50

/** One try. With `beforeMs` it spares what was touched since. `keep-records` leaves the list of records for a later erasure. */
function createTry({ connection, keys, index }: Rooms) {
  return async (
    conversationId: ConversationId,
    beforeMs: number | '',
    list: 'all' | 'keep-records',
  ): Promise<Erased> => {
    const own = keys.conversation(conversationId)
    const latest = await index.latestTicket(conversationId)
    return (await connection.run(
      eraseScript,
      [
        own.conversation,
        own.lines,
        own.messages,
        own.waiting,
        own.attempts,
        own.pending,
        own.records,
        own.fence,
        own.held,
      ],
      [latest, fenceLifeMs, keys.changes, conversationId, beforeMs, list],
    )) as Erased
  }
}

/** What is held stays at the head of the list, and is stepped over. */
async function untilDone(removeBatch: (skip: number) => Promise<Batch>): Promise<number> {
  let [total, skip] = [0, 0]
  for (;;) {
    const { looked, removed, held } = await removeBatch(skip)
    total += removed
    skip += held
    if (looked < batchSize) return total
  }
}

const again = (conversationId: ConversationId) =>
  new DygnetError('store-unavailable', `conversation ${conversationId} is in full use; erase it again`)

/** What a resident wants gone. */
function createErase(rooms: Rooms, records: RecordRemoval): Store['erase'] {
  const { connection, keys, pending, index } = rooms
  const tryErase = createTry(rooms)

  const isHeld = (conversationId: ConversationId) =>
    connection.use((client) => client.exists(keys.conversation(conversationId).held))

  const eraseConversation = async (
    conversationId: ConversationId,
    spare: readonly RetentionClass[],
  ): Promise<Erasure> => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      // Before its records go one by one; the script asks again, in one step with the removal.
      if (await isHeld(conversationId)) return 'held'
      await pending.move(conversationId)
      const left = await records.ofConversation(conversationId, spare)
      const isLeft = left.spared + left.held > 0
      const [kind, fence] = await tryErase(conversationId, '', isLeft ? 'keep-records' : 'all')
      if (kind === 'held') return 'held'
      if (kind !== 'gone') continue
      // Everything that was on its way into the outbox has arrived there, or nothing would be gone.
      const { entries, ready, attempts, reasons, dead, order } = keys.outbox
      const outbox = [entries, ready, attempts, reasons, dead, order]
      await connection.run(removeOrderedScript, outbox, [conversationId])
      await index.forget(conversationId, fence, 'erased')
      if (!isLeft) return 'erased'
      // One that was written meanwhile.
      return (await records.ofConversation(conversationId, spare)).held > 0 ? 'partly-held' : 'erased'
    }
    throw again(conversationId)
  }

  return (conversationId, spare = []) => eraseConversation(conversationId, spare)
}

export function createRetention(
  rooms: Rooms,
): Pick<Store, 'erase' | 'purge' | 'removeRecords' | 'freeRecords' | 'countOld'> {
  const { connection, keys, pending, index } = rooms
  const records = createRecordRemoval(connection, keys)
  const tryErase = createTry(rooms)

  const purgeConversation = async (conversationId: ConversationId, beforeMs: number) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      await pending.move(conversationId)
      const [kind, text = '', wasThere] = await tryErase(conversationId, beforeMs, 'keep-records')
      if (kind === 'held') return 'held'
      if (kind === 'kept') {
        await connection.use((client) => client.zadd(keys.index.touched, text, conversationId))
        return undefined
      }
      if (kind === 'gone') {
        await index.forget(conversationId, text, 'erased')
        return wasThere === 1 ? 'gone' : undefined
      }
    }
    throw again(conversationId)
  }

  const purgeConversations = async (beforeMs: number, skip: number): Promise<Batch> => {
    const ids = await connection.use((client) =>
      client.zrangebyscore(keys.index.touched, '-inf', `(${beforeMs}`, 'LIMIT', skip, batchSize),
    )
    return toBatch(await Promise.all(ids.map((id) => purgeConversation(toConversationId(id), beforeMs))))
  }

  const purgeDeadLetters = async (beforeMs: number): Promise<Batch> => {
    const { entries, attempts, reasons, dead } = keys.outbox
    const script = [entries, attempts, reasons, dead]
    const removed = (await connection.run(purgeDeadScript, script, [beforeMs, batchSize])) as number
    return { looked: removed, removed, held: 0 }
  }

  return {
    ...createCount(rooms),
    removeRecords: (retentionClass, ids) => records.these(retentionClass, ids),
    erase: createErase(rooms, records),
    async purge(retentionClass, before) {
      const beforeMs = before.getTime()
      const removed = await untilDone((skip) => records.batchBefore(retentionClass, beforeMs, skip))
      if (retentionClass !== 'conversation') return removed
      const letters = await untilDone(() => purgeDeadLetters(beforeMs))
      return removed + letters + (await untilDone((skip) => purgeConversations(beforeMs, skip)))
    },
  }
}
