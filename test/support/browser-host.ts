// The city's own website as the widget meets it: a page of another make, and a proxy between the resident and the chat.
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export interface HostPage {
  /** Attributes of the script tag, `data-lang="sv"` … */
  readonly script?: string
  readonly body?: string
  readonly head?: string
  readonly lang?: string
  /** Without `defer`, as people paste it. */
  readonly isHasty?: boolean
  /** Loads the widget straight from this address, another site to the browser; without it through the host's own proxy. */
  readonly chat?: string
}

/** What the proxy does with sockets: lets them through, answers 403, or takes them and says nothing. */
export type SocketPolicy = 'pass' | 'refuse' | 'hang'

export interface Host {
  readonly url: string
  /** Shows this page at `path`. */
  page(path: string, page: HostPage): void
  sockets: SocketPolicy
  /** `GET /v3/directline/…` of every request that went through. */
  readonly passed: string[]
  stop(): Promise<void>
}

/** Nothing inline, nothing from elsewhere: the strictest policy under which the widget promises to work. */
const policy = (host: string, chat = "'self'"): string =>
  [
    "default-src 'none'",
    `script-src ${chat}`,
    "style-src 'self'",
    `connect-src ${chat} ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')

const html = ({ script = '', body = '', head = '', lang = 'sv', chat = '', isHasty }: HostPage): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Exempelstad</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">${head}
  <script src="${chat}/widget.js" ${isHasty === true ? '' : 'defer'} ${script}></script></head>
  <body><main><h1>Exempelstad</h1><p><a href="/next">Nästa sida</a></p>${body}</main></body></html>`

function tunnel(incoming: IncomingMessage, client: Duplex, head: Buffer, port: number): void {
  const upstream: Socket = connect(port, '127.0.0.1', () => {
    const headers = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`)
    upstream.write(`GET ${incoming.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
    upstream.write(head)
    upstream.pipe(client).pipe(upstream)
  })
  upstream.on('error', () => client.destroy())
  client.on('error', () => upstream.destroy())
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url, headers } = incoming
  const upstream = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  upstream.on('error', () => outgoing.destroy())
  incoming.pipe(upstream)
}

/** @param chatPort where the chat server listens; it may stop and come back. */
export async function startHost(chatPort: () => number): Promise<Host> {
  const pages = new Map<string, HostPage>([
    ['/city', {}],
    ['/next', {}],
  ])
  const sockets = new Set<Duplex>()
  const passed: string[] = []
  const server = createServer((incoming, outgoing) => {
    const page = pages.get(incoming.url ?? '/')
    if (page) {
      outgoing.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(
          page.chat ? new URL(page.chat).host : (incoming.headers.host ?? ''),
          page.chat,
        ),
      })
      outgoing.end(html(page))
    } else if (incoming.url === '/hostile.css') {
      outgoing.writeHead(200, { 'content-type': 'text/css' })
      outgoing.end(hostileStyles)
    } else {
      passed.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`)
      forward(incoming, outgoing, chatPort())
    }
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  const host: Host = {
    url: '',
    sockets: 'pass',
    passed,
    page: (path, page) => void pages.set(path, page),
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  server.on('upgrade', (incoming, client, head) => {
    passed.push(`UPGRADE ${incoming.url ?? ''}`)
    if (host.sockets === 'pass') tunnel(incoming, client, head, chatPort())
    else if (host.sockets === 'refuse') client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(host, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

/** What a page's styles can do to a guest who is not shut off from them. */
const hostileStyles = `
* { all: unset !important; display: none !important; color: red !important; font: 40px/3 cursive !important;
    letter-spacing: 1em !important; text-transform: uppercase !important; visibility: hidden !important; }
html, body, main { display: block !important; visibility: visible !important; }
html { font-size: 4px !important; direction: rtl !important; }
body { transform: translate(40px, 40px) !important; filter: grayscale(1) !important; overflow: hidden !important; }
body > * { position: static !important; width: 3px !important; height: 3px !important; opacity: 0.1 !important; }
button, textarea, dialog { transform: rotate(180deg) !important; }
`
