// The HTTP calls of Direct Line 3.0, each with an answer that says what to do next instead of a status to guess from.
import type { Access, Batch, Config, ReceivedActivity } from './activity'
import type { Memory } from './memory'

const timeoutMs = 15_000
const busyMs = 10_000

export type Answer<Value> = (
  | { readonly kind: 'ok'; readonly value: Value }
  /** Too many at once: the same call may succeed after `retryAfterMs`. */
  | { readonly kind: 'busy'; readonly retryAfterMs: number }
  /** The token is not accepted (any more). */
  | { readonly kind: 'expired' }
  /** The conversation does not exist (any more). */
  | { readonly kind: 'gone' }
  /** The server understood and said no; the same call will fail again. `said`: why, in words for the resident. */
  | { readonly kind: 'refused'; readonly said?: string | undefined }
  /** No network, no server, or a server in trouble: worth trying again. */
  | { readonly kind: 'unreachable' }
) & {
  /** What to do now, in the refusal of a cry for help. */
  readonly advice?: ReceivedActivity | undefined
}

/** `expires_in` in seconds. */
export interface Joined extends Access {
  readonly expires_in?: number
  readonly streamUrl?: string
}
/** Retry-After in whole seconds; other sites may not read the header unless the server exposes it, hence a default. */
const retryAfterMs = (header: string | null): number => Number(header) * 1000 || busyMs

/** What to do now, for a text that is a cry for help. */
export interface Advised {
  readonly advice?: ReceivedActivity
}

interface RefusedBody {
  readonly error?: { readonly said?: string }
  readonly advice?: ReceivedActivity
}

/** @param body what was asked for, or of a refusal its JSON. */
export function toAnswer<Value>(status: number, retryAfter: string | null, body: unknown): Answer<Value> {
  if (status < 300) return { kind: 'ok', value: body as Value }
  const { error, advice } = (body ?? {}) as RefusedBody
  if (status === 429 || status === 409)
    return { kind: 'busy', retryAfterMs: retryAfterMs(retryAfter), advice }
  if (status === 401 || status === 403) return { kind: 'expired' }
  if (status === 404) return { kind: 'gone' }
  return { kind: status >= 500 || status === 408 ? 'unreachable' : 'refused', said: error?.said, advice }
}

const createCall = (base: string) =>
  async function call<Value>(
    method: string,
    path: string,
    token = '',
    body?: object,
    as: 'json' | 'blob' | 'text' = 'json',
  ): Promise<Answer<Value>> {
    const aborter = new AbortController()
    const timer = setTimeout(() => aborter.abort(), timeoutMs)
    try {
      const response = await fetch(base + path, {
        method,
        credentials: 'omit',
        cache: 'no-store',
        signal: aborter.signal,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      const value: unknown = response.ok ? await response[as]() : await response.json().catch(() => 0)
      return toAnswer(response.status, response.headers.get('retry-after'), value)
    } catch {
      return { kind: 'unreachable' }
    } finally {
      clearTimeout(timer)
    }
  }

/**
 * Every call but the first three is about the conversation that the memory holds, and `gone` when it holds none. A token that
 * has expired, as after a night of sleep, is renewed on the way.
 * @param base address of the chat server, with a slash at the end. Calls never reject.
 */
export function createDirectLine(base: string, memory: Memory) {
  const call = createCall(base)
  const direct = <Value>(method: string, path: string, ...rest: [string?, object?, ('blob' | 'text')?]) =>
    call<Value>(method, `v3/directline/${path}`, ...rest)

  async function refresh(): Promise<Answer<Joined>> {
    const { access } = memory.get()
    if (!access) return { kind: 'gone' }
    const renewed = await direct<Joined>('POST', 'tokens/refresh', access.token)
    const { access: now } = memory.get()
    if (renewed.kind === 'ok' && now?.conversationId === access.conversationId)
      memory.keep({ access: { ...now, token: renewed.value.token } })
    return renewed
  }

  const inRoom = <Value>(method: string, tail: string, ...rest: [object?, ('blob' | 'text')?]) =>
    withToken((room, token) => direct<Value>(method, room + tail, token, ...rest))

  async function withToken<Value>(
    call: (room: string, token: string) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> {
    const ask = (): Promise<Answer<Value>> | undefined => {
      const { access } = memory.get()
      return access && call(`conversations/${encodeURIComponent(access.conversationId)}`, access.token)
    }
    const answer = await ask()
    if (answer?.kind !== 'expired') return answer ?? { kind: 'gone' }
    const renewed = await refresh()
    return renewed.kind === 'ok' ? ((await ask()) ?? { kind: 'gone' }) : renewed
  }

  return {
    config: () => call<Config>('GET', 'web-chat/config'),
    advise: (text: string) => call<Advised>('POST', 'web-chat/advice', '', { text }),
    begin: async (locale: string): Promise<Answer<Joined>> => {
      const made = await direct<Access>('POST', 'tokens/generate', '', {})
      return made.kind === 'ok' ? direct('POST', 'conversations', made.value.token, { locale }) : made
    },
    refresh,
    rejoin: (watermark: string) => inRoom<Joined>('GET', `?watermark=${watermark}`),
    read: (watermark: string) => inRoom<Batch>('GET', `/activities?watermark=${watermark}`),
    post: (body: object) => inRoom<{ readonly id?: string }>('POST', '/activities', body),
    upload: <Value>(call: (address: string, token: string) => Promise<Answer<Value>>) =>
      withToken((room, token) => call(`${base}v3/directline/${room}/upload`, token)),
    /** Any other call about the conversation, by what comes after its address. */
    inRoom,
  }
}
export type DirectLine = ReturnType<typeof createDirectLine>
