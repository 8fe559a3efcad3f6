// The door for talks over real HTTP: only who signs is heard, and only in the department's own name.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createHandOffRoutes } from '../../../adapters/hand-off'
import type { HandOffDesk } from '../../../bot/contracts/cases/hand-off-desk'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { signatureOf, signedText, timestampOf } from '../../../adapters/signed-door'
import { sendSigned } from '../../support/signed-request'
import { nightClock } from '../../support/test-bot'

const id = 'H-0123456789abcdef0123'
const heard: unknown[][] = []
const talk = {
  id,
  state: 'waiting',
  agent: null,
  channel: 'web',
  language: 'sv',
  since: '2026-11-25T09:00:00Z',
} as const
const note =
  (name: string) =>
  (...said: readonly unknown[]) => {
    heard.push([name, ...said])
    return Promise.resolve(said[1] === id ? ('done' as const) : ('unknown' as const))
  }
const desk: HandOffDesk = {
  list: () => Promise.resolve([talk]),
  read: (department, of, after) => {
    heard.push(['read', department, of, after])
    return Promise.resolve(of === id ? { ...talk, lines: [] } : undefined)
  },
  claim: note('claim'),
  callBackDone: (department, code) => {
    heard.push(['callBackDone', department, code])
    return Promise.resolve(code === 'R-00001' ? 'done' : 'unknown')
  },
  reply: async (department, of, agentName, message, text) =>
    message === 'r-used' ? 'taken' : note('reply')(department, of, agentName, message, text),
  end: () => Promise.resolve('not-yours'),
  file: (department, of, file) => {
    heard.push(['file', department, of, file])
    const content = Buffer.from('bytes of a picture')
    return Promise.resolve(file === 'a'.repeat(32) ? { kind: 'photo', content } : undefined)
  },
  readByCode: (department, code, agentName) => {
    heard.push(['code', department, code, agentName])
    if (code === 'XXXX33') return Promise.resolve('too-many')
    return Promise.resolve(code === 'ABC3D4' ? { lines: [], cases: ['F-2026-000001'] } : 'unknown')
  },
}
let server: Server
let url = ''
beforeAll(async () => {
  const app = express()
  const secretOf = (department: string) => (department === 'avfall' ? 's1' : undefined)
  app.use(createHandOffRoutes({ desk, secretOf, clock: nightClock, logger: silentLogger }))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  heard.length = 0
})

const send = (method: string, path: string, body?: unknown, secret = 's1') =>
  sendSigned(
    { url, department: 'avfall', secret, now: nightClock.now() },
    method,
    `/api/handoff${path}`,
    body,
  )

test('lists and reads the talks of who signs', async () => {
  expect(await send('GET', '/talks')).toEqual({ status: 200, body: { talks: [talk] } })
  expect(await send('GET', `/talks/${id}?after=7`)).toEqual({ status: 200, body: { ...talk, lines: [] } })
  expect(heard).toEqual([['read', 'avfall', id, 7]])
})

test('takes a talk and answers in it, in the name of who signs', async () => {
  expect(await send('POST', `/talks/${id}/claim`, { agent: 'Åsa-Lena', agentId: 'asa' })).toEqual({
    status: 200,
    body: { done: true },
  })
  expect(
    (
      await send('POST', `/talks/${id}/reply`, {
        id: 'r-1',
        agent: 'Åsa',
        agentId: 'asa',
        text: ' Hej\r\ndu\u0000 ',
      })
    ).status,
  ).toBe(200)
  expect(heard).toEqual([
    ['claim', 'avfall', id, { name: 'Åsa-Lena', id: 'asa' }],
    ['reply', 'avfall', id, { name: 'Åsa', id: 'asa' }, 'r-1', 'Hej\ndu'],
  ])
})

test('an answer keeps the joiners of Persian and of emoji', async () => {
  const text = 'می\u200cخواهیم 👩\u200d🔧'
  await send('POST', `/talks/${id}/reply`, {
    id: 'r-1',
    agent: 'Åsa',
    agentId: 'asa',
    text: `\u200b${text}\u202e`,
  })
  expect(heard).toEqual([['reply', 'avfall', id, { name: 'Åsa', id: 'asa' }, 'r-1', text]])
})

test('hears that a promised call was made', async () => {
  expect(await send('POST', '/call-backs/R-00001/done', {})).toEqual({ status: 200, body: { done: true } })
  expect((await send('POST', '/call-backs/R-00009/done', {})).status).toBe(404)
  expect(heard).toEqual([
    ['callBackDone', 'avfall', 'R-00001'],
    ['callBackDone', 'avfall', 'R-00009'],
  ])
})

test('reads the talk of a code, however it was written down', async () => {
  expect(await send('POST', '/codes', { code: 'abc-3d4' })).toEqual({
    status: 200,
    body: { lines: [], cases: ['F-2026-000001'] },
  })
  expect((await send('POST', '/codes', { code: 'ABC3D6' })).status).toBe(404)
  expect((await send('POST', '/codes', { code: '../../x' })).status).toBe(422)
  expect(await send('POST', '/codes', { code: 'xxxx33', agent: 'Anna' })).toEqual({
    status: 429,
    body: { error: { code: 'too-many', detail: 'code' } },
  })
  expect(heard).toEqual([
    ['code', 'avfall', 'ABC3D4', undefined],
    ['code', 'avfall', 'ABC3D6', undefined],
    ['code', 'avfall', 'XXXX33', 'Anna'],
  ])
})

