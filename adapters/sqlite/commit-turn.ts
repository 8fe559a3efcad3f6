// Commits a turn: state, replies, outbox, records and "this message is answered", all or nothing.
import type { Clock } from '../../bot/contracts/basics/clock'
import type { CommitResult, Store, TurnCommit } from '../../bot/contracts/store/store'
import type { StoreListeners } from '../../bot/contracts/store/store-listeners'
import { residentLine } from '../../bot/contracts/store/stored-line'
import type { Database } from './database'
import type { OutboxTable } from './outbox'
import type { RecordTable } from './records'
import { toStoredJson } from './stored-text'

interface Rooms {
  readonly database: Database
  readonly clock: Clock
  readonly changes: StoreListeners
  readonly prepareAdd: OutboxTable['prepareAdd']
  readonly preparePut: RecordTable['preparePut']
}

interface Standing {
  readonly key: number
  readonly sequence: number
  /** The place of the message, when it is the oldest that waits and the version holds. */
  readonly arrival: number
}

function prepareStatements(database: Database) {
  return {
    // The message must be the head of the queue: asking for the head and comparing its id keeps that in one look.
    standing: database.prepare(
      `SELECT conversation.key, conversation.last_sequence AS sequence, head.arrival
       FROM conversation JOIN message AS head ON head.arrival = (
         SELECT arrival FROM message
         WHERE conversation_key = conversation.key AND outcome IS NULL ORDER BY arrival LIMIT 1)
       WHERE conversation.id = ? AND conversation.version = ? AND head.id = ?`,
    ),
    addLine: database.prepare('INSERT INTO line (conversation_key, sequence, body) VALUES (?, ?, ?)'),
    mask: database.prepare(
      `UPDATE line SET body = ? WHERE conversation_key = ?
       AND sequence = (SELECT sequence FROM message WHERE arrival = ?)`,
    ),
    answer: database.prepare(
      'UPDATE message SET outcome = ?, first_reply = ?, reply_count = ? WHERE arrival = ?',
    ),
    save: database.prepare(
      'UPDATE conversation SET version = version + 1, state = ?, last_sequence = ?, touched_ms = ? WHERE key = ?',
    ),
  }
}

const toLineBodies = (turn: TurnCommit): readonly Buffer[] =>
  turn.replies.map((reply) =>
    toStoredJson({
      at: turn.at,
      author: 'bot',
      reply,
      answers: turn.messageId,
      outcome: turn.outcome,
    }),
  )

export function createCommit({ database, clock, changes, prepareAdd, preparePut }: Rooms): Store['commit'] {
  const statements = prepareStatements(database)

  return async (turn) => {
    const state = Buffer.from(turn.state)
    const lines = toLineBodies(turn)
    const kept = turn.message && toStoredJson(residentLine(turn.message))
    const addOutbox = turn.outbox.map((entry) => prepareAdd(entry))
    const putRecords = turn.records.map((record) => preparePut(record))

    const result = await database.write((): CommitResult => {
      const standing = statements.standing.get(turn.conversationId, turn.expectedVersion, turn.messageId) as
        | Standing
        | undefined
      if (standing === undefined) return { kind: 'conflict' }
      const lastSequence = standing.sequence + lines.length
      lines.forEach((body, index) => {
        statements.addLine.run(standing.key, standing.sequence + 1 + index, body)
      })
      if (kept !== undefined) statements.mask.run(kept, standing.key, standing.arrival)
      statements.answer.run(turn.outcome, standing.sequence + 1, lines.length, standing.arrival)
      statements.save.run(state, lastSequence, clock.now().getTime(), standing.key)
      for (const write of [...addOutbox, ...putRecords]) write()
      return { kind: 'committed', lastSequence }
    })
    if (result.kind === 'committed')
      changes.emit({ conversationId: turn.conversationId, lastSequence: result.lastSequence })
    return result
  }
}
