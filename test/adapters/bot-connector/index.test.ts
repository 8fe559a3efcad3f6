// The door for Azure Bot Service, with real signed tokens from a key server on this machine.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload, type KeyLike } from 'jose'
import type { Activity } from 'botframework-schema'
import { createBotConnector, type BotConnectorOptions } from '../../../adapters/bot-connector'
import { createMemoryLogger } from '../../support/web-chat-server'

const appId = '11111111-2222-3333-4444-555555555555'
const issuer = 'https://api.botframework.com'
const serviceUrl = 'https://smba.trafficmanager.net/emea/'
const activity = {
  type: 'message',
  id: 'a1',
  timestamp: '2026-11-24T02:30:00.000Z',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'c1' },
  from: { id: 'u1', name: 'Någon' },
  recipient: { id: 'b1' },
  text: 'hej',
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })

let privateKey: KeyLike
let keyServer: Server
let keyUrl: string
const servers: Server[] = []
const seen: Activity[] = []

beforeAll(async () => {
  const pair = await generateKeyPair('RS256')
  privateKey = pair.privateKey
  const jwk = {
    ...(await exportJWK(pair.publicKey)),
    kid: 'k1',
    alg: 'RS256',
    use: 'sig',
    endorsements: ['msteams'],
  }
  keyServer = createServer((request, response) => {
    const keys = { keys: [jwk] }
    const metadata = { issuer, jwks_uri: `${keyUrl}/keys`, id_token_signing_alg_values_supported: ['RS256'] }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(request.url === '/keys' ? keys : metadata))
  })
  keyUrl = await listen(keyServer)
})
afterAll(() => {
  keyServer.close()
  keyServer.closeAllConnections()
})
beforeEach(() => {
  seen.length = 0
})
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const cloud = () => ({
  ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
  ToChannelFromBotOAuthScope: issuer,
  ToBotFromChannelTokenIssuer: issuer,
  OAuthUrl: issuer,
  ToBotFromChannelOpenIdMetadataUrl: `${keyUrl}/metadata`,
  ToBotFromEmulatorOpenIdMetadataUrl: `${keyUrl}/emulator`,
  CallerId: 'urn:botframework:azure',
})

async function serve(options: Partial<BotConnectorOptions> = {}) {
  const logger = createMemoryLogger()
  const router = await createBotConnector({
    appId,
    appPassword: 'secret-password',
    cloud: cloud(),
    run: (context) => {
      seen.push({ ...context.activity })
      return Promise.resolve()
    },
    logger,
    ...options,
  })
  const server = createServer(express().use(router))
  servers.push(server)
  return { url: await listen(server), logger }
}

const sign = (claims: JWTPayload = {}, key = privateKey): Promise<string> =>
  new SignJWT({ serviceurl: serviceUrl, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ: 'JWT' })
    .setIssuer(claims.iss ?? issuer)
    .setAudience(claims.aud ?? appId)
    .setIssuedAt()
    .setExpirationTime(claims.exp ?? '5m')
    .sign(key)

async function post(url: string, body: unknown, token?: string) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}

describe('a signed activity of an allowed channel', () => {
  it('reaches the bot with dates as dates, and is answered when the turn is over', async () => {
    const { url } = await serve()
    expect(await post(url, activity, await sign())).toEqual({ status: 200, text: '' })
    expect(seen).toEqual([
      expect.objectContaining({
        text: 'hej',
        channelId: 'msteams',
        conversation: { id: 'c1' },
        timestamp: new Date(activity.timestamp),
        callerId: 'urn:botframework:azure',
      }),
    ])
  })

  it('has its wish for replies in the answer and its claim of a caller taken away', async () => {
    const { url } = await serve()
    await post(
      url,
      { ...activity, deliveryMode: 'expectReplies', callerId: 'urn:botframework:aadappid:x' },
      await sign(),
    )
    expect(seen[0]?.deliveryMode).toBeUndefined()
    expect(seen[0]?.callerId).toBe('urn:botframework:azure')
  })
})

