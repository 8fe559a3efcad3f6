// Keeps inbound messages and hands out the one that is next.
import type { Clock } from '../../bot/contracts/basics/clock'
import { toConversationId, toMessageId, type ConversationId } from '../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { Store } from '../../bot/contracts/store/store'
import type { StoreListeners } from '../../bot/contracts/store/store-listeners'
import { damagedMessage, readTranscriptLine, residentLine } from '../../bot/contracts/store/stored-line'
import type { Database } from './database'
import { createFirstBeginnings } from './first-beginnings'
import { readRawText, readText, toStoredJson } from './stored-text'

type Inbox = Pick<Store, 'accept' | 'nextWaiting' | 'conversationsWaiting'>

interface Head {
  readonly arrival: number
  readonly sequence: number
  readonly attempts: number
  readonly body: unknown
}

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
    count: database.prepare(
      'UPDATE message SET attempts = attempts + ? WHERE arrival = ? RETURNING attempts',
    ),
    head: database.prepare(
      `SELECT message.arrival, message.sequence, message.attempts, line.body
       FROM conversation
       JOIN message ON message.conversation_key = conversation.key AND message.outcome IS NULL
       LEFT JOIN line ON line.conversation_key = conversation.key AND line.sequence = message.sequence
       WHERE conversation.id = ? ORDER BY message.arrival LIMIT 1`,
    ),
    waiting: database.prepare(
      `SELECT CAST(conversation.id AS BLOB) AS id, MIN(message.arrival) AS arrival
       FROM message JOIN conversation ON conversation.key = message.conversation_key
       WHERE message.outcome IS NULL GROUP BY conversation.key ORDER BY arrival LIMIT ?`,
    ),
  }
}

/** Reads the message of a head; one whose line is damaged comes as such, with its id. */
const createMessageReader = (database: Database, clock: Clock) => {
  const byArrival = database.prepare('SELECT CAST(id AS BLOB) AS id FROM message WHERE arrival = ?')

  return async (
    conversationId: ConversationId,
    { arrival, sequence, body }: Head,
  ): Promise<InboundMessage> => {
    const text = readRawText(body)
    const line = readTranscriptLine(text, sequence)
    if (line.author === 'resident') return line.message
    const { id } = await database.read(() => byArrival.get(arrival) as { readonly id: unknown })
    const messageId = toMessageId(readText(id, 'the id of a message'))
    return damagedMessage(text ?? '', conversationId, messageId, clock.now())
  }
}

export function createInbox(database: Database, clock: Clock, changes: StoreListeners): Inbox {
  const statements = prepareStatements(database)
  const beginnings = createFirstBeginnings()
  const readMessage = createMessageReader(database, clock)

  const keep = (message: InboundMessage, body: Buffer) => {
    const known = statements.known.get(message.conversationId, message.id) as
      | { readonly sequence: number }
      | undefined
    if (known !== undefined) return { kind: 'repeated', sequence: known.sequence } as const
    const { key, sequence } = statements.nextSequence.get(message.conversationId, clock.now().getTime()) as {
      readonly key: number
      readonly sequence: number
    }
    statements.addLine.run(key, sequence, body)
    statements.addMessage.run(key, message.id, sequence)
    return { kind: 'accepted', sequence } as const
  }

  /** The next message without counting, when it is one that this process kept and never began. */
  const peekUnbegun = (conversationId: ConversationId) => {
    if (!beginnings.mayBeFirst(conversationId)) return undefined
    const head = statements.head.get(conversationId) as Head | undefined
    if (head === undefined || head.attempts > 0) return undefined
    return beginnings.begin(conversationId, head.sequence) ? { ...head, attempts: 1 } : undefined
  }

  const takeNext = (conversationId: ConversationId) => {
    const head = statements.head.get(conversationId) as Head | undefined
    if (head === undefined) return undefined
    const { attempts } = statements.count.get(
      1 + beginnings.takeOwed(conversationId, head.sequence),
      head.arrival,
    ) as { readonly attempts: number }
    return { ...head, attempts }
  }

  return {
    async accept(message) {
      const body = toStoredJson(residentLine(message))
      const acceptance = await database.write(() => keep(message, body))
      if (acceptance.kind === 'accepted') {
        beginnings.keep(message.conversationId, acceptance.sequence)
        changes.emit({ conversationId: message.conversationId, lastSequence: acceptance.sequence })
      }
      return acceptance
    },
    async nextWaiting(conversationId) {
      const next =
        (await database.read(() => peekUnbegun(conversationId))) ??
        (await database.write(() => takeNext(conversationId)))
      if (next === undefined) return undefined
      const { sequence, attempts } = next
      return { message: await readMessage(conversationId, next), sequence, attempts }
    },
    conversationsWaiting: (limit) =>
      database.read(() =>
        (statements.waiting.all(limit) as readonly { readonly id: unknown }[]).map(({ id }) =>
          toConversationId(readText(id, 'the id of a conversation')),
        ),
      ),
  }
}
