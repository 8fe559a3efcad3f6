// Tokens for one conversation and tickets for one socket, both signed with a secret that all nodes share.
import { randomBytes } from 'node:crypto'
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose'
import type { Clock } from '../../bot/contracts/basics/clock'
import { toConversationId, type ConversationId } from '../../bot/contracts/talk/ids'
import { createSharedSecret } from '../../bot/contracts/store/shared-secret'
import type { WebChatStore } from './web-chat-options'
import { Problem } from './problem'

/** The official client renews every 15 minutes whatever we say, so a token lives twice as long. */
export const tokenLifeSeconds = 1_800
/**
 * How long after its end a token still opens the way back into its own conversation: a computer that slept or a phone that
 * was locked over night renewed nothing meanwhile. A token could have been renewed without end, so this gives its bearer no
 * more than an open page has; but one that was left behind somewhere is worth nothing after a day.
 */
const returnSeconds = 86_400
const ticketLifeSeconds = 60
const algorithm = 'HS256'
/** So many verified tokens are remembered; a forgotten one is verified again. */
const mostKnown = 10_000

/** What a token or a ticket proves. */
export interface Access {
  readonly conversationId: ConversationId
  /** `dl_<random>`; the official client accepts such ids from a token only. */
  readonly user: string
}

/** Who asked for a ticket. A socket's own request comes past all that knows of proxies. */
export interface Caller {
  /** The host that the page called, so that the socket can tell its own page from a stranger's. */
  readonly host: string
  /** The address as a key for counting. */
  readonly address: string
}

export interface Tokens {
  issueToken(access: Access): Promise<string>
  /** @throws Problem `TokenExpired` or `BadToken`. */
  readonly verifyToken: (token: string | undefined) => Promise<Access>
  /** The same, but a token of ours that expired less than a day ago will do: for calls that hand out a fresh one. */
  readonly verifyReturning: (token: string | undefined) => Promise<Access>
  issueTicket(access: Access, caller: Caller): Promise<string>
  /** Good once and for a minute. @throws Problem `TokenExpired` or `BadToken`. */
  spendTicket(ticket: string): Promise<Access & Caller>
}

const random = (bytes: number): string => randomBytes(bytes).toString('base64url')

export const newAccess = (): Access => ({
  conversationId: toConversationId(`web:${random(16)}`),
  user: `dl_${random(16)}`,
})

export function createTokens(store: Pick<WebChatStore, 'keepOnce' | 'spendOnce'>, clock: Clock): Tokens {
  const secret = createSharedSecret(store, 'web-chat-secret')
  const seconds = (): number => Math.floor(clock.now().getTime() / 1_000)

  const sign = async (audience: string, payload: JWTPayload, lifeSeconds: number): Promise<string> =>
    new SignJWT(payload)
      .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
      .setAudience(audience)
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + lifeSeconds)
      .sign(await secret())

  async function verify(audience: string, token: string, clockTolerance = 0): Promise<JWTPayload> {
    try {
      const key = await secret()
      const options = {
        algorithms: [algorithm],
        audience,
        currentDate: clock.now(),
        clockTolerance,
        requiredClaims: ['exp'],
      }
      return (await jwtVerify(token, key, options)).payload
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Problem('TokenExpired', 'The token has expired.')
      if (error instanceof errors.JOSEError) throw new Problem('BadToken', 'The token is not one of ours.')
      throw error
    }
  }

  /** Bearer tokens whose signature was found good; each call of a resident brings the same one. */
  const known = new Map<string, { readonly access: Access; readonly exp: number }>()

  async function verifyBearer(token: string | undefined, lateSeconds: number): Promise<Access> {
    if (token === undefined) throw new Problem('BadToken', 'Send "Authorization: Bearer <token>".')
    const before = known.get(token)
    if (before !== undefined && before.exp > seconds() - lateSeconds) return before.access
    const payload = await verify('direct-line', token, lateSeconds)
    const access = toAccess(payload)
    if (known.size >= mostKnown) known.clear()
    known.set(token, { access, exp: payload.exp ?? 0 })
    return access
  }

  return {
    issueToken: ({ conversationId, user }) =>
      sign('direct-line', { user, conv: conversationId }, tokenLifeSeconds),
    verifyToken: (token) => verifyBearer(token, 0),
    verifyReturning: (token) => verifyBearer(token, returnSeconds),
    issueTicket: ({ conversationId, user }, { host, address }) =>
      sign('stream', { user, conv: conversationId, host, address, jti: random(16) }, ticketLifeSeconds),
    async spendTicket(ticket) {
      const payload = await verify('stream', ticket)
      const { jti, host, address } = payload
      if (typeof jti !== 'string' || typeof host !== 'string' || typeof address !== 'string')
        throw new Problem('BadToken', 'The ticket is not one of ours.')
      if (!(await store.spendOnce(`web-chat-ticket:${jti}`, 2 * ticketLifeSeconds * 1_000)))
        throw new Problem('BadToken', 'The ticket has been used; ask for the conversation again.')
      return { ...toAccess(payload), host, address }
    },
  }
}

function toAccess({ conv, user }: JWTPayload): Access {
  if (typeof conv !== 'string' || typeof user !== 'string')
    throw new Problem('BadToken', 'The token is not one of ours.')
  return { conversationId: toConversationId(conv), user }
}
