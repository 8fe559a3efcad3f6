// Looks whether a conversation has anything left to do, and finds those that have: what a start after a crash finishes.
import { DygnetError } from '../../bot/contracts/basics/errors'
import { toConversationId, type ConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import { fenceLifeMs, type ConversationIndex } from './conversation-index'
import type { Keys } from './keys'
import type { Pending } from './pending'
import { settleScript } from './scripts/conversation-scripts'

/**
 * Moves on what is pending and takes the conversation out of the index when nothing waits in it.
 * `latest` is the last ticket known to be given out for it, or 0. Gives the ticket of the oldest waiting message, if any.
 */
export type Settle = (conversationId: ConversationId, latest: number) => Promise<number | undefined>

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly logger: Logger
  readonly pending: Pending
  readonly index: ConversationIndex
}

type Settled = readonly ['pending'] | readonly ['waiting', string] | readonly ['idle', string]

interface Checked {
  readonly id: ConversationId
  readonly standing: 'idle' | 'unreadable' | { readonly oldest: number }
}

/** Something is always pending only when it cannot be moved. */
const mostMoves = 50

function createSettle({ connection, keys, pending, index }: Rooms): Settle {
  const look = async (conversationId: ConversationId, latest: number) => {
    const own = keys.conversation(conversationId)
    return (await connection.run(
      settleScript,
      [own.conversation, own.waiting, own.pending, own.fence],
      [latest, fenceLifeMs],
    )) as Settled
  }

  return async (conversationId, latest) => {
    for (let moves = 0; moves < mostMoves; moves += 1) {
      const [kind, ticket] = await look(conversationId, latest)
      if (kind === 'idle') {
        await index.forget(conversationId, ticket, 'known')
        return undefined
      }
      if (kind === 'waiting') {
        await connection.use((client) => client.zadd(keys.index.waiting, 'XX', ticket, conversationId))
        return Number(ticket)
      }
      await pending.move(conversationId)
    }
    throw new DygnetError(
      'store-corrupt',
      `pending entries of conversation ${conversationId} cannot be moved`,
    )
  }
}

export function createWaiting(
  rooms: Rooms,
): { readonly settle: Settle } & Pick<Store, 'conversationsWaiting'> {
  const { connection, keys, logger } = rooms
  const settle = createSettle(rooms)

  const check = async (id: ConversationId, latest: string | null | undefined): Promise<Checked> => {
    try {
      const oldest = await settle(id, Number(latest ?? 0))
      return { id, standing: oldest === undefined ? 'idle' : { oldest } }
    } catch (error) {
      if (error instanceof DygnetError && error.retryable) throw error
      // One damaged conversation must not keep the others from being finished.
      logger.error({ err: error, conversationId: id }, 'a conversation that may wait cannot be read')
      return { id, standing: 'unreadable' }
    }
  }

  const checkPage = async (ids: readonly ConversationId[]): Promise<readonly Checked[]> => {
    const tickets = await connection.use((client) => client.hmget(keys.index.latest, ...ids))
    return Promise.all(ids.map((id, n) => check(id, tickets[n])))
  }

  return {
    settle,
    async conversationsWaiting(limit) {
      const found: { readonly id: ConversationId; readonly oldest: number }[] = []
      let seen = 0
      while (found.length < limit) {
        const page = await connection.use((client) =>
          client.zrange(keys.index.waiting, seen, seen + limit - 1),
        )
        if (page.length === 0) break
        const checked = await checkPage(page.map(toConversationId))
        // What is idle has left the index, so the next page begins behind those that stay.
        seen += checked.filter(({ standing }) => standing !== 'idle').length
        for (const { id, standing } of checked)
          if (typeof standing === 'object') found.push({ id, oldest: standing.oldest })
      }
      return found
        .sort((one, other) => one.oldest - other.oldest)
        .slice(0, limit)
        .map(({ id }) => id)
    },
  }
}
