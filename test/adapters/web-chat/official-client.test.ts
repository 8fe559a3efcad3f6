// The contract with clients we did not write: the real botframework-directlinejs against the real server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConnectionStatus } from 'botframework-directlinejs'
import { toConversationId, toMessageId, toReplyId } from '../../../bot/contracts/talk/ids'
import { call, inRoom, post, room } from '../../support/direct-line-client'
import { createOutage } from '../../support/flaky-store'
import { cutAllSockets, openOfficialClient, type OfficialClient } from '../../support/official-client'
import { startTestServer, type TestServer, type TestServerOptions } from '../../support/web-chat-server'

const servers: TestServer[] = []
const clients: OfficialClient[] = []
const files: string[] = []

async function serve(options?: TestServerOptions): Promise<TestServer> {
  const server = await startTestServer(options)
  servers.push(server)
  return server
}
function connect(options: Parameters<typeof openOfficialClient>[0]): OfficialClient {
  const client = openOfficialClient(options)
  clients.push(client)
  return client
}
async function tokenOf({ url }: TestServer): Promise<string> {
  return (await call({ url }, 'POST', `${room}/tokens/generate`, { body: {} })).body.token
}
function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-official-'))
  files.push(folder)
  return join(folder, 'chat.db')
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.end()
  cutAllSockets()
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of files.splice(0)) rmSync(folder, { recursive: true })
})

const message = (text: string, clientActivityID: string) => ({
  type: 'message',
  text,
  from: { id: 'whoever' },
  locale: 'sv-SE',
  channelId: 'webchat',
  channelData: { clientActivityID },
})
const texts = ({ activities }: OfficialClient) => activities.map(({ text }) => text)

describe.each([
  ['a socket', true],
  ['polls', false],
])('the official client over %s', (_name, webSocket) => {
  it('is welcomed, sees its message before the reply, and knows it by its own id', async () => {
    const server = await serve()
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await client.until(1)
    const id = await client.post(message('hej', 'own-1'))
    await client.until(3)
    expect(texts(client)).toEqual(['Hej!', 'hej', 'Du skrev: hej'])
    expect(client.activities[1]).toMatchObject({ id, channelData: { clientActivityID: 'own-1' } })
    expect(client.activities[2]?.replyToId).toBe(id)
    expect(client.statuses.at(-1)).toBe(ConnectionStatus.Online)
  })

  it('gets every line once and in order through a store that fails now and then', async () => {
    const outage = createOutage()
    const server = await serve({ wrapStore: outage.wrapStore })
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await client.until(1)
    const felt = outage.begin('linesAfter')
    await client.post(message('ett', 'm1'))
    await client.post(message('vem', 'm2'))
    await felt
    expect(client.activities).toHaveLength(1)
    outage.end()
    await client.until(5)
    expect(client.activities.map(({ id }) => Number(id.split('|')[1]))).toEqual([2, 3, 4, 5, 6])
  })

  it('takes an answer that is being written for what it is, and goes on from where it was', async () => {
    const server = await serve()
    const before = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await before.until(1)
    const conversationId = toConversationId(before.conversationId())
    const shared = {
      conversationId,
      reply: toReplyId(toMessageId('m1'), 1),
      language: 'sv',
      at: '2026-11-24T02:30:00.000Z',
    }
    for (const part of [1, 2]) server.store.showInterim({ ...shared, part, text: `Del ${part}.` })
    await before.post(message('ett', 'm1'))
    // Polls do not see it, for it is not kept.
    await before.until(webSocket ? 5 : 3)
    expect(before.activities.map(({ type }) => type)).toEqual([
      'message',
      ...(webSocket ? ['typing', 'typing'] : []),
      'message',
      'message',
    ])
    before.end()
    const after = connect({ url: server.url, token: before.token(), conversationId, webSocket })
    await after.until(3)
    expect(texts(after)).toEqual(['Hej!', 'ett', 'Du skrev: ett'])
  })

  it('goes on in a conversation it remembers', async () => {
    const server = await serve()
    const before = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await before.post(message('ett', 'm1'))
    await before.until(3)
    before.end()
    const after = connect({
      url: server.url,
      token: before.token(),
      conversationId: before.conversationId(),
      webSocket,
    })
    await after.until(3)
    await after.post(message('vem', 'm2'))
    await after.until(5)
    expect(after.activities.slice(0, 3)).toEqual(before.activities)
    expect(texts(after).slice(3)).toEqual(['vem', 'Du skrev: vem'])
  })

  it('renews its token and asks for a session', async () => {
    const server = await serve()
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await client.until(1)
    const renewed = await client.refreshToken()
    expect(
      (await call(server, 'GET', inRoom({ id: client.conversationId() }), { token: renewed })).status,
    ).toBe(200)
    expect(await client.sessionId()).toMatch(/^dl_/)
  })

  it('learns at once that a file is not taken', async () => {
    const server = await serve()
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await client.until(1)
    const attachments = [{ contentType: 'text/html', contentUrl: `${server.url}/`, name: 'sida åäö.html' }]
    await expect(client.post({ ...message('se här', 'm1'), attachments })).rejects.toMatchObject({
      status: 415,
    })
    expect(await client.post(message('hej', 'm2'))).toMatch(/\|0000003$/)
  })

  it('learns at once that it writes too often', async () => {
    let allowed = true
    const conversation = {
      take: () => Promise.resolve(allowed ? { allowed } : ({ allowed: false, retryAfterMs: 9_000 } as const)),
    }
    const address = { take: () => Promise.resolve({ allowed: true } as const) }
    const server = await serve({ options: { limits: { conversation, address, addressPosts: address } } })
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await client.until(1)
    allowed = false
    await expect(client.post(message('hej', 'm1'))).rejects.toMatchObject({ status: 409 })
  })

  it('learns that its token has expired', async () => {
    const clock = { ms: Date.now(), now: () => new Date(clock.ms) }
    const server = await serve({ clock })
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket })
    await client.until(1)
    clock.ms += 31 * 60 * 1_000
    expect(await client.post(message('hej', 'm1'))).toBe('retry')
    await client.untilStatus(ConnectionStatus.ExpiredToken)
  })

  it('tries again by itself when the store was down at the start', async () => {
    const outage = createOutage()
    const server = await serve({ wrapStore: outage.wrapStore })
    const token = await tokenOf(server)
    const felt = outage.begin('accept')
    const client = connect({ url: server.url, token, webSocket })
    await felt
    outage.end()
    await client.until(1)
    expect(client.statuses).not.toContain(ConnectionStatus.FailedToConnect)
  })
})

