// Which conversations there are and in which of them a message waits: an index in a slot of its own.
//
// A process may die between the index's slot and the conversation's. Then the index names a conversation too many, never
// one too few:
// - An accept comes with a ticket that the index gave out, so the conversation is in the index before its message waits.
// - Who finds a conversation with nothing to do raises its fence to the last ticket, in the step that sees it empty, and
//   only then takes it out of the index, unless a newer ticket was given out. An accept with a ticket at or below the fence
//   is refused and takes a new one, so none slips in between the look and the removal.
import type { Clock } from '../../bot/contracts/basics/clock'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { admitScript, forgetScript } from './scripts/index-scripts'

/** A fence has to outlive any accept under way; a command takes seconds at most. */
export const fenceLifeMs = 600_000

/** Why a conversation leaves: its turn is committed now, it is erased, or somebody looked and found it idle. */
type Reason = 'touched' | 'erased' | 'known'

export interface ConversationIndex {
  /** Names the conversation as waiting and gives a ticket above `floor`. */
  admit(conversationId: ConversationId, floor: number): Promise<number>
  /** The last ticket given out; 0 when the conversation is not named as waiting. */
  latestTicket(conversationId: ConversationId): Promise<number>
  /** Takes out a conversation whose fence stands. */
  forget(conversationId: ConversationId, fence: string, why: Reason): Promise<void>
}

export function createConversationIndex(
  connection: Connection,
  { index: { ticket, waiting, latest, touched } }: Keys,
  clock: Clock,
): ConversationIndex {
  return {
    admit: async (conversationId, floor) =>
      (await connection.run(
        admitScript,
        [ticket, waiting, latest, touched],
        [conversationId, clock.now().getTime(), floor],
      )) as number,
    latestTicket: async (conversationId) =>
      Number((await connection.use((client) => client.hget(latest, conversationId))) ?? 0),
    async forget(conversationId, fence, why) {
      await connection.run(
        forgetScript,
        [waiting, latest, touched],
        [conversationId, fence, why, clock.now().getTime()],
      )
    },
  }
}