describe('a token', () => {
  it.each([
    ['missing', () => undefined],
    ['nonsense', () => 'nonsense'],
    ['for another bot', () => sign({ aud: 'another' })],
    ['of another issuer', () => sign({ iss: 'https://evil.example' })],
    ['for another service address', () => sign({ serviceurl: 'https://smba.trafficmanager.net/other/' })],
    ['of another key', async () => sign({}, (await generateKeyPair('RS256')).privateKey)],
    ['expired', () => sign({ exp: Math.floor(Date.now() / 1_000) - 600 })],
  ])('that is %s lets nothing in', async (_name, make) => {
    // The library prints the public keys it has tried.
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const { url, logger } = await serve()
    expect(await post(url, activity, await make())).toEqual({ status: 401, text: '' })
    expect(seen).toEqual([])
    expect(logger.lines).toHaveLength(1)
    printed.mockRestore()
  })
})

describe('a body', () => {
  it.each([
    ['that is empty', {}],
    ['that is no JSON', '{"type":'],
    ['that is a list', []],
    ['without a type', { ...activity, type: undefined }],
    ['without a sender', { ...activity, from: undefined }],
    ['without a conversation', { ...activity, conversation: {} }],
    ['without a service address', { ...activity, serviceUrl: undefined }],
    ['of a stranger’s service', { ...activity, serviceUrl: 'https://evil.example/' }],
    [
      'of a service that only looks right',
      { ...activity, serviceUrl: 'https://smba.trafficmanager.net.evil.example/' },
    ],
    [
      'of a service with a name and a password',
      { ...activity, serviceUrl: 'https://x:y@smba.trafficmanager.net/' },
    ],
    ['of a service without encryption', { ...activity, serviceUrl: 'http://smba.trafficmanager.net/' }],
    ['of a service on this machine', { ...activity, serviceUrl: 'http://127.0.0.1:9/' }],
    ['of our own web chat', { ...activity, channelId: 'directline' }],
    ['of our own text messages', { ...activity, channelId: 'sms' }],
    ['of an unknown channel', { ...activity, channelId: 'skype' }],
  ])('%s is refused before its token is looked at', async (_name, body) => {
    const { url } = await serve({ allowedChannels: ['msteams', 'directline', 'sms'] })
    expect(await post(url, body, await sign())).toEqual({ status: 400, text: '' })
    expect(seen).toEqual([])
  })

  it('of more than 256 kB is refused', async () => {
    const { url } = await serve()
    expect((await post(url, { ...activity, text: 'x'.repeat(300_000) }, await sign())).status).toBe(413)
  })

  it('may come from the Emulator on this machine when its address is allowed', async () => {
    const { url } = await serve({ allowedServiceHosts: ['localhost'] })
    const local = { ...activity, serviceUrl: 'http://localhost:56150/' }
    expect((await post(url, local, await sign({ serviceurl: local.serviceUrl }))).status).toBe(200)
  })
})

describe('a turn that fails', () => {
  it.each([
    ['an ordinary error', new Error('hemligheten')],
    ['a refusal of our reply by the channel', Object.assign(new Error('hemligheten'), { statusCode: 401 })],
    ['an error with a status of its own', Object.assign(new Error('hemligheten'), { status: 404 })],
  ])('with %s is a bare 500, and neither the log nor the console tells the words', async (_name, error) => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const { url, logger } = await serve({ run: () => Promise.reject(error) })
    expect(await post(url, activity, await sign())).toEqual({ status: 500, text: '' })
    expect(logger.lines).toMatchObject([{ level: 'error', facts: { name: 'Error' } }])
    expect(JSON.stringify(logger.lines)).not.toContain('hemligheten')
    expect(printed).not.toHaveBeenCalled()
    printed.mockRestore()
  })

  it('leaves the process and the door standing', async () => {
    let fail = true
    const { url } = await serve({ run: () => (fail ? Promise.reject(new Error('x')) : Promise.resolve()) })
    expect((await post(url, activity, await sign())).status).toBe(500)
    fail = false
    expect((await post(url, activity, await sign())).status).toBe(200)
  })
})

describe('the door', () => {
  it('knows no other method', async () => {
    const { url } = await serve()
    const response = await fetch(`${url}/api/messages`)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it.each([
    [{ appId: ' ' }, 'MICROSOFT_APP_ID'],
    [{ appPassword: '' }, 'MICROSOFT_APP_PASSWORD'],
    [{ appType: 'SingleTenant' as const }, 'MICROSOFT_APP_TENANT_ID'],
  ])('is not built with %j, because there is no anonymous mode', async (options, variable) => {
    await expect(serve(options)).rejects.toThrow(variable)
  })
})
