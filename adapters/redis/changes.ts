// Tells listeners which conversations changed, in whatever process: scripts publish it in the same step as the change.
import type { Clock } from '../../bot/contracts/basics/clock'
import { toConversationId } from '../../bot/contracts/talk/ids'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { ConversationChange, Store } from '../../bot/contracts/store/store'
import { createStoreListeners } from '../../bot/contracts/store/store-listeners'
import type { Connection } from './connection'
import type { Keys } from './keys'

/** A dead connection may go unnoticed for a while, and clocks of machines differ; telling twice is harmless. */
const marginMs = 120_000

/** `<last sequence> <conversation id>`, as the scripts publish it. */
function parseChange(text: string): ConversationChange {
  const space = text.indexOf(' ')
  return {
    lastSequence: Number(text.slice(0, space)),
    conversationId: toConversationId(text.slice(space + 1)),
  }
}

/** Conversations changed while nobody listened. Erased ones are not among them. */
async function readMissed(
  connection: Connection,
  keys: Keys,
  sinceMs: number,
): Promise<readonly ConversationChange[]> {
  const ids = await connection.use((client) => client.zrangebyscore(keys.index.touched, sinceMs, '+inf'))
  return Promise.all(
    ids.map(async (id) => {
      const lastSequence = await connection.use((client) => client.llen(keys.conversation(id).lines))
      return { conversationId: toConversationId(id), lastSequence }
    }),
  )
}

export function createChanges(
  connection: Connection,
  keys: Keys,
  clock: Clock,
  logger: Logger,
): Store['listen'] {
  const { emit, listen } = createStoreListeners(logger)
  // What changes before the first subscription stands is missed as well.
  let lostSinceMs = clock.now().getTime()

  connection.subscribe(keys.changes, {
    onText: (text) => emit(parseChange(text)),
    onLoss: () => {
      lostSinceMs = Math.min(lostSinceMs, clock.now().getTime())
    },
    onSubscribed: () => {
      const sinceMs = lostSinceMs - marginMs
      lostSinceMs = Infinity
      readMissed(connection, keys, sinceMs).then(
        (changes) => changes.forEach(emit),
        (error: unknown) =>
          logger.warn({ err: error }, 'changes missed while Redis was away could not be read'),
      )
    },
  })

  return listen
}
