// A body is kept whole, or it is too large, or it was cut off: over real HTTP, byte for byte as a client sends it.
import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { readBody, type BodyBound, type ReadBody } from '../../../adapters/bounded-bodies'

let server: Server
let port = 0
beforeEach(async () => {
  server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const within: BodyBound = { most: 10 }
const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`
const lastChunk = '0\r\n\r\n'
const sized = (length: number): string => `content-length: ${length}`
const unsized = 'transfer-encoding: chunked'

/** What is sent stays open until the test ends it. */
async function ask(header: string, body = ''): Promise<{ message: IncomingMessage; client: Socket }> {
  const client = connect(port, '127.0.0.1').on('error', () => undefined)
  client.write(`POST / HTTP/1.1\r\nhost: x\r\n${header}\r\n\r\n${body}`)
  const [message] = (await once(server, 'request')) as [IncomingMessage]
  return { message, client }
}

const text = (read: ReadBody): string => (read.kind === 'whole' ? read.bytes.toString() : read.kind)

test.each([
  ['that says how long it is', sized(10), '0123456789'],
  ['in one piece', unsized, chunk('0123456789') + lastChunk],
  ['in several pieces', unsized, chunk('0123') + chunk('456') + chunk('789') + lastChunk],
])('a body %s is kept whole', async (_name, header, body) => {
  const { message } = await ask(header, body)
  expect(text(await readBody(message, within))).toBe('0123456789')
})

test('no body is an empty one', async () => {
  const { message } = await ask('x: y')
  expect(text(await readBody(message, within))).toBe('')
})

test('what announces too much is refused before any of it came', async () => {
  const { message } = await ask(sized(11))
  expect(await readBody(message, within)).toEqual({ kind: 'too-large' })
})

test('what does not announce it is refused as soon as it is too much, though it has no end', async () => {
  const { message } = await ask(unsized, chunk('01234567890'))
  expect(await readBody(message, within)).toEqual({ kind: 'too-large' })
  expect(message.complete).toBe(false)
})

test('what is to be read all the same is read to its end first', async () => {
  const { message, client } = await ask(sized(20), '0123456789')
  const reading = readBody(message, { most: 10, mostRead: 20 })
  client.write('0123456789')
  expect(await reading).toEqual({ kind: 'too-large' })
  expect(message.complete).toBe(true)
})

test('but not for ever', async () => {
  const { message } = await ask(unsized, chunk('0123456789') + chunk('01234567890'))
  expect(await readBody(message, { most: 10, mostRead: 20 })).toEqual({ kind: 'too-large' })
  expect(message.complete).toBe(false)
})

test('a connection that ends in the middle cuts it off', async () => {
  const { message, client } = await ask(sized(10), '01234')
  const reading = readBody(message, within)
  client.destroy()
  expect(await reading).toEqual({ kind: 'cut-off' })
})

test('one that had ended before anybody read is not waited for', async () => {
  const { message, client } = await ask(sized(10), '01234')
  client.destroy()
  await new Promise((resolve) => message.once('close', resolve))
  expect(await readBody(message, within)).toEqual({ kind: 'cut-off' })
})

test('what somebody else has read is over', async () => {
  const { message } = await ask(sized(10), '0123456789')
  message.resume()
  await once(message, 'end')
  expect(text(await readBody(message, within))).toBe('')
})

test('the answer of another server is read the same way', async () => {
  server.on('request', (_request, response) => response.end('0123456789'))
  const answerOf = async (): Promise<IncomingMessage> => {
    const asked = httpRequest({ port, host: '127.0.0.1' }).end()
    return ((await once(asked, 'response')) as [IncomingMessage])[0]
  }
  expect(text(await readBody(await answerOf(), within))).toBe('0123456789')
  const answer = await answerOf()
  expect(await readBody(answer, { most: 9 })).toEqual({ kind: 'too-large' })
  answer.destroy()
})
