// Removes: one conversation when its resident asks, whole classes when their time is over.
//
// The keys lie in several slots, so a removal is several steps, each safe to repeat. What died amid them is finished by
// asking again: nobody was told "erased" before the last step.
import { DygnetError } from '../../bot/contracts/errors'
import { toConversationId, type ConversationId } from '../../bot/contracts/ids'
import type { OldOfClass, RetentionClass, Store } from '../../bot/contracts/store'
import type { Connection } from './connection'
import { fenceLifeMs, type ConversationIndex } from './conversation-index'
import type { Keys } from './keys'
import type { Pending } from './pending'
import { batchSize, createRecordRemoval, type Batch } from './remove-records'
import { eraseScript } from './scripts/conversation-scripts'
import { purgeDeadScript } from './scripts/outbox-scripts'

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly pending: Pending
  readonly index: ConversationIndex
}

type Erased =
  | readonly ['again']
  | readonly ['kept', touchedMs: string]
  | readonly ['gone', fence: string, wasThere: number]

/** A conversation in use gets new entries while it is erased; this often is beyond any resident. */
const mostTries = 50

/** One try. With `beforeMs` it spares what was touched since, and leaves the list of records for a later erasure. */
function createTry({ connection, keys, index }: Rooms) {
  return async (conversationId: ConversationId, beforeMs: number | ''): Promise<Erased> => {
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
      ],
      [latest, fenceLifeMs, keys.changes, conversationId, beforeMs, beforeMs === '' ? 'all' : 'keep-records'],
    )) as Erased
  }
}

async function untilDone(removeBatch: () => Promise<Batch>): Promise<number> {
  let total = 0
  for (;;) {
    const { looked, removed } = await removeBatch()
    total += removed
    if (looked < batchSize) return total
  }
}

interface Counted {
  readonly count: number
  readonly oldestMs: number | undefined
}

/** @param set sorted set whose scores are times in ms. */
async function countBefore(connection: Connection, set: string, beforeMs: number): Promise<Counted> {
  const below = `(${beforeMs}`
  const count = await connection.use((client) => client.zcount(set, '-inf', below))
  const [, oldest] = await connection.use((client) =>
    client.zrangebyscore(set, '-inf', below, 'WITHSCORES', 'LIMIT', 0, 1),
  )
  return { count, oldestMs: oldest === undefined ? undefined : Number(oldest) }
}

function addUp(counted: readonly Counted[]): OldOfClass {
  const oldest = counted.flatMap(({ oldestMs }) => oldestMs ?? [])
  return {
    count: counted.reduce((sum, { count }) => sum + count, 0),
    ...(oldest.length > 0 && { oldest: new Date(Math.min(...oldest)).toISOString() }),
  }
}

export function createRetention(rooms: Rooms): Pick<Store, 'erase' | 'purge' | 'countOld'> {
  const { connection, keys, pending, index } = rooms
  const records = createRecordRemoval(connection, keys)
  const tryErase = createTry(rooms)

  /** Gives whether there was something to remove. */
  const removeConversation = async (conversationId: ConversationId, beforeMs: number | '') => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      await pending.move(conversationId)
      if (beforeMs === '') await records.ofConversation(conversationId)
      const [kind, text, wasThere] = await tryErase(conversationId, beforeMs)
      if (kind === 'kept') {
        await connection.use((client) => client.zadd(keys.index.touched, text, conversationId))
        return false
      }
      if (kind === 'gone') {
        await index.forget(conversationId, text, 'erased')
        return wasThere === 1
      }
    }
    throw new DygnetError(
      'store-unavailable',
      `conversation ${conversationId} is in full use; erase it again`,
    )
  }

  const purgeConversations = async (beforeMs: number): Promise<Batch> => {
    const ids = await connection.use((client) =>
      client.zrangebyscore(keys.index.touched, '-inf', `(${beforeMs}`, 'LIMIT', 0, batchSize),
    )
    const removed = await Promise.all(ids.map((id) => removeConversation(toConversationId(id), beforeMs)))
    return { looked: ids.length, removed: removed.filter(Boolean).length }
  }

  const purgeDeadLetters = async (beforeMs: number): Promise<Batch> => {
    const { entries, attempts, reasons, dead } = keys.outbox
    const script = [entries, attempts, reasons, dead]
    const removed = (await connection.run(purgeDeadScript, script, [beforeMs, batchSize])) as number
    return { looked: removed, removed }
  }

  const setsOf = (retentionClass: RetentionClass): readonly string[] => {
    const ofRecords = keys.records(retentionClass).touched
    return retentionClass === 'conversation' ? [ofRecords, keys.outbox.dead, keys.index.touched] : [ofRecords]
  }

  return {
    async countOld(retentionClass, before) {
      const beforeMs = before.getTime()
      return addUp(
        await Promise.all(setsOf(retentionClass).map((set) => countBefore(connection, set, beforeMs))),
      )
    },
    async erase(conversationId) {
      await removeConversation(conversationId, '')
    },
    async purge(retentionClass, before) {
      const beforeMs = before.getTime()
      const removed = await untilDone(() => records.batchBefore(retentionClass, beforeMs))
      if (retentionClass !== 'conversation') return removed
      const letters = await untilDone(() => purgeDeadLetters(beforeMs))
      return removed + letters + (await untilDone(() => purgeConversations(beforeMs)))
    },
  }
}
