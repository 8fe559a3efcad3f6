// Which calls are for a socket. Node takes each one that offers another protocol from the routes as soon as anybody wants sockets,
// and Java's own client offers HTTP/2 on every new connection without TLS. A server may go on as if nothing had been offered
// (RFC 9110, 7.8), and what was called for is given.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

type Take = (request: IncomingMessage, connection: Duplex, head: Buffer) => void

export function takeSockets(server: Server, take: Take): void {
  const serve = serveWithoutOffer(server)
  server.on('upgrade', (request, connection, head) => {
    const { upgrade = '' } = request.headers
    const handOn = /\bwebsocket\b/i.test(upgrade) ? take : serve
    handOn(request, connection, head)
  })
}

const ofConnection = /^(?:connection|upgrade|http2-settings)$/i

/** Puts the call back before what has come of its body, without the offer, and hands the connection to the server anew. */
const serveWithoutOffer =
  (server: Server): Take =>
  ({ method = '', url = '', rawHeaders }, connection, head) => {
    const headers = rawHeaders.flatMap((name, n) =>
      n % 2 === 0 && !ofConnection.test(name) ? [`${name}: ${rawHeaders[n + 1] ?? ''}`] : [],
    )
    // One call, or each next one would be handed on once more.
    const lines = [`${method} ${url} HTTP/1.1`, ...headers, 'Connection: close', '', '']
    connection.unshift(Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), head]))
    server.emit('connection', connection)
  }
