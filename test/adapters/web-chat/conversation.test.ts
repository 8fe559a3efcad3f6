// A whole conversation over single calls: begin, write, listen, come back, take it home, erase it.
import { toConversationId } from '../../../bot/contracts/talk/ids'
import {
  begin,
  beginListening,
  call,
  inRoom,
  openSocket,
  poll,
  post,
  room,
} from '../../support/direct-line-client'
import { allowedOrigin, startTestServer, type TestServer } from '../../support/web-chat-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ options: { guessesCode: (text) => text.startsWith('kod ') } })
})
afterAll(() => server.stop())

const message = (text: string, clientActivityID?: string) => ({
  type: 'message',
  text,
  ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
})

describe('a conversation', () => {
  it('begins with a welcome that refers to no message', async () => {
    const { stream } = await beginListening(server)
    await stream.until(1)
    expect(stream.activities).toEqual([
      expect.objectContaining({
        type: 'message',
        text: 'Hej!',
        from: { id: 'dygnet', name: 'Storstad', role: 'bot' },
      }),
    ])
    expect(stream.activities[0]).not.toHaveProperty('replyToId')
    stream.socket.close()
  })

  it('hands a guess at a code on with a key of the address, and nothing else', async () => {
    const { talk, stream } = await beginListening(server)
    for (const text of ['hej', 'kod ABC3D4', 'kod ABC3D6']) await post(server, talk, message(text))
    await stream.until(7)
    const lines = await server.store.linesAfter(toConversationId(talk.id), 0, 99)
    const senders = lines.flatMap((line) =>
      line.author === 'resident' && line.message.content.kind === 'text' ? [line.message.sender] : [],
    )
    const key = expect.stringMatching(/^[\w-]{16,}$/) as unknown
    expect(senders).toEqual([undefined, key, senders[1]])
    expect(JSON.stringify([lines, stream.activities])).not.toContain('127.0.0.1')
    expect(JSON.stringify(stream.activities)).not.toContain(senders[1])
    stream.socket.close()
  })

  it('echoes a message before its reply, and the reply refers to the echo', async () => {
    const { talk, stream } = await beginListening(server)
    const posted = await post(server, talk, message('när hämtas soporna', 'abc123'))
    await stream.until(3)
    expect(posted.status).toBe(200)
    expect(stream.activities.map(({ text }) => text)).toEqual([
      'Hej!',
      'när hämtas soporna',
      'Du skrev: när hämtas soporna',
    ])
    expect(stream.activities[1]).toMatchObject({
      id: posted.body.id,
      from: { role: 'user' },
      channelData: { clientActivityID: 'abc123' },
    })
    expect(stream.activities[2]?.replyToId).toBe(posted.body.id)
    expect(posted.body.id).toMatch(/^web:[\w-]{22}\|\d{7}$/)
    stream.socket.close()
  })

  it('answers 201 to a new token and 200 to one that has begun already, with one welcome', async () => {
    const made = await call(server, 'POST', `${room}/tokens/generate`)
    const { token, conversationId } = made.body
    const first = await call(server, 'POST', `${room}/conversations`, { token })
    const again = await call(server, 'POST', `${room}/conversations`, { token, body: {} })
    expect([made.status, first.status, again.status]).toEqual([200, 201, 200])
    expect(made.body.expires_in).toBe(1800)
    expect(first.body.conversationId).toBe(conversationId)
    const stream = await openSocket(again.body.streamUrl)
    await stream.until(1)
    expect((await server.store.linesAfter(conversationId as never, 0, 9)).length).toBe(2)
    stream.socket.close()
  })

  it('gives the same id to a repeated client id and answers once', async () => {
    const { talk, stream } = await beginListening(server)
    const first = await post(server, talk, message('ett', 'same'))
    const second = await post(server, talk, message('ett, men andra ord', 'same'))
    await post(server, talk, message('sist', 'last'))
    await stream.until(5)
    expect(second.body.id).toBe(first.body.id)
    expect(stream.activities.filter(({ text }) => text.includes('ett'))).toHaveLength(2)
    expect(stream.activities.some(({ text }) => text.includes('andra ord'))).toBe(false)
    stream.socket.close()
  })

  it('replays exactly from a watermark, over polls and over a socket', async () => {
    const { talk, stream: live } = await beginListening(server)
    await post(server, talk, message('ett', 'm1'))
    await live.until(3)
    const watermark = live.watermarks.at(-1) ?? ''
    live.socket.close()
    await live.closed
    await post(server, talk, message('vem', 'm2'))
    const resumed = await call(server, 'GET', inRoom(talk, `?watermark=${watermark}`), { token: talk.token })
    expect(resumed.status).toBe(200)
    const back = await openSocket(resumed.body.streamUrl)
    await back.until(2)
    expect(back.activities.map(({ text }) => text)).toEqual(['vem', 'Du skrev: vem'])
    const polled = await poll(server, { ...talk, token: resumed.body.token }, watermark)
    expect(polled.body.activities).toEqual(back.activities)
    back.socket.close()
  })

  it('refers a reply to its message also for somebody who comes between the two', async () => {
    const { talk, stream } = await beginListening(server)
    const { body } = await post(server, talk, message('ett', 'm1'))
    await stream.until(3)
    stream.socket.close()
    const between = String(Number(body.id.split('|')[1]))
    const polled = await poll(server, talk, between)
    expect(polled.body.activities).toEqual([expect.objectContaining({ replyToId: body.id })])
  })

  it('replays at most the last 30 lines to somebody without a watermark', async () => {
    const { talk, stream } = await beginListening(server)
    for (let n = 1; n <= 20; n += 1) await post(server, talk, message(`nummer ${n}`, `m${n}`))
    await stream.until(41)
    const polled = await poll(server, talk)
    expect(polled.body.activities.map(({ id }) => id)).toEqual(
      stream.activities.slice(-30).map(({ id }) => id),
    )
    expect(polled.body.watermark).toBe('42')
    const resumed = await call(server, 'GET', inRoom(talk, '?watermark='), { token: talk.token })
    expect(resumed.body.streamUrl).toMatch(/&watermark=12$/)
    stream.socket.close()
  })

  it('pages through more lines than one answer holds, none twice and none missing', async () => {
    const { talk, stream } = await beginListening(server)
    for (let n = 1; n <= 60; n += 1) await post(server, talk, message(`två gånger ${n}`, `m${n}`))
    await stream.until(181)
    const seen: string[] = []
    for (let watermark = '0', more = true; more;) {
      const { body } = await poll(server, talk, watermark)
      seen.push(...body.activities.map(({ id }) => id))
      more = body.watermark !== watermark
      watermark = body.watermark
    }
    expect(seen).toEqual(stream.activities.map(({ id }) => id))
    expect(new Set(seen).size).toBe(181)
    stream.socket.close()
  })

  it('takes a tapped suggestion as a choice and shows its label', async () => {
    const { talk, stream } = await beginListening(server)
    const value = { name: 'start', value: 'bulky-waste' }
    await post(server, talk, { ...message('Grovsopor', 'm1'), value })
    await stream.until(3)
    expect(stream.activities[1]).toMatchObject({ text: 'Grovsopor', value })
    expect(stream.activities[2]?.text).toBe('Du valde: start=bulky-waste')
    stream.socket.close()
  })

  it('takes the language and a judgement as events', async () => {
    const { talk, stream } = await beginListening(server)
    await post(server, talk, {
      type: 'event',
      name: 'language',
      value: 'en',
      channelData: { clientActivityID: 'l' },
    })
    await stream.until(3)
    const value = { replyId: 'l/1', helpful: false, reason: 'för långt' }
    await post(server, talk, { type: 'event', name: 'feedback', value })
    await stream.until(5)
    expect(stream.activities.map(({ type, name, text }) => name ?? (text || type))).toEqual([
      'Hej!',
      'language',
      'Language: en',
      'feedback',
      'Tack för tummen ner',
    ])
    expect(stream.activities[1]?.channelData).toMatchObject({ clientActivityID: 'l' })
    expect(stream.activities[3]?.channelData).not.toHaveProperty('clientActivityID')
    stream.socket.close()
  })

  it("understands the official client's thumbs by the activity they name", async () => {
    const { talk, stream } = await beginListening(server)
    await post(server, talk, message('en källa', 'm1'))
    await stream.until(3)
    const answer = stream.activities[2]
    const [like] = answer!.entities![0]!['potentialAction'] as readonly Record<string, string>[]
    expect(like?.['@id']).toBe(`like:${answer?.id}`)
    const judged = await post(server, talk, {
      type: 'event',
      name: 'webchat:activity-status/feedback',
      entities: [{ ...like, '@type': 'LikeAction' }],
    })
    await stream.until(5)
    expect(judged.status).toBe(200)
    expect(stream.activities[3]?.value).toMatchObject({ replyId: 'm1/1', helpful: true })
    stream.socket.close()
  })

  it('refuses thumbs for an activity that is no reply of the conversation', async () => {
    const talk = await begin(server)
    const thumb = (id: string) => ({
      type: 'event',
      name: 'webchat:activity-status/feedback',
      entities: [{ '@type': 'LikeAction', '@id': `like:${id}` }],
    })
    for (const id of [`${talk.id}|0000001`, `${talk.id}|0009999`, 'web:other|0000002', 'x'])
      expect((await post(server, talk, thumb(id))).status).toBe(400)
  })

  it('refuses a judgement on a reply that was never given, and keeps nothing of it', async () => {
    const { talk, stream } = await beginListening(server)
    await post(server, talk, message('hej', 'm1'))
    await stream.until(3)
    const before = await server.store.lastSequence(talk.id as never)
    for (const replyId of ['m1/2', 'm1', 'm2/1', '/1', '__proto__/1']) {
      const value = { replyId, helpful: true }
      expect((await post(server, talk, { type: 'event', name: 'feedback', value })).status).toBe(400)
    }
    expect(await server.store.lastSequence(talk.id as never)).toBe(before)
    stream.socket.close()
  })

  it('answers "is typing" with 200 and keeps nothing', async () => {
    const talk = await begin(server)
    expect((await post(server, talk, { type: 'typing' })).status).toBe(200)
    expect(await server.store.lastSequence(talk.id as never)).toBeLessThanOrEqual(2)
  })

  it('hands the bot an activity of its own making', async () => {
    const { talk, stream } = await beginListening(server, { locale: 'en-GB' })
    await post(server, talk, {
      ...message('hej', 'forged'),
      from: { id: 'admin', role: 'bot' },
      channelId: 'msteams',
      conversation: { id: 'web:other' },
      deliveryMode: 'expectReplies',
      serviceUrl: 'http://evil.example',
      recipient: { id: 'x' },
      entities: [{ type: 'ClientCapabilities' }],
      channelData: { clientActivityID: 'forged', secret: 'x', dygnet: { replyId: 'a' } },
      locale: 'en-GB',
    })
    await stream.until(3)
    const own = server.bot.activities.filter((each) => each.conversation.id === talk.id)
    expect(own.map(({ type }) => type)).toEqual(['conversationUpdate', 'message'])
    expect(own[1]).toEqual({
      type: 'message',
      id: `${talk.id}|0000003`,
      text: 'hej',
      textFormat: 'plain',
      timestamp: expect.any(Date) as Date,
      channelId: 'directline',
      serviceUrl: 'urn:dygnet:web-chat',
      conversation: { id: talk.id },
      from: { id: expect.stringMatching(/^dl_/) as string, name: '', role: 'user' },
      recipient: { id: 'dygnet', name: 'Storstad', role: 'bot' },
      locale: 'en',
      channelData: {},
    })
    expect(own[0]).toMatchObject({ locale: 'en', membersAdded: [{ id: 'dygnet' }, { id: own[1]?.from.id }] })
    stream.socket.close()
  })

  it("takes the browser's language when the page names none", async () => {
    const made = await call(server, 'POST', `${room}/tokens/generate`)
    await call(server, 'POST', `${room}/conversations`, {
      token: made.body.token,
      headers: { 'accept-language': 'fr-FR, en;q=0.5, sv;q=0.8' },
    })
    const [arrival] = await server.store.linesAfter(made.body.conversationId as never, 0, 1)
    expect(arrival).toMatchObject({ message: { language: 'sv', content: { kind: 'arrival' } } })
  })

  it('gives the transcript as readable text', async () => {
    const { talk, stream } = await beginListening(server)
    await post(server, talk, message('en källa, åäö', 'm1'))
    await stream.until(3)
    const { status, headers, text } = await call(server, 'GET', inRoom(talk, '/transcript'), {
      token: talk.token,
    })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toMatch(
      /^Ditt samtal med Storstad\r\n\r\n\d{4}-\d\d-\d\d \d\d:\d\d {2}Storstad:\r\nHej!\r\n\r\n.* {2}Du:\r\nen källa, åäö\r\n/,
    )
    stream.socket.close()
  })

  it('stays when the law holds it, and the resident is told so in the language of the conversation', async () => {
    const { talk, stream } = await beginListening(server)
    await stream.until(1)
    const { token } = talk
    const held = { kind: 'conversation', conversationId: toConversationId(talk.id) } as const
    await server.store.placeLegalHold({ held, reason: 'r', by: 'b', at: '2026-11-24T01:30:00.000Z' })
    const refused = await call(server, 'DELETE', inRoom(talk), { token })
    expect(refused).toMatchObject({ status: 423, body: { error: { said: 'sv: held' } } })
    expect((await poll(server, talk, '0')).status).toBe(200)
    await server.store.liftLegalHold(held)
    const part = { kind: 'record', collection: 'case', id: 'F-2026-000001' } as const
    await server.store.putRecord({ ...part, value: 1, conversationId: held.conversationId })
    await server.store.placeLegalHold({ held: part, reason: 'r', by: 'b', at: '2026-11-24T01:30:00.000Z' })
    const erased = await call(server, 'DELETE', inRoom(talk), { token })
    expect(erased).toMatchObject({ status: 200, text: 'sv: erased F-2026-000001' })
    expect(await server.store.record('case', part.id)).toBeDefined()
    expect((await poll(server, talk, '0')).status).toBe(404)
    await stream.closed
  })

  it('leaves its cases and the calls that wait when it is erased, and the resident is told which', async () => {
    const { talk, stream } = await beginListening(server)
    await stream.until(1)
    const conversationId = toConversationId(talk.id)
    const at = '2026-11-24T15:30:00.000Z'
    const ofWhom = { department: 'kontaktcenter', conversation: talk.id, facts: {} }
    const callBack = { code: 'R-00007', at, promisedBy: at, ...ofWhom }
    const records = [
      { collection: 'case', id: 'F-2026-000007', value: 1 },
      { collection: 'case', id: 'F-2026-000007/event/a', value: 1 },
      { collection: 'call-back', id: 'R-00007', value: callBack },
      { collection: 'feedback', id: 'f-7', value: 1 },
    ] as const
    for (const record of records) await server.store.putRecord({ ...record, conversationId })
    const erased = await call(server, 'DELETE', inRoom(talk), { token: talk.token })
    expect(erased).toMatchObject({ status: 200, text: 'sv: erased F-2026-000007 R-00007' })
    const left = await server.store.recordsOf(conversationId)
    expect(left.map(({ id }) => id).sort()).toEqual(['F-2026-000007', 'F-2026-000007/event/a', 'R-00007'])
    await stream.closed
  })

  it('is gone after it was erased: socket closed, every call 404, and the token begins no new one', async () => {
    const { talk, stream } = await beginListening(server)
    await stream.until(1)
    const { token } = talk
    const erased = await call(server, 'DELETE', inRoom(talk), { token })
    expect(erased.status).toBe(204)
    expect(await stream.closed).toBe(1000)
    const later = [
      await poll(server, talk, '2'),
      await post(server, talk, message('hej?')),
      await call(server, 'GET', inRoom(talk, '?watermark=2'), { token }),
      await call(server, 'GET', inRoom(talk, '/transcript'), { token }),
      await call(server, 'DELETE', inRoom(talk), { token }),
      await call(server, 'POST', `${room}/tokens/refresh`, { token }),
      await call(server, 'POST', `${room}/conversations`, { token, body: {} }),
    ]
    expect(later.map(({ status }) => status)).toEqual(later.map(() => 404))
    expect(await server.store.lastSequence(talk.id as never)).toBe(0)
  })

  it('renews a token', async () => {
    const talk = await begin(server)
    const renewed = await call(server, 'POST', `${room}/tokens/refresh`, { token: talk.token })
    expect(renewed.body).toMatchObject({ conversationId: talk.id, expires_in: 1800 })
    expect((await poll(server, { ...talk, token: renewed.body.token })).status).toBe(200)
    const session = await call(server, 'GET', `${room}/session/getsessionid`, { token: renewed.body.token })
    expect(session.body.sessionId).toMatch(/^dl_/)
  })

  it('tells what the page needs to know of the city', async () => {
    const config = await call(server, 'GET', '/web-chat/config', { headers: { origin: allowedOrigin } })
    expect(config.body).toEqual({
      city: 'Storstad',
      phone: '0123-45 67 89',
      languages: ['sv', 'en'],
      maxTextLength: 1000,
      maxFileBytes: 1_000_000,
    })
    expect(config.headers.get('access-control-allow-origin')).toBe(allowedOrigin)
  })
})

