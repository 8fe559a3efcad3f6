// The deed of an outbox entry `forget-given`: the number or address that a resident let a person have is kept a day at most, for
// agents forget to end talks.
import { z } from 'zod'
import { dayMs } from '../contracts/basics/durations'
import type { MessageId } from '../contracts/talk/ids'
import { turnFailed } from '../contracts/house-message'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { OutboxEntry } from '../contracts/store/store'
import { act, type ActParts, type HandOffDeskParts } from './hand-off-desk'
import { readTalk } from './hand-off-record'

export const forgetGivenKind = 'forget-given'
const payloadShape = z.object({ handOff: z.string(), message: z.string() })
const keptMs = dayMs

/** @param message in which it was given */
export const forgetGivenEntry = (handOff: string, message: MessageId, now: Date): OutboxEntry => ({
  id: `forget/${handOff}/${message}`,
  kind: forgetGivenKind,
  dueAt: new Date(now.getTime() + keptMs).toISOString(),
  payload: { handOff, message },
})

/** Safe to repeat: the message of the house is kept once, and a talk that is over has nothing left to forget. */
export const forgetGiven =
  (parts: ActParts & { readonly store: Pick<HandOffDeskParts['store'], 'record'> }): DoEntry =>
  async (entry) => {
    const told = payloadShape.safeParse(entry.payload).data
    const talk = told && readTalk(await parts.store.record('hand-off', told.handOff))
    if (told === undefined || talk?.given[told.message] === undefined)
      return { kind: 'dropped', reason: 'it is kept no more' }
    const deed = { deed: 'forget', agent: '', text: told.message } as const
    const forgotten = await act(talk, deed, `forget/${told.message}`, parts)
    return forgotten === 'failed' ? turnFailed : { kind: 'done' }
  }
