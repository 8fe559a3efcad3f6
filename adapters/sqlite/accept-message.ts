// Keeps inbound messages and hands out the one that is next.
import type { Clock } from '../../bot/contracts/clock'
import { toConversationId, type ConversationId } from '../../bot/contracts/ids'
import type { InboundMessage } from '../../bot/contracts/message'
import type { Store } from '../../bot/contracts/store'
import type { Changes } from './changes'
import type { Database } from './database'
import { readJson, readText, toStoredJson } from './stored-text'

type Inbox = Pick<Store, 'accept' | 'nextWaiting' | 'conversationsWaiting'>

function prepareStatements(database: Database) {
  return {
    known: database.prepare(
      `SELECT message.sequence FROM message JOIN conversation ON conversation.key = message.conversation_key
       WHERE conversation.id = ? AND message.id = ?`,
    ),
    nextSequence: database.prepare(
      `INSERT INTO conversation (id, last_sequence, touched_ms) VALUES (?, 1, ?)
       ON CONFLICT (id) DO UPDATE SET last_sequence = last_sequence + 1, touched_ms = excluded.touched_ms
       RETURNING key, last_sequence AS sequence`,
    ),
    addLine: database.prepare('INSERT INTO line (conversation_key, sequence, body) VALUES (?, ?, ?)'),
    addMessage: database.prepare('INSERT INTO message (conversation_key, id, sequence) VALUES (?, ?, ?)'),
    next: database.prepare(
      `UPDATE message SET attempts = attempts + 1 WHERE arrival = (
         SELECT arrival FROM message
         WHERE conversation_key = (SELECT key FROM conversation WHERE id = ?) AND outcome IS NULL
         ORDER BY arrival LIMIT 1)
       RETURNING conversation_key AS key, sequence, attempts`,
    ),
    line: database.prepare('SELECT body FROM line WHERE conversation_key = ? AND sequence = ?'),
    waiting: database.prepare(
      `SELECT CAST(conversation.id AS BLOB) AS id, MIN(message.arrival) AS arrival
       FROM message JOIN conversation ON conversation.key = message.conversation_key
       WHERE message.outcome IS NULL GROUP BY conversation.key ORDER BY arrival LIMIT ?`,
    ),
  }
}

export function createInbox(database: Database, clock: Clock, changes: Changes): Inbox {
  const statements = prepareStatements(database)

  const keep = (message: InboundMessage, body: Buffer) => {
    const known = statements.known.get(message.conversationId, message.id) as
      { readonly sequence: number } | undefined
    if (known !== undefined) return { kind: 'repeated', sequence: known.sequence } as const
    const { key, sequence } = statements.nextSequence.get(message.conversationId, clock.now().getTime()) as {
      readonly key: number
      readonly sequence: number
    }
    statements.addLine.run(key, sequence, body)
    statements.addMessage.run(key, message.id, sequence)
    return { kind: 'accepted', sequence } as const
  }

  const takeNext = (conversationId: ConversationId) => {
    const next = statements.next.get(conversationId) as
      { readonly key: number; readonly sequence: number; readonly attempts: number } | undefined
    if (next === undefined) return undefined
    const line = statements.line.get(next.key, next.sequence) as { readonly body: unknown } | undefined
    return { ...next, body: line?.body }
  }

  return {
    async accept(message) {
      const body = toStoredJson({ at: message.receivedAt, author: 'resident', message })
      const acceptance = await database.write(() => keep(message, body))
      if (acceptance.kind === 'accepted')
        changes.emit({ conversationId: message.conversationId, lastSequence: acceptance.sequence })
      return acceptance
    },
    async nextWaiting(conversationId) {
      const next = await database.write(() => takeNext(conversationId))
      if (next === undefined) return undefined
      const what = `line ${next.sequence} of conversation ${conversationId}`
      const { message } = readJson(next.body, what) as { readonly message: InboundMessage }
      return { message, sequence: next.sequence, attempts: next.attempts }
    },
    conversationsWaiting: (limit) =>
      database.read(() =>
        (statements.waiting.all(limit) as readonly { readonly id: unknown }[]).map(({ id }) =>
          toConversationId(readText(id, 'the id of a conversation')),
        ),
      ),
  }
}