test('hands out a file as what it is, to who signs, and nothing by another name', async () => {
  const path = `/api/handoff/talks/${id}/files/`
  const sign = (name: string, secret = 's1') => {
    const timestamp = timestampOf(nightClock.now())
    return {
      'x-dygnet-department': 'avfall',
      'x-dygnet-timestamp': timestamp,
      'x-dygnet-signature': signatureOf(secret, timestamp, signedText('GET', path + name, '')),
    }
  }
  const get = (name: string, secret?: string) => fetch(url + path + name, { headers: sign(name, secret) })
  const got = await get('a'.repeat(32))
  expect([got.status, got.headers.get('content-type'), got.headers.get('content-disposition')]).toEqual([
    200,
    'image/jpeg',
    'attachment',
  ])
  expect(await got.text()).toBe('bytes of a picture')
  for (const name of ['b'.repeat(32), '..%2F..%2Fetc', 'a'.repeat(31)])
    expect((await get(name)).status).toBe(404)
  expect((await get('a'.repeat(32), 'wrong')).status).toBe(401)
  expect(heard).toEqual([
    ['file', 'avfall', id, 'a'.repeat(32)],
    ['file', 'avfall', id, 'b'.repeat(32)],
  ])
})

test('says what is not there, and what is somebody else’s', async () => {
  expect((await send('GET', '/talks/H-1')).status).toBe(404)
  expect((await send('POST', '/talks/..%2F1/claim', { agent: 'Anna', agentId: 'a' })).status).toBe(404)
  expect(await send('POST', `/talks/${id}/end`, { agent: 'Anna', agentId: 'anna.ek' })).toEqual({
    status: 409,
    body: { error: { code: 'already-taken', detail: 'agent' } },
  })
})

test.each([
  ['claim', { agent: 'Anna' }],
  ['reply', { id: 'r-1', agent: 'Anna', text: 'Hej' }],
  ['end', { agent: 'Anna' }],
])('%s without an agentId says what to send, for two of one name would have one talk', async (deed, body) => {
  expect(await send('POST', `/talks/${id}/${deed}`, body)).toEqual({
    status: 400,
    body: {
      error: { code: 'agent-id-missing', detail: 'send agentId: what your system knows the person by' },
    },
  })
  expect(heard).toEqual([])
})

test('tells a second sentence under the id of the first to take an id of its own', async () => {
  expect(
    await send('POST', `/talks/${id}/reply`, {
      id: 'r-used',
      agent: 'Anna',
      agentId: 'anna.ek',
      text: 'Hej igen',
    }),
  ).toEqual({
    status: 409,
    body: { error: { code: 'use-a-new-id', detail: 'id' } },
  })
})

test.each<[string, unknown, string]>([
  ['claim', { agentId: 'a' }, 'agent'],
  ['claim', { agent: '', agentId: 'a' }, 'agent'],
  ['claim', { agent: 'A'.repeat(41), agentId: 'a' }, 'agent'],
  ['claim', { agent: '**Anna** [x](http://x)', agentId: 'a' }, 'agent'],
  ['claim', { agent: 'Anna\nhej', agentId: 'a' }, 'agent'],
  ['claim', { agent: 'Anna', department: 'vatten', agentId: 'a' }, 'body'],
  ['reply', { id: '../x', agent: 'Anna', text: 'hej', agentId: 'a' }, 'id'],
  ['reply', { id: 'r', agent: 'Anna', text: '', agentId: 'a' }, 'text'],
  ['reply', { id: 'r', agent: 'Anna', text: '\u200b', agentId: 'a' }, 'text'],
  ['reply', { id: 'r', agent: 'Anna', text: 'x'.repeat(1_001), agentId: 'a' }, 'text'],
  ['reply', { id: 'r', agent: 'Anna', text: 7, agentId: 'a' }, 'text'],
  ['claim', { agent: 'Anna', agentId: 'anna ek' }, 'agentId'],
  ['reply', null, 'body'],
])('%s of %j is refused for its %s', async (deed, body, detail) => {
  expect(await send('POST', `/talks/${id}/${deed}`, body)).toEqual({
    status: 422,
    body: { error: { code: 'unprocessable', detail } },
  })
  expect(heard).toEqual([])
})

test.each([
  ['GET', '/talks'],
  ['GET', `/talks/${id}`],
  ['POST', `/talks/${id}/claim`],
  ['POST', `/talks/${id}/reply`],
  ['POST', `/talks/${id}/end`],
])('%s %s is not heard of who does not sign', async (method, path) => {
  const body = method === 'POST' ? { agent: 'Anna' } : undefined
  expect((await send(method, path, body, 'wrong')).status).toBe(401)
  expect(heard).toEqual([])
})
