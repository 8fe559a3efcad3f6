// Calls that offer another protocol: answered as if they had not, for whoever makes them may not know that they do.
import { once } from 'node:events'
import { connect } from 'node:net'
import { startTestServer, type TestServer } from '../../support/web-chat-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** As Java's client and `curl --http2` do. */
const offer =
  'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n'

/** Sends the pieces one after the other, and gives all that comes back until the server ends. */
async function send(...pieces: readonly string[]): Promise<string> {
  const connection = connect(server.port, '127.0.0.1')
  const chunks: Buffer[] = []
  connection.on('data', (chunk: Buffer) => chunks.push(chunk))
  for (const piece of pieces)
    await new Promise((resolve) => connection.write(piece, () => setImmediate(resolve)))
  await once(connection, 'end')
  return Buffer.concat(chunks).toString()
}

test('a call without a body is answered', async () => {
  const answer = await send(`GET /web-chat/config HTTP/1.1\r\nHost: a\r\n${offer}\r\n`)
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*"city":"Storstad"/)
})

test('a body comes whole, whether it was there already or comes later', async () => {
  const body = JSON.stringify({ text: 'Det brinner i köket, hjälp!' })
  const head = `POST /web-chat/advice HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
  const expected = /^HTTP\/1\.1 200 OK\r\n[^]*112/
  expect(await send(`${head}${offer}\r\n${body}`)).toMatch(expected)
  expect(await send(`${head}${offer}\r\n${body.slice(0, 9)}`, body.slice(9))).toMatch(expected)
})
