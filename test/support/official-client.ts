// The official Direct Line client as a browser would run it: what a browser has and Node lacks is put in its place.
import { DirectLine, type ConnectionStatus } from 'botframework-directlinejs'
import { WebSocket } from 'ws'
import type { SeenActivity } from './direct-line-client'

/** The part of a browser's XMLHttpRequest that rxjs uses, over fetch. */
class FetchRequest {
  onreadystatechange: ((event: object) => void) | undefined
  readyState = 0
  status = 0
  timeout = 0
  responseType = ''
  response: unknown = null
  private method = ''
  private url = ''
  private answerHeaders = new Headers()
  private readonly headers: Record<string, string> = {}
  private readonly aborter = new AbortController()

  open(method: string, url: string): void {
    this.method = method
    this.url = url
    this.readyState = 1
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }
  getResponseHeader(name: string): string | null {
    return this.answerHeaders.get(name)
  }
  abort(): void {
    this.aborter.abort()
  }
  send(body?: string | FormData): void {
    void this.exchange(body).catch(() => {
      this.status = 0
      this.finish()
    })
  }

  private async exchange(body?: string | FormData): Promise<void> {
    const { method, headers, aborter } = this
    const answer = await fetch(this.url, {
      method,
      headers,
      signal: aborter.signal,
      ...(body ? { body } : {}),
    })
    this.answerHeaders = answer.headers
    this.response = await this.read(answer)
    this.status = answer.status
    this.finish()
  }
  private async read(answer: Response): Promise<unknown> {
    if (this.responseType === 'arraybuffer') return answer.arrayBuffer()
    const text = await answer.text()
    return this.responseType === 'json' && text !== '' ? (JSON.parse(text) as unknown) : text
  }
  private finish(): void {
    this.readyState = 4
    if (!this.aborter.signal.aborted) this.onreadystatechange?.({})
  }
}

/** Sockets the client has opened, so that a test can cut the line. */
const sockets = new Set<WebSocket>()
class CuttableSocket extends WebSocket {
  constructor(address: string) {
    super(address)
    sockets.add(this)
    this.on('error', () => undefined)
  }
}

Object.assign(globalThis, { XMLHttpRequest: FetchRequest, WebSocket: CuttableSocket })

/** As if the network went away: no goodbye on either side. */
export function cutAllSockets(): void {
  for (const socket of sockets) socket.terminate()
  sockets.clear()
}

export interface OfficialClientOptions {
  readonly url: string
  readonly token?: string
  readonly conversationId?: string
  readonly watermark?: string
  readonly webSocket?: boolean
  readonly locale?: string
}

export interface OfficialClient {
  readonly activities: readonly SeenActivity[]
  readonly statuses: readonly ConnectionStatus[]
  readonly token: () => string
  readonly conversationId: () => string
  /** The error with which the stream of activities ended. */
  readonly failure: Promise<Error>
  /** Resolves when that many activities have come. */
  until(count: number): Promise<void>
  untilStatus(status: ConnectionStatus): Promise<void>
  /** Gives the id, or the string "retry"; rejects with the HTTP status. */
  post(activity: object): Promise<string>
  refreshToken(): Promise<string>
  sessionId(): Promise<string>
  end(): void
}

/** What the client keeps to itself, and the tests want to see. */
interface Inside {
  readonly token: string
  readonly conversationId: string
  refreshToken(): { subscribe(next: (token: string) => void, error: (reason: unknown) => void): void }
}

/** The client waits `3000 + random * 12000` ms before it comes back; this makes it 120 ms. */
const hurriedRandom = (): number => -0.24

export function openOfficialClient(options: OfficialClientOptions): OfficialClient {
  const { url, locale, ...rest } = options
  const client = new DirectLine({
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
    timeout: 1_000,
    random: hurriedRandom,
    ...(locale === undefined ? {} : { conversationStartProperties: { locale } }),
    ...rest,
  })
  const inside = client as unknown as Inside
  const activities: SeenActivity[] = []
  const statuses: ConnectionStatus[] = []
  const waiting = new Set<() => void>()
  const tell = (): void => {
    for (const each of waiting) each()
  }
  const when = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })

  client.connectionStatus$.subscribe((status) => {
    statuses.push(status)
    tell()
  })
  const failure = new Promise<Error>((resolve) => {
    client.activity$.subscribe((activity) => {
      activities.push(activity as unknown as SeenActivity)
      tell()
    }, resolve)
  })

  return {
    activities,
    statuses,
    failure,
    token: () => inside.token,
    conversationId: () => inside.conversationId,
    until: (count) => when(() => activities.length >= count),
    untilStatus: (status) => when(() => statuses.includes(status)),
    post: (activity) =>
      new Promise((resolve, reject) => {
        client.postActivity(activity as Parameters<DirectLine['postActivity']>[0]).subscribe(resolve, reject)
      }),
    refreshToken: () =>
      new Promise((resolve, reject) => {
        inside.refreshToken().subscribe(resolve, reject)
      }),
    sessionId: () =>
      new Promise((resolve, reject) => {
        client.getSessionId().subscribe(resolve, reject)
      }),
    end() {
      client.end()
    },
  }
}
