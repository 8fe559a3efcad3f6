// A talk that a resident wants to have with a person: who waits for which department, who has it, since when.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { channels } from '../contracts/talk/message'
import { toConversationId, type ConversationId, type MessageId } from '../contracts/talk/ids'
import type { RecordWrite, Store, StoredRecord } from '../contracts/store/store'

const kept = z.object({
  id: z.string(),
  department: z.string(),
  state: z.enum(['waiting', 'on', 'ended']),
  /** Who has it; null while it waits. */
  agent: z.string().nullable(),
  /** Whose it is: two of one name are two. */
  agentId: z.string().nullable().default(null),
  conversation: z.string(),
  channel: z.enum(channels),
  language: z.string(),
  /** Message by which it began: what was said before it goes along only where the resident said yes. */
  begunBy: z.string(),
  withSummary: z.boolean(),
  /** Message → its text with the phone number or e-mail address that its resident let the person have. */
  given: z.record(z.string(), z.string()).default({}),
  /** ISO 8601. */
  at: z.string(),
})
/** One that was taken before agents had ids is theirs by their name. */
const shape = kept.transform((talk) => ({ ...talk, agentId: talk.agentId ?? talk.agent }))
export type HandOffTalk = z.infer<typeof shape>

/** Says nothing of the conversation, and cannot be guessed from it by those who know its id only. */
export const handOffId = (conversationId: ConversationId, messageId: MessageId): string =>
  `H-${createHash('sha256').update(`${conversationId} ${messageId}`).digest('hex').slice(0, 20)}`

/** Talks of a department that have not ended. */
const openTalksKey = (department: string): string => `talks of ${department}`

/** What was given to the person is kept no longer than they have the talk. */
export const talkRecord = (talk: HandOffTalk): RecordWrite => ({
  collection: 'hand-off',
  id: talk.id,
  conversationId: toConversationId(talk.conversation),
  keys: talk.state === 'ended' ? [] : [openTalksKey(talk.department)],
  value: talk.state === 'ended' ? { ...talk, given: {} } : talk,
})

export const readTalk = (record: StoredRecord | undefined): HandOffTalk | undefined =>
  shape.safeParse(record?.value).data

/** Longest first. */
export async function openTalks(
  store: Pick<Store, 'recordsUnder'>,
  departments: readonly string[],
): Promise<readonly HandOffTalk[]> {
  const records = departments.map((id) => store.recordsUnder('hand-off', openTalksKey(id)))
  return (await Promise.all(records))
    .flat()
    .flatMap((record) => readTalk(record) ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}