describe('the official client', () => {
  it('comes back after a cut line and misses nothing that was said meanwhile', async () => {
    const server = await serve()
    const client = connect({ url: server.url, token: await tokenOf(server) })
    await client.post(message('ett', 'm1'))
    await client.until(3)
    cutAllSockets()
    await client.post(message('vem', 'm2'))
    await client.until(5)
    await client.post(message('här', 'm3'))
    await client.until(7)
    expect(client.activities.map(({ id }) => Number(id.split('|')[1]))).toEqual([2, 3, 4, 5, 6, 7, 8])
  })

  it('comes back by itself when its computer has slept longer than its token lives', async () => {
    const clock = { ms: Date.now(), now: () => new Date(clock.ms) }
    const server = await serve({ clock })
    const client = connect({ url: server.url, token: await tokenOf(server) })
    await client.post(message('ett', 'm1'))
    await client.until(3)
    clock.ms += 8 * 60 * 60 * 1_000
    cutAllSockets()
    // Said in another tab meanwhile, so that its coming shows the client is back.
    const renewed = await call(server, 'POST', `${room}/tokens/refresh`, { token: client.token() })
    const tab = { id: client.conversationId(), token: renewed.body.token, streamUrl: '' }
    await post(server, tab, message('vem', 'm2'))
    await client.until(5)
    await client.post(message('här', 'm3'))
    await client.until(7)
    expect(client.activities.map(({ id }) => Number(id.split('|')[1]))).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect(client.statuses).not.toContain(ConnectionStatus.ExpiredToken)
  })

  it('renews a token that has been expired for a night', async () => {
    const clock = { ms: Date.now(), now: () => new Date(clock.ms) }
    const server = await serve({ clock })
    const client = connect({ url: server.url, token: await tokenOf(server) })
    await client.until(1)
    clock.ms += 8 * 60 * 60 * 1_000
    const renewed = await client.refreshToken()
    expect(
      (await call(server, 'GET', inRoom({ id: client.conversationId() }, '/activities'), { token: renewed }))
        .status,
    ).toBe(200)
  })

  it('survives a restart of the server on the same data', async () => {
    const file = newFile()
    const first = await startTestServer({ file })
    const client = connect({ url: first.url, token: await tokenOf(first) })
    await client.post(message('ett', 'm1'))
    await client.until(3)
    await first.stop()
    await serve({ file, port: first.port })
    await client.post(message('vem', 'm2'))
    await client.until(5)
    expect(client.activities.map(({ id }) => Number(id.split('|')[1]))).toEqual([2, 3, 4, 5, 6])
  })

  it('goes on by polling where no socket gets through', async () => {
    const server = await serve({ sockets: false })
    const blocked = connect({ url: server.url, token: await tokenOf(server) })
    await blocked.post(message('ett', 'm1'))
    expect(blocked.activities).toEqual([])
    const polling = connect({
      url: server.url,
      token: blocked.token(),
      conversationId: blocked.conversationId(),
      webSocket: false,
    })
    await polling.until(3)
    expect(texts(polling)).toEqual(['Hej!', 'ett', 'Du skrev: ett'])
  })

  it('is told that its conversation has ended when it was erased', async () => {
    const server = await serve()
    const client = connect({ url: server.url, token: await tokenOf(server) })
    await client.until(1)
    await call(server, 'DELETE', inRoom({ id: client.conversationId() }), { token: client.token() })
    expect((await client.failure).message).toBe('conversation ended')
  })

  it('stops polling a conversation that was erased', async () => {
    const server = await serve()
    const client = connect({ url: server.url, token: await tokenOf(server), webSocket: false })
    await client.until(1)
    await call(server, 'DELETE', inRoom({ id: client.conversationId() }), { token: client.token() })
    await client.untilStatus(ConnectionStatus.Ended)
  })
})
