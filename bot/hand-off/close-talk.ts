// The deed of an outbox entry `close-talk`: a talk that nobody took by the end of the day ends, and its resident is told so.
import { z } from 'zod'
import { turnFailed } from '../contracts/house-message'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { OutboxEntry } from '../contracts/store/store'
import { act, type ActParts, type HandOffDeskParts } from './hand-off-desk'
import { readTalk } from './hand-off-record'

export const closeTalkKind = 'close-talk'
const payloadShape = z.object({ handOff: z.string() })

/** @param closes of the department, on the day on which the talk began to wait */
export const closeTalkEntry = (handOff: string, closes: Date): OutboxEntry => ({
  id: `close/${handOff}`,
  kind: closeTalkKind,
  dueAt: closes.toISOString(),
  payload: { handOff },
})

/** Safe to repeat: the message of the house is kept once, and changes nothing in a talk that is in somebody's hands. */
export const closeTalk =
  (parts: ActParts & { readonly store: Pick<HandOffDeskParts['store'], 'record'> }): DoEntry =>
  async (entry) => {
    const told = payloadShape.safeParse(entry.payload).data
    if (told === undefined) return { kind: 'give-up', reason: 'no talk to close' }
    const talk = readTalk(await parts.store.record('hand-off', told.handOff))
    if (talk?.state !== 'waiting') return { kind: 'dropped', reason: 'the talk waits no more' }
    const closed = await act(talk, { deed: 'close', agent: '' }, 'close', parts)
    return closed === 'failed' ? turnFailed : { kind: 'done' }
  }
