// Plain HTTP and a plain socket, for tests that look at single calls rather than at a whole client.
import { WebSocket } from 'ws'
import type { TestServer } from './web-chat-server'

/** An activity as it came over the wire; which of its parts are there is what tests find out. */
export interface SeenActivity {
  readonly id: string
  readonly type: string
  readonly name?: string
  readonly text: string
  readonly value?: unknown
  readonly timestamp: string
  readonly replyToId?: string
  readonly from: { readonly id: string; readonly role: string }
  readonly entities?: readonly Record<string, unknown>[]
  readonly channelData: Readonly<Record<string, unknown>>
}

/** Every field that any call answers with. */
export interface WireBody {
  readonly error: { readonly code: string; readonly message: string }
  readonly advice?: { readonly text: string; readonly locale: string }
  readonly id: string
  readonly conversationId: string
  readonly token: string
  readonly expires_in: number
  readonly streamUrl: string
  readonly sessionId: string
  readonly activities: readonly SeenActivity[]
  readonly watermark: string
}

export interface Wire {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Empty when the answer was no JSON. */
  readonly body: WireBody
}

export interface CallOptions {
  readonly token?: string | undefined
  readonly body?: unknown
  /** Sent as it is. */
  readonly raw?: string | Uint8Array
  readonly headers?: Record<string, string>
}

export async function call(
  { url }: Pick<TestServer, 'url'>,
  method: string,
  path: string,
  { token, body, raw, headers = {} }: CallOptions = {},
): Promise<Wire> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined && raw === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(raw === undefined ? {} : { body: raw }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as WireBody,
  }
}

export interface Talk {
  readonly id: string
  readonly token: string
  readonly streamUrl: string
}

export const room = '/v3/directline'
export const inRoom = ({ id }: Pick<Talk, 'id'>, tail = ''): string => `${room}/conversations/${id}${tail}`

/** Generates a token and begins a conversation with it. */
export async function begin(
  server: Pick<TestServer, 'url'>,
  body: unknown = { locale: 'sv-SE' },
): Promise<Talk> {
  const made = await call(server, 'POST', `${room}/tokens/generate`, { body: {} })
  const { status, body: joined } = await call(server, 'POST', `${room}/conversations`, {
    token: made.body.token,
    body,
  })
  if (status !== 201) throw new Error(`a conversation did not begin: ${status}`)
  return { id: joined.conversationId, token: joined.token, streamUrl: joined.streamUrl }
}

export const post = (
  server: Pick<TestServer, 'url'>,
  talk: Talk,
  activity: unknown,
  headers: Record<string, string> = {},
): Promise<Wire> =>
  call(server, 'POST', inRoom(talk, '/activities'), { token: talk.token, body: activity, headers })

export const poll = (server: Pick<TestServer, 'url'>, talk: Talk, watermark = ''): Promise<Wire> =>
  call(server, 'GET', inRoom(talk, `/activities?watermark=${watermark}`), { token: talk.token })

export interface OpenSocket {
  readonly socket: WebSocket
  readonly activities: SeenActivity[]
  readonly watermarks: string[]
  /** Resolves when this many activities have come. */
  until(count: number): Promise<void>
  readonly closed: Promise<number>
}

/** Opens a socket as a browser would; rejects with the HTTP status when it is refused. */
export function openSocket(streamUrl: string, headers: Record<string, string> = {}): Promise<OpenSocket> {
  const socket = new WebSocket(streamUrl, { headers })
  const activities: SeenActivity[] = []
  const watermarks: string[] = []
  let notify: () => void = () => undefined
  socket.on('message', (frame: Buffer) => {
    const batch = JSON.parse(frame.toString()) as Pick<WireBody, 'activities' | 'watermark'>
    activities.push(...batch.activities)
    watermarks.push(batch.watermark)
    notify()
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      notify = () => {
        if (activities.length >= count) resolve()
      }
      notify()
    })
  return new Promise((resolve, reject) => {
    socket.once('open', () => {
      resolve({ socket, activities, watermarks, until, closed })
    })
    socket.once('unexpected-response', (_request, response) => {
      reject(new Error(String(response.statusCode)))
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

/** Begins a conversation and waits on its socket until the welcome is there, so that what follows comes after it. */
export async function beginListening(
  server: Pick<TestServer, 'url'>,
  body?: unknown,
): Promise<{ readonly talk: Talk; readonly stream: OpenSocket }> {
  const talk = await begin(server, body)
  const stream = await openSocket(talk.streamUrl)
  await stream.until(1)
  return { talk, stream }
}
