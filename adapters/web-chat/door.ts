// What every call passes first: whose token it is, whether the conversation exists, and whether it may come so often.
import type { Request } from 'express'
import { z } from 'zod'
import { toConversationId, type ConversationId } from '../../bot/contracts/talk/ids'
import type { Language } from '../../bot/contracts/talk/language'
import type { Erased } from '../../bot/contracts/store/legal-hold'
import type { Allowance } from '../../bot/contracts/basics/rate-limiter'
import { createSharedSecret } from '../../bot/contracts/store/shared-secret'
import type { RecordWrite, Store } from '../../bot/contracts/store/store'
import { addressKey, countingKey } from '../caller-keys'
import { busyStart } from './busy-answer'
import { Problem } from './problem'
import type { Access, Tokens } from './tokens'
import type { WebChatOptions } from './web-chat-options'

export interface Door {
  /** The bearer's access. @throws Problem `TokenExpired` or `BadToken`, also for another conversation's address. */
  admit(request: Request): Promise<Access>
  /**
   * The same for a call that hands out a fresh token: there a token will do that expired less than a day ago.
   * @throws Problem `TooManyRequests` too, for a conversation that comes too often.
   */
  admitReturning(request: Request, deed: 'resume' | 'refresh'): Promise<Access>
  /** @throws Problem `ConversationNotFound`; gives the sequence of its newest line otherwise. */
  demandConversation(conversationId: ConversationId): Promise<number>
  /** The same before an erasure, which is there to be asked for again when it broke off. */
  demandErasable(conversationId: ConversationId): Promise<number>
  /** Sequence of the newest line; 0 for a conversation that has not begun. */
  lastSequence(conversationId: ConversationId): Promise<number>
  /** The language of what was said there last; Swedish when that cannot be read. */
  spokenIn(conversationId: ConversationId, lastSequence: number): Promise<Language>
  /** True when the resident had it erased: its token opens nothing any more, not even a new conversation. */
  wasErased(conversationId: ConversationId): Promise<boolean>
  /** `held`: nothing was removed, and the token is good as before. When it rejects it may have removed some, and can be repeated. */
  erase(conversationId: ConversationId): Promise<Erased>
  /** The address of a call as a key for counting. */
  addressKey(request: Request): Promise<string>
  /** @throws Problem `TooManyRequests` for a conversation that is fetched too often. */
  demandCalm(conversationId: ConversationId, deed: 'transcript'): Promise<void>
  /** Asked before each post and upload. @param address the key of the address that it comes from. */
  mayPost(conversationId: ConversationId, address: string): Promise<Allowance>
  /** How long an address must wait before the next token, start or upload; undefined when it need not. */
  addressMustWait(request: Request, deed: 'generate' | 'start' | 'upload'): Promise<number | undefined>
}

/** A reply is among these, unless a resident writes faster than they are answered. */
const linesLookedAt = 10

const conversationNotFound = (): Problem =>
  new Problem('ConversationNotFound', 'There is no such conversation, or not any more.')

const erasedRecord = (conversationId: ConversationId): string => `conversation-erased:${conversationId}`
const erasure = (id: ConversationId, { at, isDone }: { at: string; isDone: boolean }): RecordWrite => ({
  collection: 'audit',
  id: erasedRecord(id),
  value: { deed: 'conversation-erased', by: 'resident', at, isDone },
})

const begunShape = z.object({ isDone: z.literal(false) })
const hasBrokenOff = async (store: Pick<Store, 'record'>, id: ConversationId): Promise<boolean> =>
  begunShape.safeParse((await store.record('audit', erasedRecord(id)))?.value).success

export function createDoor(
  { store, limits, clock, erase }: Pick<WebChatOptions, 'store' | 'limits' | 'clock' | 'erase'>,
  tokens: Tokens,
): Door {
  const counts = createCounts(limits, store)
  const admitBy =
    (verify: Tokens['verifyToken']) =>
    async (request: Request): Promise<Access> => {
      const access = await verify(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1])
      const { id } = request.params
      if (id !== undefined && access.conversationId !== toConversationId(String(id)))
        throw new Problem('BadToken', 'The token is for another conversation.')
      return access
    }
  const admitReturning = admitBy(tokens.verifyReturning)
  return {
    admit: admitBy(tokens.verifyToken),
    async admitReturning(request, deed) {
      const access = await admitReturning(request)
      await counts.demandCalm(access.conversationId, deed)
      return access
    },
    async demandConversation(conversationId) {
      const last = await store.lastSequence(conversationId)
      if (last === 0) throw conversationNotFound()
      return last
    },
    async demandErasable(conversationId) {
      const last = await store.lastSequence(conversationId)
      if (last === 0 && !(await hasBrokenOff(store, conversationId))) throw conversationNotFound()
      return last
    },
    lastSequence: (conversationId) => store.lastSequence(conversationId),
    async spokenIn(conversationId, lastSequence) {
      const lines = await store.linesAfter(conversationId, lastSequence - linesLookedAt, linesLookedAt)
      const replies = lines.flatMap((line) => (line.author === 'bot' ? [line.reply.language] : []))
      return replies.at(-1) ?? 'sv'
    },
    wasErased: async (conversationId) =>
      (await store.record('audit', erasedRecord(conversationId))) !== undefined,
    async erase(conversationId) {
      const holds = await store.legalHolds()
      const isHeld = holds.some(
        ({ held }) => held.kind === 'conversation' && held.conversationId === conversationId,
      )
      if (isHeld) return { erasure: 'held', cases: [], callBacks: [], endsNotices: false }
      const at = clock.now().toISOString()
      // First: after a crash in between the resident asks again, and nothing comes back to life.
      await store.putRecord(erasure(conversationId, { at, isDone: false }))
      const erased = await erase(conversationId)
      await store.putRecord(erasure(conversationId, { at, isDone: true }))
      return erased
    },
    ...counts,
  }
}

/** How often something is done. Each deed is counted by itself: who writes much may still come back. */
function createCounts(limits: WebChatOptions['limits'], store: WebChatOptions['store']) {
  const pepper = createSharedSecret(store, 'web-chat-address-pepper')
  const ofAddress = async (request: Request): Promise<string> => addressKey(request.ip, await pepper())
  const take = async (
    deed: string,
    conversationId: ConversationId,
    limiter = limits.conversation,
  ): Promise<Allowance> => limiter.take(`${deed}:${countingKey(conversationId, await pepper())}`)
  return {
    addressKey: ofAddress,
    /** What its conversation may not send is not taken from the address, where others have a share in it. */
    async mayPost(conversationId: ConversationId, address: string): Promise<Allowance> {
      const allowance = await take('post', conversationId)
      return allowance.allowed ? limits.addressPosts.take(address) : allowance
    },
    async demandCalm(conversationId: ConversationId, deed: string): Promise<void> {
      const allowance = await take(deed, conversationId, deed === 'transcript' ? limits.downloads : undefined)
      if (!allowance.allowed) throw busyStart(allowance.retryAfterMs)
    },
    async addressMustWait(request: Request, deed: string): Promise<number | undefined> {
      const allowance = await limits.address.take(`${deed}:${await ofAddress(request)}`)
      return allowance.allowed ? undefined : allowance.retryAfterMs
    },
  }
}
