// Keeps inbound messages and hands out the one that is next.
import type { Clock } from '../../bot/contracts/basics/clock'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { toMessageId } from '../../bot/contracts/talk/ids'
import type { InboundMessage } from '../../bot/contracts/talk/message'
import type { Acceptance, Store } from '../../bot/contracts/store/store'
import { damagedMessage, readTranscriptLine, residentLine } from '../../bot/contracts/store/stored-line'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { acceptScript, nextWaitingScript } from './scripts/conversation-scripts'
import { toStoredJson } from './stored-json'
import type { ConversationIndex } from './conversation-index'
import type { Settle } from './waiting'

type Accepted = readonly ['accepted' | 'repeated' | 'late', number]
type Next = readonly [line: string | null, sequence: number, attempts: number, id: string] | null

/** Once is enough unless messages are erased or answered in the very moment, each time anew. */
const mostTickets = 10

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly clock: Clock
  readonly index: ConversationIndex
  readonly settle: Settle
}

export function createInbox({
  connection,
  keys,
  clock,
  index,
  settle,
}: Rooms): Pick<Store, 'accept' | 'nextWaiting'> {
  const keep = async (message: InboundMessage, line: string, ticket: number) => {
    const { conversation, lines, messages, waiting, fence } = keys.conversation(message.conversationId)
    return (await connection.run(
      acceptScript,
      [conversation, lines, messages, waiting, fence],
      [message.id, line, ticket, clock.now().getTime(), keys.changes, message.conversationId],
    )) as Accepted
  }

  return {
    async accept(message): Promise<Acceptance> {
      const line = toStoredJson(residentLine(message))
      let floor = 0
      for (let tries = 0; tries < mostTickets; tries += 1) {
        const ticket = await index.admit(message.conversationId, floor)
        const [kind, number] = await keep(message, line, ticket)
        if (kind === 'accepted') return { kind, sequence: number }
        if (kind === 'repeated') {
          // The ticket put the conversation into the index, perhaps for nothing.
          await settle(message.conversationId, ticket)
          return { kind, sequence: number }
        }
        floor = number
      }
      throw new DygnetError(
        'store-unavailable',
        'a conversation changed too fast to take a message; try again',
      )
    },
    async nextWaiting(conversationId) {
      const { lines, messages, waiting, attempts } = keys.conversation(conversationId)
      const next = (await connection.run(nextWaitingScript, [lines, messages, waiting, attempts])) as Next
      if (next === null) return undefined
      const [text, sequence, count, id] = next
      const line = readTranscriptLine(text ?? undefined, sequence)
      const message =
        line.author === 'resident'
          ? line.message
          : damagedMessage(text ?? '', conversationId, toMessageId(id), clock.now())
      return { message, sequence, attempts: count }
    },
  }
}