describe('behind a proxy', () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chatt.example.se' }
  const startWith = async ({ url }: TestServer, headers: Record<string, string>) => {
    const { body } = await call({ url }, 'POST', `${room}/tokens/generate`)
    return call({ url }, 'POST', `${room}/conversations`, { token: body.token, headers })
  }

  it('sockets are opened where the resident called, when the proxy is trusted', async () => {
    const proxied = await startTestServer({ trustProxy: 1 })
    const { body } = await startWith(proxied, { ...forwarded, origin: 'https://chatt.example.se' })
    expect(body.streamUrl).toMatch(/^wss:\/\/chatt\.example\.se\/v3\/directline\/conversations\//)
    const path = body.streamUrl.replace('wss://chatt.example.se', proxied.url.replace('http', 'ws'))
    const stream = await openSocket(path, { origin: 'https://chatt.example.se' })
    await stream.until(1)
    stream.socket.close()
    await proxied.stop()
  })

  it('headers of a proxy nobody trusts change nothing', async () => {
    const { body } = await startWith(server, forwarded)
    expect(body.streamUrl.startsWith(`ws://127.0.0.1:${server.port}/`)).toBe(true)
    expect((await startWith(server, { ...forwarded, origin: 'https://chatt.example.se' })).status).toBe(403)
  })

  it('the public address goes before everything else', async () => {
    const proxied = await startTestServer({ options: { publicUrl: 'https://www.example.org/chatt' } })
    const { status, body } = await startWith(proxied, { origin: 'https://www.example.org' })
    expect(status).toBe(201)
    expect(body.streamUrl.startsWith('wss://www.example.org/chatt/v3/directline/')).toBe(true)
    await proxied.stop()
  })
})

describe('the transcript', () => {
  it('is in English when that is what is spoken there, with sources and without what only machines read', async () => {
    const { talk, stream } = await beginListening(server)
    await post(server, talk, { type: 'event', name: 'language', value: 'en' })
    await post(server, talk, message('en källa', 'm1'))
    await stream.until(5)
    const feedback = { type: 'event', name: 'feedback', value: { replyId: 'm1/1', helpful: true } }
    await post(server, talk, { ...feedback, locale: 'en' })
    await stream.until(7)
    const { text } = await call(server, 'GET', inRoom(talk, '/transcript'), {
      token: talk.token,
      headers: { 'accept-language': 'sv' },
    })
    expect(text.split('\r\n').filter((line) => line !== '' && !/^\d{4}-/.test(line))).toEqual([
      'Your conversation with Storstad',
      'Hej!',
      '[You chose the language: en]',
      'Language: en',
      'en källa',
      'Du skrev: en källa',
      'Source: Öppettider, https://example.se/oppettider',
      '[You found the answer helpful]',
      'Tack för tummen upp',
    ])
    stream.socket.close()
  })
})
