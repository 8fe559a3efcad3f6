// What a subscriber was told last, so that a text from their phone can be heard as a reply to it.
import { z } from 'zod'
import { dayMs } from '../contracts/basics/durations'
import { toConversationId } from '../contracts/talk/ids'
import type { RecordWrite, Store } from '../contracts/store/store'
import { restsOnConsent } from './may-still-be-sent'
import { readSubscription, type KeptSubscription } from './subscription'

/** ISO 8601, oldest first: the last one that has gone out, and those that wait for the end of quiet time. */
const schema = z.object({ subscription: z.string(), at: z.array(z.string()).min(1) })

/** Later than this nobody remembers what they were told. */
export const answeredWithinMs = 3 * dayMs

const idOf = (subscription: string): string => `told ${subscription}`
const keyOf = (phone: string): string => `told ${phone}`

type Kept = Pick<Store, 'record' | 'recordsUnder'>

/** Not in one step with the entry in the outbox: what a crash in between costs is that a reply is an ordinary message. */
export async function toldRecord(
  store: Pick<Store, 'record'>,
  { id, phone, conversation }: KeptSubscription,
  { now, due }: { readonly now: Date; readonly due: Date },
): Promise<RecordWrite> {
  const before = schema.safeParse((await store.record('conversation', idOf(id)))?.value).data?.at ?? []
  const gone = before.filter((at) => at <= now.toISOString()).slice(-1)
  const waiting = before.filter((at) => at > now.toISOString())
  const at = [...new Set([...gone, ...waiting, due.toISOString()])].sort()
  return {
    collection: 'conversation',
    id: idOf(id),
    conversationId: toConversationId(conversation),
    keys: [keyOf(phone)],
    value: { subscription: id, at },
  }
}

/** Of a subscription that has ended: the phone is not found by it any more. */
export const forgottenRecord = ({
  id,
  conversation,
}: Pick<KeptSubscription, 'id' | 'conversation'>): RecordWrite => ({
  collection: 'conversation',
  id: idOf(id),
  conversationId: toConversationId(conversation),
  value: {},
})

export interface ToldNotice {
  readonly subscription: KeptSubscription
  /** ISO 8601. */
  readonly at: string
  /** False when at the same moment another person was told of too: then nobody can say whom a reply is about. */
  readonly isAboutOne: boolean
}

/** The last that this phone was told, while it is fresh and its consent stands. */
export async function lastTold(store: Kept, phone: string, now: Date): Promise<ToldNotice | undefined> {
  const records = await store.recordsUnder('conversation', keyOf(phone))
  const told = records.flatMap(({ value }) => {
    const read = schema.safeParse(value).data
    const at = read?.at.findLast((one) => one <= now.toISOString())
    return read === undefined || at === undefined ? [] : [{ id: read.subscription, at }]
  })
  const last = told.reduce((latest, { at }) => (at > latest ? at : latest), '')
  if (last === '' || now.getTime() - Date.parse(last) > answeredWithinMs) return undefined
  const standing: KeptSubscription[] = []
  for (const { id } of told.filter(({ at }) => at === last)) {
    const record = await store.record('subscription', id)
    const subscription = record && readSubscription(record)
    if (subscription !== undefined && (await restsOnConsent(store, subscription, now)))
      standing.push(subscription)
  }
  const [first] = standing
  if (first === undefined) return undefined
  const isAboutOne = standing.every(
    ({ dialog, person }) => dialog === first.dialog && person === first.person,
  )
  return { subscription: first, at: last, isAboutOne }
}
