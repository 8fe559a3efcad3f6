// Commits a turn: one step in the conversation's slot, then what is pending moves on.
import { randomUUID } from 'node:crypto'
import type { Clock } from '../../bot/contracts/basics/clock'
import type { Logger } from '../../bot/contracts/basics/logger'
import { dueMs } from '../../bot/contracts/store/outbox-due'
import type { Store, TurnCommit } from '../../bot/contracts/store/store'
import { residentLine } from '../../bot/contracts/store/stored-line'
import type { Connection } from './connection'
import type { Keys } from './keys'
import type { Pending, PendingEntry } from './pending'
import { commitScript } from './scripts/conversation-scripts'
import { toStoredJson } from './stored-json'
import { fenceLifeMs, type ConversationIndex } from './conversation-index'
import type { Settle } from './waiting'

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly clock: Clock
  readonly logger: Logger
  readonly pending: Pending
  readonly index: ConversationIndex
  readonly settle: Settle
}

type Committed =
  | readonly ['conflict']
  | readonly ['committed', lastSequence: number, 'idle', fence: string]
  | readonly ['committed', lastSequence: number, 'busy']

const toLines = (turn: TurnCommit): readonly string[] =>
  turn.replies.map((reply) =>
    toStoredJson({ at: turn.at, author: 'bot', reply, answers: turn.messageId, outcome: turn.outcome }),
  )

function toPending(turn: TurnCommit): readonly string[] {
  const id = randomUUID()
  // A time that is none must be found before anything is written.
  turn.outbox.forEach(dueMs)
  const entries: readonly PendingEntry[] = [
    ...turn.records.map((record, n) => ({ kind: 'record' as const, move: `${id}/r${n}`, record })),
    ...turn.outbox.map((entry, n) => ({ kind: 'outbox' as const, move: `${id}/o${n}`, entry })),
  ]
  return entries.map(toStoredJson)
}

const toRecordNames = (turn: TurnCommit): readonly string[] =>
  turn.records
    .filter(({ conversationId }) => conversationId === turn.conversationId)
    .map(({ collection, id }) => `${collection} ${id}`)

const counted = (list: readonly string[]): readonly (string | number)[] => [list.length, ...list]

export function createCommit({
  connection,
  keys,
  clock,
  logger,
  pending,
  index,
  settle,
}: Rooms): Store['commit'] {
  /** The turn is committed already: what fails here is done by the next `conversationsWaiting` of any process. */
  const tidyUp = async (turn: TurnCommit, result: Committed & readonly ['committed', ...unknown[]]) => {
    try {
      if (result[2] === 'idle') await index.forget(turn.conversationId, result[3], 'touched')
      else {
        await pending.move(turn.conversationId)
        await settle(turn.conversationId, 0)
      }
    } catch (error) {
      logger.warn(
        { err: error },
        'a committed turn is not yet moved on; it will be with the next look for waiting messages',
      )
    }
  }

  return async (turn) => {
    const own = keys.conversation(turn.conversationId)
    const result = (await connection.run(
      commitScript,
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
      [
        turn.messageId,
        turn.expectedVersion,
        turn.state,
        turn.outcome,
        clock.now().getTime(),
        keys.changes,
        turn.conversationId,
        fenceLifeMs,
        turn.message === undefined ? '' : toStoredJson(residentLine(turn.message)),
        ...counted(toLines(turn)),
        ...counted(toPending(turn)),
        ...counted(toRecordNames(turn)),
      ],
    )) as Committed
    if (result[0] === 'conflict') return { kind: 'conflict' }
    await tidyUp(turn, result)
    return { kind: 'committed', lastSequence: result[1] }
  }
}
