// What every call passes first: whose token it is, whether the conversation exists, and whether it may come so often.
import type { Request } from 'express'
import { deletionLine } from '../../bot/contracts/deletion'
import { toConversationId, type ConversationId } from '../../bot/contracts/ids'
import { addressKey } from './address-key'
import { Problem } from './problem'
import { createSharedSecret } from './shared-secret'
import type { Access, Tokens } from './tokens'
import type { WebChatOptions } from './web-chat-options'

export interface Door {
  /** The bearer's access. @throws Problem `TokenExpired` or `BadToken`, also for another conversation's address. */
  admit(request: Request): Promise<Access>
  /** The same for a call that hands out a fresh token: there a token will do that expired less than a day ago. */
  admitReturning(request: Request): Promise<Access>
  /** @throws Problem `ConversationNotFound`; gives the sequence of its newest line otherwise. */
  demandConversation(conversationId: ConversationId): Promise<number>
  /** Sequence of the newest line; 0 for a conversation that has not begun. */
  lastSequence(conversationId: ConversationId): Promise<number>
  /** True when the resident had it erased: its token opens nothing any more, not even a new conversation. */
  wasErased(conversationId: ConversationId): Promise<boolean>
  erase(conversationId: ConversationId): Promise<void>
  /** How long an address must wait before the next token, start or upload; undefined when it need not. */
  addressMustWait(request: Request, deed: 'generate' | 'start' | 'upload'): Promise<number | undefined>
}

const conversationNotFound = (): Problem =>
  new Problem('ConversationNotFound', 'There is no such conversation, or not any more.')

const erasedRecord = (conversationId: ConversationId): string => `conversation-erased:${conversationId}`

export function createDoor(
  { store, limits, clock, uploads }: Pick<WebChatOptions, 'store' | 'limits' | 'clock' | 'uploads'>,
  tokens: Tokens,
): Door {
  const pepper = createSharedSecret(store, 'web-chat-address-pepper')
  const admitBy =
    (verify: Tokens['verifyToken']) =>
    async (request: Request): Promise<Access> => {
      const access = await verify(/^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1])
      const { id } = request.params
      if (id !== undefined && access.conversationId !== toConversationId(String(id)))
        throw new Problem('BadToken', 'The token is for another conversation.')
      return access
    }
  return {
    admit: admitBy(tokens.verifyToken),
    admitReturning: admitBy(tokens.verifyReturning),
    async demandConversation(conversationId) {
      const last = await store.lastSequence(conversationId)
      if (last === 0) throw conversationNotFound()
      return last
    },
    lastSequence: (conversationId) => store.lastSequence(conversationId),
    wasErased: async (conversationId) =>
      (await store.record('audit', erasedRecord(conversationId))) !== undefined,
    async erase(conversationId) {
      const at = clock.now().toISOString()
      const value = { deed: 'conversation-erased', by: 'resident', at }
      const line = deletionLine({ class: 'conversation', before: null, by: 'resident', at })
      // The records first, the conversation last: after a crash in between the resident asks again, and nothing is half gone.
      await store.putRecord({ collection: 'audit', id: erasedRecord(conversationId), value })
      await store.putRecord(line(null))
      await uploads.shelf.erase(conversationId)
      await store.erase(conversationId)
      await store.putRecord(line(1))
    },
    async addressMustWait(request, deed) {
      const allowance = await limits.address.take(`${deed}:${addressKey(request.ip, await pepper())}`)
      return allowance.allowed ? undefined : allowance.retryAfterMs
    },
  }
}
