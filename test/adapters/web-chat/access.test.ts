// Who is let in: tokens, origins, rate limits, and hostile input of every kind that a public door sees.
import { createHmac } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { SignJWT, type JWTPayload } from 'jose'
import {
  begin,
  beginListening,
  call,
  inRoom,
  poll,
  post,
  room,
  type Talk,
} from '../../support/direct-line-client'
import { createOutage } from '../../support/flaky-store'
import { allowedOrigin, noLimit, startTestServer, type TestServer } from '../../support/web-chat-server'
import { DygnetError } from '../../../bot/contracts/basics/errors'
import { toConversationId } from '../../../bot/contracts/talk/ids'

const clock = { ms: Date.parse('2026-11-24T02:30:00Z'), now: () => new Date(clock.ms) }
const outage = createOutage()
let server: TestServer
let talk: Talk
beforeAll(async () => {
  server = await startTestServer({ clock, wrapStore: outage.wrapStore })
})
beforeEach(async () => {
  talk = (await beginListening(server).then(({ talk: begun, stream }) => (stream.socket.close(), { begun })))
    .begun
})
afterAll(() => server.stop())

const officialClient = { 'x-ms-bot-agent': 'DirectLine/3.0 (directlinejs 0.15.8)' }
const hello = { type: 'message', text: 'hej' }
const refusing = { take: () => Promise.resolve({ allowed: false, retryAfterMs: 5_000 } as const) }
const lineCount = (): Promise<number> => server.store.lastSequence(toConversationId(talk.id))
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const claims = (): JWTPayload => ({
  user: 'dl_x',
  conv: talk.id,
  aud: 'direct-line',
  exp: clock.ms / 1_000 + 600,
})
const without = (claim: string): JWTPayload =>
  Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== claim))
const sharedSecret = async () => new TextEncoder().encode(await server.store.keepOnce('web-chat-secret', 'x'))

