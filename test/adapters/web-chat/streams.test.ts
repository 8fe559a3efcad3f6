// Sockets under pressure: who may open one, that nothing is lost or doubled however things race, and how they end.
import { createServer } from 'node:http'
import { connect as openTcp, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { DygnetError } from '../../../bot/contracts/basics/errors'
import {
  toConversationId,
  toMessageId,
  toReplyId,
  type ConversationId,
} from '../../../bot/contracts/talk/ids'
import type { InterimAnswer } from '../../../bot/contracts/talk/interim-answer'
import type { InboundMessage } from '../../../bot/contracts/talk/message'
import type { ConversationChange, Store } from '../../../bot/contracts/store/store'
import {
  begin,
  beginListening,
  call,
  inRoom,
  openSocket,
  post,
  type Talk,
} from '../../support/direct-line-client'
import { createOutage } from '../../support/flaky-store'
import {
  allowedOrigin,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from '../../support/web-chat-server'

const servers: TestServer[] = []
async function serve(options?: TestServerOptions): Promise<TestServer> {
  const server = await startTestServer(options)
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

const sequences = (activities: readonly { readonly id: string }[]): number[] =>
  activities.map(({ id }) => Number(id.split('|')[1]))
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n)
const say = (conversationId: ConversationId, n: number): InboundMessage => ({
  id: toMessageId(`m${n}`),
  conversationId,
  channel: 'web',
  receivedAt: '2026-11-24T02:30:00.000Z',
  content: { kind: 'text', text: `nummer ${n}` },
})

/** The server hears of an end a moment after or before the client. */
async function whenAllClosed({ chat }: TestServer): Promise<void> {
  while (chat.openSockets() > 0) await new Promise((resolve) => setImmediate(resolve))
}

async function rejoin(server: TestServer, talk: Talk, watermark = '0', headers: Record<string, string> = {}) {
  const { token } = talk
  const { body } = await call(server, 'GET', inRoom(talk, `?watermark=${watermark}`), { token, headers })
  return body.streamUrl
}

describe('a ticket', () => {
  it('opens one socket, once', async () => {
    const server = await serve()
    const talk = await begin(server)
    const { socket } = await openSocket(talk.streamUrl)
    await expect(openSocket(talk.streamUrl)).rejects.toThrow('403')
    socket.close()
  })

  it('is good for a minute', async () => {
    const clock = { ms: Date.now(), now: () => new Date(clock.ms) }
    const server = await serve({ clock })
    const talk = await begin(server)
    clock.ms += 61_000
    await expect(openSocket(talk.streamUrl)).rejects.toThrow('403')
  })

  it('opens its own conversation only, and neither a token nor nothing will do instead', async () => {
    const server = await serve()
    const [own, other] = [await begin(server), await begin(server)]
    const swapped = own.streamUrl.replace(encodeURIComponent(own.id), encodeURIComponent(other.id))
    await expect(openSocket(swapped)).rejects.toThrow('403')
    await expect(openSocket(own.streamUrl.replace(/t=[^&]+/, `t=${own.token}`))).rejects.toThrow('403')
    await expect(openSocket(own.streamUrl.replace(/t=[^&]+/, ''))).rejects.toThrow('403')
    await expect(openSocket(`${server.url.replace('http', 'ws')}/elsewhere`)).rejects.toThrow('404')
  })

  it('is never written to the log', async () => {
    const server = await serve()
    const talk = await begin(server)
    const stream = await openSocket(talk.streamUrl)
    await openSocket(talk.streamUrl).catch(() => undefined)
    const ticket = new URL(talk.streamUrl).searchParams.get('t') ?? ''
    expect(ticket.length).toBeGreaterThan(100)
    expect(JSON.stringify(server.logger.lines)).not.toContain(ticket.slice(-20))
    stream.socket.close()
  })
})

describe('whoever is refused a socket', () => {
  it('holds no connection by not ending their own side of it', async () => {
    const { chat } = await serve()
    const door = createServer()
    chat.attach(door)
    await once(door.listen(0, '127.0.0.1'), 'listening')
    const { port } = door.address() as AddressInfo
    const theirs = openTcp({ host: '127.0.0.1', port, allowHalfOpen: true })
    theirs.write('GET /elsewhere HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    const [ours] = (await once(door, 'connection')) as [Socket]
    theirs.resume()
    await once(theirs, 'end')
    for (let looks = 0; looks < 1_000 && !ours.destroyed; looks += 1)
      await new Promise((resolve) => setImmediate(resolve))
    expect(ours.destroyed).toBe(true)
    theirs.destroy()
    door.close()
  })
})

describe('a socket from a page', () => {
  it.each([
    ['of the server itself', (server: TestServer) => server.url],
    ['that may carry the chat', () => allowedOrigin],
  ])('%s is opened', async (_name, originOf) => {
    const server = await serve()
    const talk = await begin(server)
    const stream = await openSocket(talk.streamUrl, { origin: originOf(server) })
    await stream.until(1)
    stream.socket.close()
  })

  it.each(['https://evil.example', 'null', `${allowedOrigin}.evil.example`, 'http://127.0.0.1'])(
    'of %s is refused',
    async (origin) => {
      const server = await serve()
      const talk = await begin(server)
      await expect(openSocket(talk.streamUrl, { origin })).rejects.toThrow('403')
    },
  )
})

describe('lines', () => {
  it('come once and in order while notices are doubled, late and shuffled', async () => {
    const changes = new Set<(change: ConversationChange) => void>()
    const wrapStore = (store: Store): Store => ({
      ...store,
      // A network that repeats, delays and reorders what it is told, and loses nothing for good.
      listen(onChange) {
        changes.add(onChange)
        const stop = store.listen((change) => {
          const again = () => onChange(change)
          if (change.lastSequence % 3 === 0) setImmediate(again)
          else again()
          queueMicrotask(again)
          setTimeout(again, change.lastSequence % 7)
        })
        return stop
      },
      async linesAfter(...parameters) {
        const lines = await store.linesAfter(...parameters)
        await new Promise((resolve) => setTimeout(resolve, parameters[1] % 4))
        return lines
      },
    })
    const server = await serve({ wrapStore, options: { bounds: { runningTurnsPerAddress: 1_000 } } })
    const { talk, stream } = await beginListening(server)
    const streams = [
      stream,
      ...(await Promise.all(range(1, 4).map(async () => openSocket(await rejoin(server, talk))))),
    ]
    const posts = range(1, 100).map((n) => post(server, talk, { type: 'message', text: `nummer ${n}` }))
    await Promise.all(posts)
    for (const each of streams) await each.until(201)
    for (const each of streams) {
      expect(sequences(each.activities)).toEqual(range(2, 202))
      each.socket.close()
    }
  })

  it('come to sockets that are opened while lines are being written, each exactly from its watermark', async () => {
    const server = await serve()
    const { talk, stream } = await beginListening(server)
    const conversationId = toConversationId(talk.id)
    const writing = (async () => {
      for (const n of range(1, 300)) await server.store.accept(say(conversationId, n))
    })()
    const late = await Promise.all(
      range(0, 8).map(async (n) => ({
        from: n * 10,
        stream: await openSocket(await rejoin(server, talk, String(n * 10))),
      })),
    )
    await writing
    await stream.until(301)
    expect(sequences(stream.activities)).toEqual(range(2, 302))
    for (const { from, stream: each } of late) {
      // A watermark that was still ahead of the last line began at that line.
      const first = sequences(each.activities)[0] ?? 0
      await each.until(302 - first + 1)
      expect(first).toBeLessThanOrEqual(Math.max(from + 1, 2))
      expect(sequences(each.activities)).toEqual(range(first, 302))
      each.socket.close()
    }
    stream.socket.close()
  })

  it('come when their notice arrives while the store is being read and has said "nothing new"', async () => {
    let between: (() => Promise<void>) | undefined
    const wrapStore = (store: Store): Store => ({
      ...store,
      async linesAfter(...parameters) {
        const lines = await store.linesAfter(...parameters)
        const act = between
        if (lines.length > 0 || act === undefined) return lines
        between = undefined
        await act()
        return lines
      },
    })
    const server = await serve({ wrapStore })
    const { talk, stream } = await beginListening(server)
    const conversationId = toConversationId(talk.id)
    between = async () => {
      await server.store.accept(say(conversationId, 2))
    }
    await server.store.accept(say(conversationId, 1))
    await stream.until(3)
    expect(sequences(stream.activities)).toEqual([2, 3, 4])
    stream.socket.close()
  })

  it('come each in a frame of its own with its own watermark', async () => {
    const server = await serve()
    const { talk, stream } = await beginListening(server)
    for (const n of range(1, 20)) await server.store.accept(say(toConversationId(talk.id), n))
    const back = await openSocket(await rejoin(server, talk))
    await back.until(21)
    expect(back.watermarks).toEqual(range(2, 22).map(String))
    for (const each of [stream, back]) each.socket.close()
  })

  it('come also when the notice of them was lost', async () => {
    const wrapStore = (store: Store): Store => ({ ...store, listen: () => () => undefined })
    // Long enough for a busy machine: a peer that was silent for one round is cut off.
    const server = await serve({ wrapStore, options: { bounds: { pingMs: 2_000 } } })
    const { talk, stream } = await beginListening(server)
    await post(server, talk, { type: 'message', text: 'hej' })
    await stream.until(3)
    expect(sequences(stream.activities)).toEqual([2, 3, 4])
    stream.socket.close()
  })

  it('come after the store has been away', async () => {
    const outage = createOutage()
    const server = await serve({ wrapStore: outage.wrapStore })
    const { talk, stream } = await beginListening(server)
    const felt = outage.begin('linesAfter')
    await post(server, talk, { type: 'message', text: 'hej' })
    await felt
    outage.end()
    await stream.until(3)
    expect(sequences(stream.activities)).toEqual([2, 3, 4])
    stream.socket.close()
  })

  it('are pushed by a node that did not write them', async () => {
    const listeners = new Set<(change: ConversationChange) => void>()
    const first = await serve()
    const second = await serve({
      // Two nodes on one store: what one writes, the other is told.
      wrapStore: () => ({
        ...first.store,
        listen(onChange) {
          listeners.add(onChange)
          return first.store.listen(onChange)
        },
        close: () => Promise.resolve(),
      }),
    })
    const talk = await begin(first)
    const { body } = await call(second, 'GET', inRoom(talk, '?watermark=0'), { token: talk.token })
    const stream = await openSocket(body.streamUrl)
    await post(first, talk, { type: 'message', text: 'hej' })
    await stream.until(3)
    expect(sequences(stream.activities)).toEqual([2, 3, 4])
    expect(listeners.size).toBe(1)
    stream.socket.close()
    servers.reverse()
  })
})

describe('a peer', () => {
  it('that gives no sign of life is cut off', async () => {
    const server = await serve({ options: { bounds: { pingMs: 50 } } })
    const talk = await begin(server)
    const { pathname, search, hostname, port } = new URL(talk.streamUrl)
    const connection = openTcp(Number(port), hostname)
    connection.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
    connection.resume()
    // It reads and never answers a ping.
    await once(connection, 'close')
    await whenAllClosed(server)
  })

  it('that answers pings stays, however long it has nothing to say', async () => {
    // Long enough for a busy machine to answer in time.
    const server = await serve({ options: { bounds: { pingMs: 1_000 } } })
    const { stream } = await beginListening(server)
    let pings = 0
    await new Promise<void>((resolve) => stream.socket.on('ping', () => (pings += 1) === 3 && resolve()))
    expect(server.chat.openSockets()).toBe(1)
    stream.socket.close()
  })

  it('may send empty frames, and is shut out for anything big', async () => {
    const server = await serve()
    const { talk, stream } = await beginListening(server)
    stream.socket.send('')
    stream.socket.send('{"type":"message","text":"nej"}')
    await post(server, talk, { type: 'message', text: 'hej' })
    await stream.until(3)
    expect(await server.store.lastSequence(toConversationId(talk.id))).toBe(4)
    stream.socket.send('x'.repeat(2_000))
    expect(await stream.closed).toBe(1009)
  })

  it('that does not read holds up neither the others nor more than one batch of memory', async () => {
    const server = await serve()
    const { talk, stream: slow } = await beginListening(server)
    const fast = await openSocket(await rejoin(server, talk))
    await fast.until(1)
    slow.socket.pause()
    const text = 'x'.repeat(12_000)
    for (const n of range(1, 150)) {
      await server.store.accept({ ...say(toConversationId(talk.id), n), content: { kind: 'text', text } })
    }
    await fast.until(151)
    expect(sequences(fast.activities)).toEqual(range(2, 152))
    slow.socket.resume()
    await slow.until(151)
    expect(sequences(slow.activities)).toEqual(range(2, 152))
    for (const each of [slow, fast]) each.socket.close()
  })

  it('gets no eleventh socket to the same conversation', async () => {
    const server = await serve()
    const { talk, stream } = await beginListening(server)
    const more = await Promise.all(range(2, 10).map(async () => openSocket(await rejoin(server, talk))))
    const eleventh = await rejoin(server, talk)
    await expect(openSocket(eleventh)).rejects.toThrow('429')
    stream.socket.close()
    await stream.closed
    for (const each of more) each.socket.close()
  })
})

describe('one address', () => {
  it('holds no more sockets than its share, whatever its conversations, and has its place again afterwards', async () => {
    const server = await serve({ options: { bounds: { socketsPerAddress: 2 } }, trustProxy: 1 })
    const [one, other] = [await beginListening(server), await beginListening(server)]
    const talk = await begin(server)
    await expect(openSocket(talk.streamUrl)).rejects.toThrow('429')
    const far = await openSocket(await rejoin(server, talk, '0', { 'x-forwarded-for': '192.0.2.7' }))
    for (const { stream } of [one, other]) stream.socket.close()
    far.socket.close()
    await whenAllClosed(server)
    const again = await openSocket(await rejoin(server, talk))
    again.socket.close()
  })
})

describe('a thousand sockets', () => {
  it('open and close without a trace', async () => {
    const server = await serve({ options: { bounds: { socketsPerConversation: 1_000 } } })
    const { talk, stream } = await beginListening(server)
    let seen = 0
    for (let round = 0; round < 10; round += 1) {
      const opened = await Promise.all(range(1, 100).map(async () => openSocket(await rejoin(server, talk))))
      await Promise.all(opened.map((each) => each.until(1)))
      expect(server.chat.openSockets()).toBe(101)
      seen += opened.filter((each) => each.activities.length >= 1).length
      for (const [n, each] of opened.entries()) {
        if (n % 2 === 0) each.socket.terminate()
        else each.socket.close()
      }
      await Promise.all(opened.map((each) => each.closed))
    }
    stream.socket.close()
    await stream.closed
    await whenAllClosed(server)
    expect(seen).toBe(1_000)
    expect(server.logger.lines).toEqual([])
  })
})

describe('a stop', () => {
  it('sends every socket away with 1001 and lets no new one in', async () => {
    const server = await startTestServer()
    const { talk, stream } = await beginListening(server)
    const late = await rejoin(server, talk)
    const closing = server.chat.close()
    await expect(openSocket(late)).rejects.toThrow('503')
    expect(await stream.closed).toBe(1001)
    await closing
    await server.stop()
  })

  it('waits for the turns that run, and cuts off peers that do not say goodbye', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const server = await startTestServer({
      options: { bounds: { goodbyeMs: 50 }, run: () => held },
    })
    const talk = await begin(server)
    const stream = await openSocket(talk.streamUrl)
    stream.socket.pause()
    let isClosed = false
    const closing = server.chat.close().then(() => (isClosed = true))
    await whenAllClosed(server)
    expect(isClosed).toBe(false)
    release()
    await closing
    stream.socket.terminate()
    await server.stop()
  })

  it('does not wait for a store that fails; the failed turn is logged with the id the client knows', async () => {
    const server = await startTestServer({
      options: { run: () => Promise.reject(new Error('hemligt ord')) },
    })
    const talk = await begin(server)
    await server.chat.close()
    expect(server.logger.lines).toEqual([
      {
        level: 'error',
        message: 'a turn of the web chat failed',
        facts: { activityId: `${talk.id}|0000001`, err: expect.any(Error) as Error },
      },
    ])
    await server.stop()
  })

  it('is not bothered by a turn whose conversation was erased meanwhile', async () => {
    const gone = new DygnetError('conversation-gone', 'test')
    const server = await startTestServer({ options: { run: () => Promise.reject(gone) } })
    await begin(server)
    await server.stop()
    expect(server.logger.lines).toEqual([])
  })
})

describe('an answer that is being written', () => {
  const interim = (conversationId: string, part: number, text: string): InterimAnswer => ({
    conversationId: toConversationId(conversationId),
    reply: toReplyId(toMessageId('m1'), 1),
    part,
    language: 'sv',
    at: '2026-11-24T02:30:00.000Z',
    text,
  })

  it('is shown on the sockets of its conversation, and has no place among the lines', async () => {
    const server = await serve()
    const { talk, stream } = await beginListening(server)
    const other = await beginListening(server)
    server.store.showInterim(interim(talk.id, 1, 'Ett.'))
    server.store.showInterim(interim(talk.id, 2, 'Ett. Två.'))
    await post(server, talk, { type: 'message', text: 'hej' })
    await stream.until(5)
    const shared = {
      type: 'typing',
      textFormat: 'markdown',
      locale: 'sv',
      timestamp: '2026-11-24T02:30:00.000Z',
      channelId: 'directline',
      conversation: { id: talk.id },
      from: { id: 'dygnet', name: 'Storstad', role: 'bot' },
    }
    // Between the welcome, which has 2, and what comes.
    const data = { dygnet: { language: 'sv' }, streamType: 'streaming', 'webchat:sequence-id': 2.5 }
    expect(stream.activities.slice(1, 3)).toEqual([
      { ...shared, id: 'm1/1', text: 'Ett.', channelData: { ...data, streamSequence: 1 } },
      {
        ...shared,
        id: 'm1/1/2',
        text: 'Ett. Två.',
        channelData: { ...data, streamId: 'm1/1', streamSequence: 2 },
      },
    ])
    expect(stream.watermarks).toEqual(['2', undefined, undefined, '3', '4'])
    const { body } = await call(server, 'GET', inRoom(talk, '/activities?watermark=0'), { token: talk.token })
    expect(sequences(body.activities)).toEqual([2, 3, 4])
    expect(other.stream.activities).toHaveLength(1)
    for (const each of [stream, other.stream]) each.socket.close()
  })

  it('is worded for who listens, and for nobody who listens no more', async () => {
    const server = await serve()
    const { talk, stream } = await beginListening(server)
    const shown = interim(talk.id, 1, 'Ett.')
    let timesRead = 0
    const show = () =>
      server.store.showInterim({
        ...shown,
        get text() {
          timesRead += 1
          return shown.text
        },
      })
    show()
    await stream.until(2)
    expect(timesRead).toBe(1)
    stream.socket.close()
    await whenAllClosed(server)
    show()
    expect(timesRead).toBe(1)
    expect(server.logger.lines).toEqual([])
  })
})
