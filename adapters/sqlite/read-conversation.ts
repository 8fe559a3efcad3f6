// Looks into a conversation: its state, its transcript, the turn of a message.
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { Outcome } from '../../bot/contracts/talk/outcome'
import type { Store, StoredTurn, TranscriptLine } from '../../bot/contracts/store/store'
import { createDamageTeller, readTranscriptLine } from '../../bot/contracts/store/stored-line'
import type { Database } from './database'
import { readRawText } from './stored-text'

type Reader = Pick<Store, 'load' | 'turnOf' | 'linesAfter' | 'lastSequence'>

interface LineRow {
  readonly sequence: number
  readonly body: unknown
}

interface TurnRow {
  readonly key: number
  readonly outcome: Outcome
  readonly first: number
  readonly count: number
}

function prepareStatements(database: Database) {
  return {
    // CAST, so that a state of any type arrives as its bytes.
    state: database.prepare(
      `SELECT version, typeof(version) AS type, CAST(state AS BLOB) AS state FROM conversation WHERE id = ?`,
    ),
    last: database.prepare('SELECT last_sequence AS sequence FROM conversation WHERE id = ?'),
    linesAfter: database.prepare(
      `SELECT sequence, body FROM line
       WHERE conversation_key = (SELECT key FROM conversation WHERE id = ?) AND sequence > ?
       ORDER BY sequence LIMIT ?`,
    ),
    turn: database.prepare(
      `SELECT conversation.key, outcome, first_reply AS first, reply_count AS count
       FROM message JOIN conversation ON conversation.key = message.conversation_key
       WHERE conversation.id = ? AND message.id = ? AND outcome IS NOT NULL`,
    ),
    linesOf: database.prepare(
      `SELECT sequence, body FROM line
       WHERE conversation_key = ? AND sequence >= ? AND sequence < ? ORDER BY sequence`,
    ),
  }
}

export function createReader(database: Database, logger: Logger): Reader {
  const statements = prepareStatements(database)
  const tellDamage = createDamageTeller(logger)

  const readLine = (conversationId: ConversationId, { sequence, body }: LineRow): TranscriptLine => {
    const line = readTranscriptLine(readRawText(body), sequence)
    if (line.author === 'damaged') tellDamage(conversationId, sequence)
    return line
  }

  return {
    load: (conversationId) =>
      database.read(() => {
        const row = statements.state.get(conversationId) as
          | { readonly version: number; readonly type: string; readonly state: unknown }
          | undefined
        if (row === undefined) return { version: 0, state: undefined }
        const what = `the state of conversation ${conversationId}`
        if (row.type !== 'integer') throw new DygnetError('store-corrupt', `${what} has no version`)
        return {
          version: row.version,
          state: row.state === null ? undefined : readRawText(row.state),
        }
      }),
    turnOf: (conversationId, messageId) =>
      database.read((): StoredTurn | undefined => {
        const turn = statements.turn.get(conversationId, messageId) as TurnRow | undefined
        if (turn === undefined) return undefined
        const rows = statements.linesOf.all(
          turn.key,
          turn.first,
          turn.first + turn.count,
        ) as readonly LineRow[]
        if (rows.length !== turn.count) {
          throw new DygnetError('store-corrupt', `a turn of conversation ${conversationId} lacks replies`)
        }
        const replies = rows
          .map((row) => readLine(conversationId, row))
          .flatMap((line) => (line.author === 'bot' ? [line.reply] : []))
        return { messageId, replies, outcome: turn.outcome }
      }),
    linesAfter: (conversationId, after, limit) =>
      database.read(() =>
        (statements.linesAfter.all(conversationId, after, limit) as readonly LineRow[]).map((row) =>
          readLine(conversationId, row),
        ),
      ),
    lastSequence: (conversationId) =>
      database.read(
        () =>
          (statements.last.get(conversationId) as { readonly sequence: number } | undefined)?.sequence ?? 0,
      ),
  }
}
