// What a commit leaves in its conversation's slot, and the way from there to the slots of outbox and records.
//
// A move has an id, and the target remembers it for a day. So any process may move an entry at any time, several at once,
// after a crash too: it arrives once, and a slow mover cannot bring back what was done or changed meanwhile.
import type { Clock } from '../../bot/contracts/basics/clock'
import { dayMs } from '../../bot/contracts/basics/durations'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import { dueMs } from '../../bot/contracts/store/outbox-due'
import { touchedMs, type OutboxEntry, type RecordWrite } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { enqueueScript } from './scripts/outbox-scripts'
import { putRecordScript } from './scripts/record-scripts'
import { readJson, toScriptJson, toStoredJson } from './stored-json'

export type PendingEntry = { readonly move: string } & (
  | { readonly kind: 'outbox'; readonly entry: OutboxEntry }
  | { readonly kind: 'record'; readonly record: RecordWrite }
)

/** How long an id of a move is remembered. */
const movesRememberedMs = dayMs

export interface Pending {
  /** Moves on what stands in the conversation's slot. Safe to repeat and to run in several processes at once. */
  move(conversationId: ConversationId): Promise<void>
  /** Puts an entry into the outbox; false when that move was made before, or an entry with its id is there. */
  enqueue(entry: OutboxEntry, move: string): Promise<boolean>
  /** Writes a record into its collection; `move` is empty for a write that is not a move. */
  putRecord(record: RecordWrite, move: string): Promise<void>
}

export function createPending(connection: Connection, keys: Keys, clock: Clock): Pending {
  const enqueue = async (entry: OutboxEntry, move: string) => {
    const { entries, ready, moved, order } = keys.outbox
    const { kind, dueAt, payload, orderingKey } = entry
    const added = await connection.run(
      enqueueScript,
      [entries, ready, moved, order],
      [
        entry.id,
        toScriptJson({ kind, dueAt, payload, orderingKey }),
        dueMs(entry),
        move,
        clock.now().getTime(),
        movesRememberedMs,
      ],
    )
    return added === 1
  }

  const putRecord = async (record: RecordWrite, move: string) => {
    const { entries, owners, newest, touched, moved, keyed, keysOf } = keys.records(record.collection)
    const now = clock.now()
    await connection.run(
      putRecordScript,
      [entries, owners, newest, touched, moved, keyed, keysOf],
      [
        record.id,
        toStoredJson(record.value),
        now.toISOString(),
        now.getTime(),
        record.conversationId ?? '',
        move,
        movesRememberedMs,
        touchedMs(record, now),
        ...(record.keys ?? []),
      ],
    )
  }

  return {
    enqueue,
    putRecord,
    async move(conversationId) {
      const { pending } = keys.conversation(conversationId)
      const texts = await connection.use((client) => client.lrange(pending, 0, -1))
      for (const text of texts) {
        const step = readJson(text, `a pending entry of conversation ${conversationId}`) as PendingEntry
        if (step.kind === 'outbox') await enqueue(step.entry, step.move)
        else await putRecord(step.record, step.move)
        // By its text and not by its place: another process may be moving the same ones.
        await connection.use((client) => client.lrem(pending, 1, text))
      }
    },
  }
}
