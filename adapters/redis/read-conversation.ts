// Looks into a conversation: its state, its transcript, the turn of a message.
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { Outcome } from '../../bot/contracts/talk/outcome'
import type { Store, StoredTurn, TranscriptLine } from '../../bot/contracts/store/store'
import { createDamageTeller, rawText, readTranscriptLine } from '../../bot/contracts/store/stored-line'
import type { Connection } from './connection'
import type { Keys } from './keys'

type Reader = Pick<Store, 'load' | 'turnOf' | 'linesAfter' | 'lastSequence'>

function readVersion(bytes: Buffer | null | undefined, conversationId: ConversationId): number {
  const text = bytes?.toString('utf8') ?? '0'
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new DygnetError('store-corrupt', `the state of conversation ${conversationId} has no version`)
}

/** `<sequence> <first reply> <count> <outcome>` of an answered message. */
function parseAnswered(text: string | null) {
  const parts = /^\d+ (\d+) (\d+) (\S+)$/.exec(text ?? '')
  return parts === null
    ? undefined
    : { first: Number(parts[1]), count: Number(parts[2]), outcome: parts[3] as Outcome }
}

export function createReader(connection: Connection, keys: Keys, logger: Logger): Reader {
  const tellDamage = createDamageTeller(logger)

  /** `count` lines from sequence `first`. */
  const readLines = async (conversationId: ConversationId, first: number, count: number) => {
    if (count <= 0) return []
    const texts = await connection.use((client) =>
      client.lrange(keys.conversation(conversationId).lines, first - 1, first + count - 2),
    )
    return texts.map((text, index): TranscriptLine => {
      const sequence = first + index
      const line = readTranscriptLine(text, sequence)
      if (line.author === 'damaged') tellDamage(conversationId, sequence)
      return line
    })
  }

  return {
    async load(conversationId) {
      const [version, state] = await connection.use((client) =>
        client.hmgetBuffer(keys.conversation(conversationId).conversation, 'version', 'state'),
      )
      return {
        version: readVersion(version, conversationId),
        state: state === null || state === undefined ? undefined : rawText(state),
      }
    },
    async turnOf(conversationId, messageId): Promise<StoredTurn | undefined> {
      const answered = parseAnswered(
        await connection.use((client) => client.hget(keys.conversation(conversationId).messages, messageId)),
      )
      if (answered === undefined) return undefined
      const lines = await readLines(conversationId, answered.first, answered.count)
      const replies = lines.flatMap((line) => (line.author === 'bot' ? [line.reply] : []))
      if (lines.length !== answered.count) {
        throw new DygnetError('store-corrupt', `a turn of conversation ${conversationId} lacks replies`)
      }
      return { messageId, replies, outcome: answered.outcome }
    },
    // A list of Redis is counted from its end by numbers below zero.
    linesAfter: (conversationId, after, limit) => readLines(conversationId, Math.max(after, 0) + 1, limit),
    lastSequence: (conversationId) =>
      connection.use((client) => client.llen(keys.conversation(conversationId).lines)),
  }
}
