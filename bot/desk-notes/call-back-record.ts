// What is kept of a call that was promised. That it was made is a record of its own: who asked for the call may change it at the
// same moment, and neither of the two writes may take the other's away.
import { z } from 'zod'
import { toConversationId } from '../contracts/talk/ids'
import type { RecordWrite, Store, StoredRecord } from '../contracts/store/store'

const asked = z.object({
  code: z.string(),
  /** ISO 8601: when it was asked for, or changed last. */
  at: z.string(),
  department: z.string(),
  /** It goes with this one. */
  conversation: z.string(),
  /** None where nobody can be called, and where nothing opens for months. */
  promisedBy: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
  labels: z.record(z.string(), z.string()).optional(),
  /** ISO 8601: when the department said that it has called; in records of before it had one of its own. */
  doneAt: z.string().optional(),
  /** ISO 8601: when the resident took it back. */
  cancelledAt: z.string().optional(),
})
export type CallBack = z.infer<typeof asked>

const made = z.object({
  doneAt: z.string(),
  /** The `at` of what was known when the call was made: what was changed after that is still to be done. */
  asOf: z.string(),
})

/** Of the record that the call of this code was made. */
export const callMadeId = (code: string): string => `${code}/done`

const merge = (
  record: Pick<StoredRecord, 'value'> | undefined,
  done: Pick<StoredRecord, 'value'> | undefined,
): CallBack | undefined => {
  const callBack = asked.safeParse(record?.value).data
  const call = made.safeParse(done?.value).data
  return callBack !== undefined && call?.asOf === callBack.at
    ? { ...callBack, doneAt: call.doneAt }
    : callBack
}

/** Undefined when there is none, or it cannot be read. */
export async function readCallBack(
  store: Pick<Store, 'record'>,
  code: string,
): Promise<CallBack | undefined> {
  const [record, done] = await Promise.all(
    [code, callMadeId(code)].map((id) => store.record('call-back', id)),
  )
  return merge(record, done)
}

/** The call-backs among records of the class. */
export const callBacksAmong = (records: readonly StoredRecord[]): readonly CallBack[] =>
  records.flatMap(
    (record) =>
      merge(
        record,
        records.find(({ id }) => id === callMadeId(record.id)),
      ) ?? [],
  )

/** To be kept: that it was made as it stands. */
export const callMade = ({ code, conversation, at }: CallBack, now: Date): RecordWrite => ({
  collection: 'call-back',
  id: callMadeId(code),
  conversationId: toConversationId(conversation),
  value: { doneAt: now.toISOString(), asOf: at } satisfies z.infer<typeof made>,
})

/** Nobody is to be called any more: the call was made, or is not wanted. */
export const isOver = ({ doneAt, cancelledAt }: CallBack): boolean =>
  doneAt !== undefined || cancelledAt !== undefined