describe('a token', () => {
  const everyCall = (): readonly (readonly [string, string])[] => [
    ['POST', inRoom(talk, '/activities')],
    ['GET', inRoom(talk, '/activities?watermark=0')],
    ['GET', inRoom(talk, '?watermark=0')],
    ['GET', inRoom(talk, '/transcript')],
    ['POST', inRoom(talk, '/upload?userId=x')],
    ['DELETE', inRoom(talk)],
    ['POST', `${room}/tokens/refresh`],
    ['POST', `${room}/conversations`],
    ['GET', `${room}/session/getsessionid`],
  ]
  const sendEach = (token: string | undefined) =>
    Promise.all(
      everyCall().map(([method, path]) =>
        call(server, method, path, { token, ...(method === 'POST' ? { body: hello } : {}) }),
      ),
    )

  it.each([
    ['missing', () => undefined],
    ['nonsense', () => 'nonsense'],
    ['unsigned, alg none', () => `${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`],
    [
      'signed with another key',
      () => new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32)),
    ],
    [
      'signed with the right key in another way',
      async () => new SignJWT(claims()).setProtectedHeader({ alg: 'HS512' }).sign(await sharedSecret()),
    ],
    [
      'for another purpose',
      async () =>
        new SignJWT({ ...claims(), aud: 'stream' })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(await sharedSecret()),
    ],
    [
      'without an end',
      async () => new SignJWT(without('exp')).setProtectedHeader({ alg: 'HS256' }).sign(await sharedSecret()),
    ],
    [
      'without a conversation',
      async () =>
        new SignJWT(without('conv')).setProtectedHeader({ alg: 'HS256' }).sign(await sharedSecret()),
    ],
  ])('that is %s opens nothing', async (_name, make) => {
    const answers = await sendEach(await make())
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    expect(new Set(answers.map(({ body }) => body.error.code))).toEqual(new Set(['BadToken']))
    expect(await lineCount()).toBe(2)
  })

  it('with one changed letter in its content opens nothing', async () => {
    const [head = '', , signature = ''] = talk.token.split('.')
    const forged = `${head}.${part({ ...claims(), user: 'dl_someone_else' })}.${signature}`
    expect((await poll(server, { ...talk, token: forged })).status).toBe(403)
    // The same bytes, signed by hand with the shared secret, would have been let in: the signature is what decides.
    const signed = createHmac('sha256', await sharedSecret()).update(forged.split('.').slice(0, 2).join('.'))
    const real = [...forged.split('.').slice(0, 2), signed.digest('base64url')].join('.')
    expect((await poll(server, { ...talk, token: real })).status).toBe(200)
  })

  it('that is past its half hour opens nothing but the two ways back into its conversation', async () => {
    const { token } = talk
    clock.ms += 1_800_000 - 1_000
    expect((await poll(server, { ...talk, token })).status).toBe(200)
    clock.ms += 2_000
    const ways = [inRoom(talk, '?watermark=0'), `${room}/tokens/refresh`]
    const answers = await sendEach(token)
    expect(answers.map(({ status }) => status)).toEqual(
      everyCall().map(([, path]) => (ways.includes(path) ? 200 : 403)),
    )
    const refusals = answers.filter(({ status }) => status === 403)
    expect(new Set(refusals.map(({ body }) => body.error.code))).toEqual(new Set(['TokenExpired']))
    const [, , back, , , , renewed] = answers
    for (const fresh of [back!.body, renewed!.body]) {
      expect([fresh.conversationId, fresh.expires_in]).toEqual([talk.id, 1_800])
      expect((await post(server, { ...talk, token: fresh.token }, hello)).status).toBe(200)
    }
  })

  it('that has been expired for a day opens nothing at all', async () => {
    const { token } = talk
    clock.ms += 1_800_000 + 86_400_000 - 1_000
    expect((await call(server, 'POST', `${room}/tokens/refresh`, { token })).status).toBe(200)
    clock.ms += 2_000
    const answers = await sendEach(token)
    expect(answers.map(({ status, body }) => [status, body.error.code])).toEqual(
      answers.map(() => [403, 'TokenExpired']),
    )
  })

  it('that is late is still bound to its conversation, and to its being there', async () => {
    const other = await begin(server)
    const { token } = talk
    clock.ms += 1_801_000
    expect((await call(server, 'GET', inRoom(other, '?watermark=0'), { token })).status).toBe(403)
    const renewed = await call(server, 'POST', `${room}/tokens/refresh`, { token })
    await call(server, 'DELETE', inRoom(talk), { token: renewed.body.token })
    expect((await call(server, 'POST', `${room}/tokens/refresh`, { token })).status).toBe(404)
    expect((await call(server, 'GET', inRoom(talk, '?watermark=0'), { token })).status).toBe(404)
  })

  it('of another conversation opens its own one only', async () => {
    const other = await begin(server)
    for (const [method, path] of everyCall().slice(0, 6)) {
      const answer = await call(server, method, path, {
        token: other.token,
        ...(method === 'POST' ? { body: hello } : {}),
      })
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect(await lineCount()).toBe(2)
  })

  it('of a conversation that has not begun finds none', async () => {
    const { body } = await call(server, 'POST', `${room}/tokens/generate`)
    const early = { id: body.conversationId, token: body.token, streamUrl: '' }
    expect((await post(server, early, hello)).status).toBe(404)
    expect((await poll(server, early)).status).toBe(404)
    expect(await server.store.lastSequence(toConversationId(early.id))).toBe(0)
  })
})

