// Codes by which talks are carried on: kept as hashes and spent once.
import { z } from 'zod'
import type { ConversationId } from '../contracts/talk/ids'
import { toConversationId } from '../contracts/talk/ids'
import { channels, type Channel } from '../contracts/talk/message'
import type { RecordWrite, Store } from '../contracts/store/store'
import { keyedHash } from '../privacy/keyed-hash'
import { resumeCodeMs } from './resume-code'

const shape = z.object({
  conversation: z.string(),
  channel: z.enum(channels),
  /** ISO 8601. */
  until: z.string(),
})

const idOf = async (store: Pick<Store, 'keepOnce'>, code: string): Promise<string> =>
  `resume ${await keyedHash(store, `resume ${code}`)}`

/** Of the key that says who spent a code. */
export const spentBeginning = 'spent/'
/** The record of the code that was spent. */
export const codeOfSpent = (key: string): string => key.slice(spentBeginning.length)

export interface CodeOf {
  readonly conversationId: ConversationId
  readonly channel: Channel
  readonly now: Date
}

/** To be kept in the commit that shows the code. */
export async function codeRecord(
  store: Pick<Store, 'keepOnce'>,
  code: string,
  { conversationId, channel, now }: CodeOf,
): Promise<RecordWrite> {
  const until = new Date(now.getTime() + resumeCodeMs).toISOString()
  return {
    collection: 'conversation',
    id: await idOf(store, code),
    conversationId,
    value: { conversation: conversationId, channel, until },
  }
}

export interface CarriedFrom {
  readonly conversationId: ConversationId
  readonly channel: Channel
}

/**
 * The talk a code stands for, once: whoever comes second gets nothing, and nothing tells why. A talk's own code is not spent in
 * it.
 * @param by names who spends it: a turn that is run again after a crash is the same one
 */
export async function spendCode(
  store: Pick<Store, 'keepOnce' | 'record'>,
  code: string,
  { by, now, within }: { readonly by: string; readonly now: Date; readonly within?: ConversationId },
): Promise<CarriedFrom | undefined> {
  const id = await idOf(store, code)
  const kept = shape.safeParse((await store.record('conversation', id))?.value).data
  if (kept === undefined || kept.until <= now.toISOString()) return undefined
  if (kept.conversation === within) return undefined
  if ((await store.keepOnce(spentBeginning + id, by, resumeCodeMs)) !== by) return undefined
  return { conversationId: toConversationId(kept.conversation), channel: kept.channel }
}
