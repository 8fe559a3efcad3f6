// Another system for actions to talk to: a real HTTP server that the test scripts, and that notes all it was asked.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface ActionServer {
  readonly url: string
  readonly asked: readonly Asked[]
  /** What is answered from now on. */
  answer(by: (asked: Asked, response: ServerResponse) => void): void
  stop(): Promise<void>
}

export const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

export async function startActionServer(): Promise<ActionServer> {
  const asked: Asked[] = []
  let by: Parameters<ActionServer['answer']>[0] = (_, response) => {
    json(response, 200, {})
  }
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.once('end', () => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
      asked.push(one)
      by(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (next) => {
      by = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}