describe('a page of another site', () => {
  const from = (origin: string) => ({ headers: { origin } })

  it('that may carry the chat is told so, also before it asks', async () => {
    const made = await call(server, 'POST', `${room}/tokens/generate`, { body: {}, ...from(allowedOrigin) })
    expect([made.status, made.headers.get('access-control-allow-origin')]).toEqual([200, allowedOrigin])
    const asked = await call(server, 'OPTIONS', inRoom(talk, '/activities'), {
      headers: {
        origin: allowedOrigin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    })
    expect(asked.status).toBe(204)
    expect(Object.fromEntries(asked.headers)).toMatchObject({
      'access-control-allow-origin': allowedOrigin,
      'access-control-max-age': '86400',
      'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
      'access-control-allow-headers': expect.stringMatching(/Authorization.*x-ms-bot-agent/) as string,
      vary: 'Origin',
    })
  })

  it.each([
    'https://evil.example',
    'null',
    `${allowedOrigin}.evil.example`,
    allowedOrigin.replace('https', 'http'),
    'http://127.0.0.1',
  ])('such as %s gets no token, no conversation and no word of CORS', async (origin) => {
    const made = await call(server, 'POST', `${room}/tokens/generate`, { body: {}, ...from(origin) })
    const started = await call(server, 'POST', `${room}/conversations`, {
      token: talk.token,
      ...from(origin),
    })
    for (const answer of [made, started]) {
      expect([answer.status, answer.body.error.code]).toEqual([403, 'OriginNotAllowed'])
      expect(answer.headers.has('access-control-allow-origin')).toBe(false)
    }
  })

  it('of the same host is our own', async () => {
    expect((await call(server, 'POST', `${room}/tokens/generate`, from(server.url))).status).toBe(200)
  })
})

describe('a body', () => {
  const send = (raw: string | Uint8Array, headers: Record<string, string> = {}) =>
    call(server, 'POST', inRoom(talk, '/activities'), { token: talk.token, raw, headers })

  it.each([
    ['that is no JSON', '{"type":', 400],
    ['that is empty', '', 400],
    ['that is a list', '[]', 400],
    ['that is null', 'null', 400],
    ['without a type', '{"text":"hej"}', 400],
    ['of an unknown type', '{"type":"invoke"}', 400],
    ['of a type named like an inherited property', '{"type":"constructor"}', 400],
    ['of an event named like an inherited property', '{"type":"event","name":"__proto__"}', 400],
    ['with a text that is no text', '{"type":"message","text":{"a":1}}', 400],
    ['without anything said', '{"type":"message","text":"  \\n "}', 400],
    ['with a language that is none', '{"type":"event","name":"language","value":{"x":1}}', 400],
    ['with half a judgement', '{"type":"event","name":"feedback","value":{"replyId":"a"}}', 400],
    [
      'with thumbs for nothing',
      '{"type":"event","name":"webchat:activity-status/feedback","entities":[1,null,{}]}',
      400,
    ],
    ['with files', '{"type":"message","text":"se","attachments":[{"contentType":"image/png"}]}', 415],
    ['of more than 16 kB of text', JSON.stringify({ type: 'message', text: 'å'.repeat(8_193) }), 413],
    ['of more than 32 kB', JSON.stringify({ type: 'message', text: 'x', padding: 'x'.repeat(33_000) }), 413],
    ['nested very deeply', '['.repeat(15_000) + ']'.repeat(15_000), 400],
  ])('%s is refused with a reason and keeps the conversation as it was', async (_name, raw, status) => {
    const answer = await send(raw)
    expect(answer.status).toBe(status)
    expect(answer.body.error).toEqual({
      code: expect.any(String) as string,
      message: expect.any(String) as string,
    })
    expect(answer.text).not.toMatch(/\\n +at |node_modules/)
    expect(await lineCount()).toBe(2)
  })

  it('that is not UTF-8 is refused', async () => {
    const raw = Buffer.concat([
      Buffer.from('{"type":"message","text":"'),
      Buffer.from([0xff, 0xe5]),
      Buffer.from('"}'),
    ])
    expect((await send(raw)).status).toBe(400)
  })

  it('of another kind or compressed is refused', async () => {
    expect((await send('type=message', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(
      415,
    )
    expect((await send('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('of exactly 16 kB of text is taken', async () => {
    expect((await send(JSON.stringify({ type: 'message', text: 'å'.repeat(8_192) }))).status).toBe(200)
  })

  it('cannot reach into the prototypes of things', async () => {
    const raw =
      '{"type":"message","text":"hej","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},' +
      '"channelData":{"clientActivityID":"p1","__proto__":{"polluted":1}},"value":{"__proto__":{"name":"start","value":"x"}}}'
    expect((await send(raw)).status).toBe(200)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    const [kept] = await server.store.linesAfter(toConversationId(talk.id), 2, 1)
    expect(kept).toMatchObject({ message: { id: 'p1', content: { kind: 'text', text: 'hej' } } })
  })

  it.each([
    'arrival',
    'house/person/h1/claim/a1',
    '~minted',
    'x'.repeat(129),
    'två ord',
    '',
    'radbryt\n',
    42,
    { a: 1 },
  ])('with the client id %j gets an id of the server instead', async (clientActivityID) => {
    const answer = await post(server, talk, { ...hello, channelData: { clientActivityID } })
    expect(answer.status).toBe(200)
    const [kept] = await server.store.linesAfter(toConversationId(talk.id), 2, 1)
    expect(kept?.author === 'resident' && kept.message.id).toMatch(/^~[\da-f-]{36}$/)
  })

  it('that never ends is let go with its connection', async () => {
    const { port } = server
    const sent = httpRequest({
      port,
      method: 'POST',
      path: inRoom(talk, '/activities'),
      headers: {
        authorization: `Bearer ${talk.token}`,
        'content-type': 'application/json',
        'content-length': '1000',
      },
    })
    sent.on('error', () => undefined)
    sent.write('{"type"')
    sent.destroy()
    expect((await post(server, talk, hello)).status).toBe(200)
  })
})

describe('an upload', () => {
  it('that goes on and on is cut off', async () => {
    const body = new Blob([Buffer.alloc(12 * 1_024 * 1_024)])
    const sending = fetch(server.url + inRoom(talk, '/upload'), {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}` },
      body,
    })
    await expect(sending).rejects.toThrow()
    expect((await post(server, talk, hello)).status).toBe(200)
  })
})

describe('an address', () => {
  it.each([
    ['GET', `${room}/nothing`],
    ['PUT', `${room}/conversations`],
    ['GET', `${room}/conversations/%zz/activities`],
    ['GET', `${room}/conversations/a/b/c`],
  ])('that is not ours (%s %s) is answered in JSON', async (method, path) => {
    const answer = await call(server, method, path, { token: talk.token })
    expect([answer.status, answer.body.error.code]).toEqual([404, 'NotFound'])
  })

  it.each(['1e3', '-1', '0x10', '99999999999999999999', 'NaN', '%00', '1&watermark=2'])(
    'with the watermark %s is read as far as it makes sense',
    async (watermark) => {
      const answer = await poll(server, talk, watermark)
      expect(answer.status).toBe(200)
      expect(answer.body.watermark).toBe('2')
      expect(answer.body.activities).toHaveLength(1)
    },
  )

  it('beyond the last line waits at the last line', async () => {
    expect((await poll(server, talk, '999')).body).toEqual({ activities: [], watermark: '2' })
  })
})

describe('a store that is away', () => {
  afterEach(() => {
    outage.end()
  })

  it('makes polls say "nothing new", with the watermark they came with', async () => {
    void outage.begin('lastSequence', 'linesAfter')
    expect((await poll(server, talk, '1')).body).toEqual({ activities: [], watermark: '1' })
    expect((await poll(server, talk)).status).toBe(200)
    expect(server.logger.lines.at(-1)?.level).toBe('warn')
  })

  it('makes the widget wait and the official client fail at once, and loses no earlier message', async () => {
    void outage.begin('accept')
    const own = await post(server, talk, hello)
    const official = await post(server, talk, hello, officialClient)
    expect([own.status, own.headers.get('retry-after')]).toEqual([503, '5'])
    expect([official.status, official.body.error.code]).toEqual([409, 'TryAgain'])
    outage.end()
    expect(await lineCount()).toBe(2)
  })

  it.each([
    ['the widget', {}, 503, 'ServiceUnavailable'],
    ['the official client, which tries again after nothing else', officialClient, 429, 'TooManyRequests'],
  ])('makes starts and returns wait: %s', async (_who, headers, status, code) => {
    void outage.begin('lastSequence')
    const answers = [
      await call(server, 'POST', `${room}/conversations`, { token: talk.token, body: {}, headers }),
      await call(server, 'GET', inRoom(talk, '?watermark=1'), { token: talk.token, headers }),
    ]
    for (const { body, ...answer } of answers) {
      expect([answer.status, body.error.code, answer.headers.get('retry-after')]).toEqual([status, code, '5'])
      expect(body.error.message).toBe('The conversation cannot be reached just now.')
    }
    const cause: unknown = expect.objectContaining({ code: 'store-unavailable' })
    expect(server.logger.lines.slice(-2).map(({ facts }) => facts)).toEqual([{ err: cause }, { err: cause }])
  })

  it('makes other calls say so, and they work afterwards', async () => {
    void outage.begin('erase', 'linesAfter')
    const answers = [
      await call(server, 'GET', inRoom(talk, '/transcript'), { token: talk.token }),
      await call(server, 'DELETE', inRoom(talk), { token: talk.token }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([503, 503])
    outage.end()
    expect((await call(server, 'DELETE', inRoom(talk), { token: talk.token })).status).toBe(204)
  })
})

describe('a cry for help', () => {
  afterEach(() => {
    outage.end()
  })
  const cry = { type: 'message', text: 'hjälp det brinner i köket' }

  it.each([
    ['the store cannot keep it', ['accept']],
    ['the store answers nothing at all', ['accept', 'lastSequence', 'linesAfter', 'load']],
  ] as const)('is answered in the refusal itself when %s', async (_when, calls) => {
    void outage.begin(...calls)
    const own = await post(server, talk, cry)
    const official = await post(server, talk, cry, officialClient)
    expect([own.status, official.status]).toEqual([503, 409])
    for (const { body } of [own, official])
      expect(body).toMatchObject({
        advice: { type: 'message', locale: 'sv', text: expect.stringContaining('112') as string },
      })
  })

  it.each([
    ['a list that is none', new DygnetError('store-corrupt', 'a test spoilt it')],
    ['an error of no name', new Error('secret place')],
  ])('is answered when what the store says is %s, and the log has it', async (_what, error) => {
    outage.failWith(error, 'accept')
    const { status, body, text } = await post(server, talk, cry)
    expect([status, body.advice?.locale, body.error.code]).toEqual([500, 'sv', 'InternalError'])
    expect(text).not.toContain('secret')
    const reference = /Reference: ([\da-f-]{36})$/.exec(body.error.message)?.[1]
    expect(server.logger.lines.at(-1)).toMatchObject({ level: 'error', facts: { reference, err: error } })
  })

  it('is answered by a server that has not read its secret before the store went down', async () => {
    const young = await startTestServer({ wrapStore: outage.wrapStore })
    void outage.begin('keepOnce')
    const { status, body } = await post(young, talk, cry)
    expect([status, body.advice?.locale]).toEqual([503, 'sv'])
    await young.stop()
  })

  it('is answered when its resident writes too often', async () => {
    const strict = await startTestServer({
      clock,
      options: {
        limits: { conversation: refusing, address: noLimit, addressPosts: noLimit },
      },
    })
    const { talk: hurried } = await beginListening(strict)
    const [refused, calm] = [await post(strict, hurried, cry), await post(strict, hurried, hello)]
    expect([refused.status, refused.body.advice?.locale]).toEqual([429, 'sv'])
    expect([calm.status, calm.body.advice]).toEqual([429, undefined])
    await strict.stop()
  })

  it('is answered without a token or a store, and nothing is kept, where it waits behind something else', async () => {
    void outage.begin('accept', 'lastSequence', 'linesAfter', 'load', 'keepOnce')
    const before = server.logger.lines.length
    const ask = (body: unknown) => call(server, 'POST', '/web-chat/advice', { body })
    const { status, body } = await ask({ text: cry.text })
    expect([status, body]).toEqual([
      200,
      {
        advice: expect.objectContaining({
          locale: 'sv',
          text: expect.stringContaining('112') as string,
        }) as object,
      },
    ])
    for (const calm of [hello, {}, undefined, { text: 7 }, { text: `${'hej '.repeat(500)}${cry.text}` }])
      expect((await ask(calm)).text).toBe('{}')
    expect(server.logger.lines).toHaveLength(before)
  })

  it('is looked for in no more of a text than a resident can write, and not without end for one address', async () => {
    const asked: string[] = []
    let left = 2
    const advice = {
      take: () => Promise.resolve(left-- > 0 ? allowed : { allowed: false as const, retryAfterMs: 1_500 }),
    }
    const allowed = { allowed: true as const }
    const strict = await startTestServer({
      clock,
      options: {
        limits: { conversation: refusing, address: refusing, addressPosts: refusing, advice },
        advise: (text) => void asked.push(text),
      },
    })
    const ask = (text: string) => call(strict, 'POST', '/web-chat/advice', { body: { text } })
    const answers = [await ask('a'.repeat(9_000)), await ask('👋'.repeat(3_000)), await ask('hej')]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers[2]!.headers.get('retry-after')).toBe('2')
    expect(asked).toEqual(['a'.repeat(1_000), '👋'.repeat(1_000)])
    await strict.stop()
  })

  it('is looked for in refusals too in no more than a resident can write, and not without end', async () => {
    const asked: string[] = []
    let left = 2
    const advice = {
      take: () => Promise.resolve(left-- > 0 ? allowed : { allowed: false as const, retryAfterMs: 1_500 }),
    }
    const allowed = { allowed: true as const }
    const strict = await startTestServer({
      options: {
        limits: { conversation: refusing, address: noLimit, addressPosts: noLimit, advice },
        advise: (text) => void asked.push(text),
      },
    })
    const own = await begin(strict)
    for (const text of ['a'.repeat(9_000), 'hej', 'hej igen'])
      expect((await post(strict, own, { type: 'message', text })).status).toBe(429)
    expect(asked).toEqual(['a'.repeat(1_000), 'hej'])
    await strict.stop()
  })

  it('brings no advice into the refusal of anything else', async () => {
    void outage.begin('accept')
    expect((await post(server, talk, hello)).body).toEqual({
      error: { code: 'ServiceUnavailable', message: expect.any(String) as string },
    })
  })
})

describe('a fault of ours', () => {
  it('is answered with a reference that the log has too, and with nothing of what went wrong', async () => {
    const city = () => {
      throw new Error('secret place')
    }
    const broken = await startTestServer({ options: { city } })
    const answer = await call(broken, 'GET', '/web-chat/config')
    expect([answer.status, answer.body.error.code]).toEqual([500, 'InternalError'])
    expect(answer.text).not.toContain('secret')
    const reference = /Reference: ([\da-f-]{36})$/.exec(answer.body.error.message)?.[1]
    expect(broken.logger.lines).toMatchObject([{ level: 'error', facts: { reference } }])
    await broken.stop()
  })
})

describe('too much at once', () => {
  const refusing = { take: () => Promise.resolve({ allowed: false, retryAfterMs: 7_200 } as const) }
  const keys: string[] = []
  const watching = {
    take(key: string) {
      keys.push(key)
      return Promise.resolve({ allowed: true } as const)
    },
  }

  it('from one address makes tokens and starts wait', async () => {
    const busy = await startTestServer({
      options: { limits: { conversation: watching, address: refusing, addressPosts: watching } },
    })
    const made = await call(busy, 'POST', `${room}/tokens/generate`)
    const started = await call(busy, 'POST', `${room}/conversations`, { token: talk.token })
    expect([made.status, started.status]).toEqual([429, 429])
    expect(made.headers.get('retry-after')).toBe('8')
    await busy.stop()
  })

  it('in one conversation makes posts wait: the widget by 429, the official client by 409', async () => {
    const busy = await startTestServer({
      options: { limits: { conversation: refusing, address: watching, addressPosts: watching } },
    })
    const own = await begin(busy)
    const answers = [await post(busy, own, hello), await post(busy, own, hello, { 'x-ms-bot-agent': 'x' })]
    expect(answers.map(({ status }) => status)).toEqual([429, 409])
    expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(['8', '8'])
    expect((await poll(busy, own)).status).toBe(200)
    await busy.stop()
  })

  it('from one address makes posts wait, whatever conversations they are in: 429, and 409', async () => {
    const left = new Map<string, number>()
    const addressPosts = {
      take(key: string) {
        left.set(key, (left.get(key) ?? 2) - 1)
        return Promise.resolve(
          left.get(key)! >= 0
            ? ({ allowed: true } as const)
            : ({ allowed: false, retryAfterMs: 7_200 } as const),
        )
      },
    }
    const limits = { conversation: noLimit, address: noLimit, addressPosts }
    const busy = await startTestServer({ options: { limits }, trustProxy: 1 })
    const from = (address: string, headers = {}) => ({ 'x-forwarded-for': address, ...headers })
    const [one, two] = [await begin(busy), await begin(busy)]
    const answers = [
      await post(busy, one, hello, from('192.0.2.1')),
      await post(busy, two, hello, from('192.0.2.1')),
      await post(busy, two, hello, from('192.0.2.1')),
      await post(busy, one, hello, from('192.0.2.1', officialClient)),
      await post(busy, two, hello, from('192.0.2.2')),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 409, 200])
    expect(answers[2]!.headers.get('retry-after')).toBe('8')
    await busy.stop()
  })

  it('of one conversation takes nothing from the others of its address', async () => {
    keys.length = 0
    const limits = { conversation: refusing, address: noLimit, addressPosts: watching }
    const busy = await startTestServer({ options: { limits } })
    expect((await post(busy, await begin(busy), hello)).status).toBe(429)
    expect(keys).toEqual([])
    await busy.stop()
  })

  it('of one conversation makes returns, renewals and downloads wait', async () => {
    const busy = await startTestServer({
      options: { limits: { conversation: refusing, address: watching, addressPosts: watching } },
    })
    const own = await begin(busy)
    const { token } = own
    const answers = [
      await call(busy, 'GET', inRoom(own, '?watermark=1'), { token }),
      await call(busy, 'POST', `${room}/tokens/refresh`, { token }),
      await call(busy, 'GET', inRoom(own, '/transcript'), { token }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([429, 429, 429])
    expect(answers.map(({ headers }) => headers.get('retry-after'))).toEqual(['8', '8', '8'])
    await busy.stop()
  })

  it('counts addresses and conversations without keeping them', async () => {
    keys.length = 0
    const open = await startTestServer({
      options: { limits: { conversation: watching, address: watching, addressPosts: watching } },
    })
    const own = await begin(open)
    await post(open, own, hello)
    expect(keys).toEqual([
      expect.stringMatching(/^generate:[\w-]{22}$/),
      expect.stringMatching(/^start:[\w-]{22}$/),
      expect.stringMatching(/^post:[\w-]{22}$/),
      expect.stringMatching(/^[\w-]{22}$/),
    ])
    expect(keys.join()).not.toContain('127.0.0.1')
    expect(keys.join()).not.toContain(own.id)
    await open.stop()
  })

  it('from one address runs a share of the turns, and the others find room', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const options = { run: () => held, bounds: { runningTurnsPerAddress: 2 } }
    const busy = await startTestServer({ options, trustProxy: 1 })
    const talks = [await begin(busy), await begin(busy)]
    const from = (address: string) => ({ 'x-forwarded-for': address })
    // The two arrivals came from 127.0.0.1.
    expect((await post(busy, talks[0]!, hello)).status).toBe(429)
    const crowd = await Promise.all(
      Array.from({ length: 10 }, () => post(busy, talks[0]!, hello, from('192.0.2.1'))),
    )
    expect(crowd.filter(({ status }) => status === 200)).toHaveLength(2)
    expect(crowd.filter(({ status }) => status === 429)).toHaveLength(8)
    expect((await post(busy, talks[1]!, hello, from('192.0.2.2'))).status).toBe(200)
    release()
    await busy.stop()
  })

  it('in the whole process makes new messages wait and keeps serving the rest', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const busy = await startTestServer({ options: { run: () => held, bounds: { runningTurns: 2 } } })
    const [first, second] = [await begin(busy), await begin(busy)]
    expect((await post(busy, first, hello)).status).toBe(429)
    const third = await call(busy, 'POST', `${room}/tokens/generate`)
    expect((await call(busy, 'POST', `${room}/conversations`, { token: third.body.token })).status).toBe(429)
    expect((await poll(busy, second)).status).toBe(200)
    release()
    await busy.stop()
  })
})
