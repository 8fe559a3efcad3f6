// All that is kept of one resident, for whoever has the right to see it, and the removal of what may be removed.
import { randomUUID } from 'node:crypto'
import { toConversationId, type ConversationId } from '../contracts/talk/ids'
import type {
  OwnedRecord,
  RecordWrite,
  RetentionClass,
  Store,
  StoredRecord,
  TranscriptLine,
} from '../contracts/store/store'
import { callMadeId } from '../desk-notes/call-back-record'
import { grantKeys } from '../home-care/grant'
import { keyedHash } from '../privacy/keyed-hash'
import { subscriberKeys } from '../notices/subscription'

type Reading = Pick<
  Store,
  'load' | 'linesAfter' | 'record' | 'records' | 'recordsOf' | 'recordsUnder' | 'keepOnce'
>

export interface KeptConversation {
  readonly id: ConversationId
  readonly transcript: readonly TranscriptLine[]
  /** What the bot remembers of it; as text where that is damaged. */
  readonly state: unknown
}

export interface ResidentData {
  readonly conversations: readonly KeptConversation[]
  readonly records: readonly OwnedRecord[]
}

const pageLength = 500

export async function dataOfConversation(store: Reading, id: ConversationId): Promise<ResidentData> {
  const transcript: TranscriptLine[] = []
  for (;;) {
    const page = await store.linesAfter(id, transcript.at(-1)?.sequence ?? 0, pageLength)
    transcript.push(...page)
    if (page.length < pageLength) break
  }
  const { state } = await store.load(id)
  const records = await store.recordsOf(id)
  const isThere = transcript.length > 0 || state !== undefined
  return {
    conversations: isThere ? [{ id, transcript, state: state === undefined ? null : parsed(state) }] : [],
    records,
  }
}

function parsed(state: string): unknown {
  try {
    return JSON.parse(state)
  } catch {
    return state
  }
}

/** The conversation that a phone has with one of our numbers over SMS. */
export const smsConversation = async (
  store: Pick<Store, 'keepOnce'>,
  ours: string,
  theirs: string,
): Promise<ConversationId> => toConversationId(`sms:${ours}:${await keyedHash(store, theirs)}`)

export const conversationsOfPhone = (
  store: Pick<Store, 'keepOnce'>,
  phone: string,
  ours: readonly string[],
): Promise<readonly ConversationId[]> => Promise.all(ours.map((one) => smsConversation(store, one, phone)))

/**
 * What a phone said over SMS, with what hangs on that, and what names its number elsewhere. Not conversations on the web in
 * which the number was given: who gave it there need not be who holds it.
 */
export async function dataOfPhone(
  store: Reading,
  phone: string,
  ours: readonly string[],
): Promise<ResidentData> {
  const talks = await conversationsOfPhone(store, phone, ours)
  const said = await Promise.all(talks.map((id) => dataOfConversation(store, id)))
  const optOut = await store.record('opt-out', await keyedHash(store, phone))
  const records = [
    ...said.flatMap((one) => one.records),
    ...as('subscription', await store.recordsUnder('subscription', subscriberKeys.phone(phone))),
    ...as('grant', await grantsOf(store, phone)),
    ...as('opt-out', optOut === undefined ? [] : [optOut]),
    ...as('call-back', await callBacksTo(store, phone)),
  ]
  return {
    conversations: said.flatMap((one) => one.conversations),
    records: [...new Map(records.map((one) => [`${one.collection} ${one.id}`, one])).values()],
  }
}

const as = (collection: RetentionClass, records: readonly StoredRecord[]): readonly OwnedRecord[] =>
  records.map((record) => ({ collection, ...record }))

/** Where the client's file is, and who the client is, concerns the client: the relative gets what is kept of themselves. */
const ofClient = ['clientRef', 'secrecyWaiverRef', 'processingConsentRef', 'alias']

async function grantsOf(store: Reading, phone: string): Promise<readonly StoredRecord[]> {
  const registered = await store.recordsUnder('grant', grantKeys.phone(phone))
  const pieces = await Promise.all(
    registered.map(({ id }) => store.recordsUnder('grant', grantKeys.grant(id))),
  )
  return pieces.flat().map((record) => ({
    ...record,
    value: Object.fromEntries(
      Object.entries(record.value as object).filter(([name]) => !ofClient.includes(name)),
    ),
  }))
}

/** Call-backs are few and young, and are not kept by number. */
async function callBacksTo(store: Reading, phone: string): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = []
  let before: readonly [string, string] | undefined
  for (;;) {
    const page = await store.records('call-back', { limit: pageLength, ...(before && { before }) })
    found.push(...page.filter(({ value }) => JSON.stringify(value).includes(JSON.stringify(phone))))
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return [...found, ...(await madeOf(store, found))]
    before = [last.createdAt, last.id]
  }
}

async function madeOf(store: Reading, calls: readonly StoredRecord[]): Promise<readonly StoredRecord[]> {
  const made = await Promise.all(calls.map(({ id }) => store.record('call-back', callMadeId(id))))
  return made.filter((record) => record !== undefined)
}

/** That data was handed out: how much and by whom, and not whose. */
export function exportAudit(
  { conversations, records }: ResidentData,
  { how, by, now }: { readonly how: 'conversation' | 'phone'; readonly by: string; readonly now: Date },
): RecordWrite {
  const at = now.toISOString()
  const figures = { conversations: conversations.length, records: records.length }
  return {
    collection: 'audit',
    id: `export/${at}/${randomUUID()}`,
    value: { deed: 'export', how, by, ...figures, at },
  }
}
