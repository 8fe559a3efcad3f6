// Who may speak for a department, over real HTTP: the right signature, now, for this request, and nothing else.
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import express from 'express'
import {
  answer,
  Refusal,
  signatureOf,
  signedDoor,
  signedText,
  timestampOf,
} from '../../../adapters/signed-door'
import { silentLogger } from '../../../bot/contracts/basics/logger'

const now = new Date('2026-11-24T08:00:00Z')
const secrets: Readonly<Record<string, string>> = { avfall: 's1', vatten: 's2' }
let server: Server
let port = 0
const heard: unknown[] = []

beforeAll(async () => {
  const app = express()
  const door = signedDoor(
    { secretOf: (name) => secrets[name], clock: { now: () => now }, logger: silentLogger, mostBytes: 1_000 },
    ({ department, body }, response) => {
      heard.push({ department, body })
      if (body === 'break') throw new Error('a secret of the inside')
      if (body === 'refuse') throw new Refusal('unprocessable', 'status')
      answer(response, 202, { ok: true })
      return Promise.resolve()
    },
  )
  app.all('/in', door)
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  heard.length = 0
})

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly body?: string | Buffer
  readonly department?: string
  readonly secret?: string
  readonly at?: string
  readonly headers?: Readonly<Record<string, string>>
  /** What the signature is made over, where that is something else. */
  readonly signed?: Buffer
}

function send({
  method = 'POST',
  path = '/in?x=1',
  body = '{"a":1}',
  department = 'avfall',
  secret = 's1',
  at = timestampOf(now),
  headers = {},
  signed = signedText(method, path, body),
}: Sent = {}): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        ...{ port, path, method, host: '127.0.0.1' },
        headers: {
          'content-type': 'application/json',
          'x-dygnet-department': department,
          'x-dygnet-timestamp': at,
          'x-dygnet-signature': signatureOf(secret, at, signed),
          ...headers,
        },
      },
      (response) => {
        let text = ''
        response.on('data', (part: Buffer) => (text += part.toString()))
        response.once('end', () => {
          resolve({ status: response.statusCode ?? 0, text })
        })
      },
    )
    request.once('error', reject)
    request.end(body)
  })
}

test('hears who signed it', async () => {
  expect(await send()).toEqual({ status: 202, text: '{"ok":true}' })
  expect(await send({ method: 'GET', body: '' })).toMatchObject({ status: 202 })
  expect(heard).toEqual([
    { department: 'avfall', body: { a: 1 } },
    { department: 'avfall', body: undefined },
  ])
})

const minutes = (count: number) => timestampOf(new Date(now.getTime() + count * 60_000))
test.each<readonly [string, Sent]>([
  ['the secret of another department', { secret: 's2' }],
  ['an empty secret', { secret: '' }],
  ['a department without one', { department: 'miljo', secret: '' }],
  ['a name that is none', { department: '__proto__' }],
  ['a name with a path in it', { department: '../avfall' }],
  ['six minutes ago', { at: minutes(-6) }],
  ['in six minutes', { at: minutes(6) }],
  ['at no time', { at: '' }],
  ['at a time in words', { at: 'now' }],
  ['a signature of another body', { signed: signedText('POST', '/in?x=1', '{"a":2}') }],
  ['a signature of another path', { signed: signedText('POST', '/in?x=2', '{"a":1}') }],
  ['a signature of another method', { signed: signedText('PUT', '/in?x=1', '{"a":1}') }],
  ['a short signature', { headers: { 'x-dygnet-signature': 'sha256=00' } }],
  ['no signature', { headers: { 'x-dygnet-signature': '' } }],
  ['a signature in capitals', { headers: { 'x-dygnet-signature': 'SHA256=AB' } }],
])('does not hear one who signs with %s', async (_name, sent) => {
  expect(await send(sent)).toEqual({ status: 401, text: '{"error":{"code":"not-signed"}}' })
  expect(heard).toEqual([])
})

test.each([
  ['four minutes ago', -4],
  ['in four minutes', 4],
])('hears one whose clock says %s', async (_name, count) => {
  expect((await send({ at: minutes(count) })).status).toBe(202)
})

test.each<readonly [string, Sent, number, string]>([
  ['too much', { body: `"${'x'.repeat(2_000)}"` }, 413, 'too-large'],
  ['no JSON', { body: '{"a":' }, 400, 'not-json'],
  ['letters that are none', { body: Buffer.from([0x22, 0xff, 0x22]) }, 400, 'not-json'],
  ['a form', { headers: { 'content-type': 'text/plain' } }, 415, 'unsupported-type'],
  ['what is packed', { headers: { 'content-encoding': 'gzip' } }, 415, 'unsupported-encoding'],
])('refuses %s', async (_name, sent, status, code) => {
  expect(await send(sent)).toEqual({ status, text: JSON.stringify({ error: { code } }) })
  expect(heard).toEqual([])
})

test('refuses too much that does not say how much it is', async () => {
  const text = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('POST /in HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n')
      socket.write(`7d0\r\n${'x'.repeat(2_000)}\r\n`)
    })
    socket.once('data', (part: Buffer) => {
      resolve(part.toString())
      socket.destroy()
    })
  })
  expect(text).toMatch(/^HTTP\/1.1 413/)
})

test('tells what is wrong with a request, and nothing of what broke inside', async () => {
  expect(await send({ body: '"refuse"' })).toEqual({
    status: 422,
    text: '{"error":{"code":"unprocessable","detail":"status"}}',
  })
  expect(await send({ body: '"break"' })).toEqual({ status: 503, text: '{"error":{"code":"unavailable"}}' })
})
