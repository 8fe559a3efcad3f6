// News that waits to be told, found by the grant it is told under, so that several of them can go as one text.
import { z } from 'zod'
import type { RecordWrite, Store } from '../contracts/store/store'
import { tellingId, tellSchema, type Telling } from './homecare-entries'

const schema = z.object({
  kind: z.literal('waiting'),
  telling: tellSchema,
  /** The entry in whose text it goes; none while nobody has begun to say it. */
  teller: z.string().optional(),
})

export interface WaitingNews {
  readonly telling: Telling
  readonly teller?: string | undefined
}

const idOf = (telling: Telling): string => `waiting ${tellingId(telling)}`
const keyOf = (grant: string): string => `waiting ${grant}`

const recordOf = (telling: Telling, teller?: string): RecordWrite => ({
  collection: 'visit',
  id: idOf(telling),
  keys: [keyOf(telling.grant)],
  value: { kind: 'waiting', telling, ...(teller !== undefined && { teller }) },
})

/** Of news that is new: what has been told already, or is being told, does not begin to wait again. */
export async function waitingRecords(
  store: Pick<Store, 'record'>,
  tellings: readonly Telling[],
): Promise<readonly RecordWrite[]> {
  const known = await Promise.all(tellings.map((telling) => store.record('visit', idOf(telling))))
  return tellings.filter((_, index) => known[index] === undefined).map((telling) => recordOf(telling))
}

export const takenBy = (teller: string, tellings: readonly Telling[]): readonly RecordWrite[] =>
  tellings.map((telling) => recordOf(telling, teller))

/** What an attempt had begun to tell, and does not tell. */
export const waitAgain = (tellings: readonly Telling[]): readonly RecordWrite[] =>
  tellings.map((telling) => recordOf(telling))

/** It stays, found by nothing, so that a repeat of the event does not bring the news back. */
export const overRecords = (tellings: readonly Telling[]): readonly RecordWrite[] =>
  tellings.map((telling) => ({ collection: 'visit', id: idOf(telling), value: { kind: 'over' } }))

export async function waitingUnder(
  store: Pick<Store, 'recordsUnder'>,
  grant: string,
): Promise<readonly WaitingNews[]> {
  const records = await store.recordsUnder('visit', keyOf(grant))
  return records.flatMap(({ value }) => schema.safeParse(value).data ?? [])
}
