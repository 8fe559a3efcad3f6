// A gateway's own API as it answers over HTTP: takes texts, tells of those it has taken, and fails when it is told to.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface TakenText {
  readonly to: string
  readonly text: string
  readonly form: URLSearchParams
  readonly authorization: string
}

export interface GatewayServer {
  readonly url: string
  readonly taken: readonly TakenText[]
  /** Answers the next requests so, one each, before it answers as it should. */
  failNext(
    ...answers: readonly (readonly [status: number, body: unknown, headers?: Record<string, string>])[]
  ): void
  /** What `GET …/sms/<id>` says. */
  remember(id: string, sms: { readonly from: string; readonly to: string; readonly message?: string }): void
  /** Requests that were no text. */
  readonly lookedUp: readonly string[]
  stop(): Promise<void>
}

/** @param ids what the ids of texts begin with; a store that outlives the server needs others each time */
export async function startGatewayServer(ids = 'sent'): Promise<GatewayServer> {
  const taken: TakenText[] = []
  const lookedUp: string[] = []
  const known = new Map<string, object>()
  const failures: (readonly [number, unknown, Record<string, string>?])[] = []
  const answer = (response: ServerResponse, status: number, body: unknown, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = request.url ?? ''
    const form = new URLSearchParams(await textOf(request))
    const failure = failures.shift()
    if (failure !== undefined) {
      answer(response, ...failure)
    } else if (request.method === 'GET') {
      lookedUp.push(url)
      const id = decodeURIComponent(/\/sms\/([^/?]+)$/.exec(url)?.[1] ?? '')
      if (id !== '') answer(response, known.has(id) ? 200 : 404, known.get(id) ?? 'Not found')
      else answer(response, 200, listOf(url))
    } else {
      const text = form.get('message') ?? form.get('Body') ?? ''
      const to = form.get('to') ?? form.get('To') ?? ''
      taken.push({ to, text, form, authorization: request.headers.authorization ?? '' })
      const id = `${ids}${taken.length}`
      answer(response, 200, { id, status: 'created', cost: 3500, sid: `SM${id}` })
    }
  }
  const listOf = (url: string) =>
    url.includes('Messages.json')
      ? {
          messages: taken.map(({ text }, n) => ({
            sid: `SM${ids}${n + 1}`,
            body: text,
            date_created: new Date().toUTCString(),
          })),
        }
      : { data: elksList(new URL(url, 'http://gateway').searchParams) }
  /** The newest first, as many as are asked for and no more than a hundred. */
  const elksList = (query: URLSearchParams) =>
    taken
      .map(({ to }, n) => ({ id: `${ids}${n + 1}`, to, created: new Date().toISOString() }))
      .filter(({ to }) => to === (query.get('to') ?? to))
      .reverse()
      .slice(0, Math.min(100, Number(query.get('limit') ?? 100)))

  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    lookedUp,
    failNext: (...answers) => failures.push(...answers),
    remember: (id, sms) =>
      known.set(id, { id, direction: 'incoming', created: '2026-11-24T01:30:00', ...sms }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
