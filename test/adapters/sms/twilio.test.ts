// Twilio at the door, over real HTTP, with requests of the shape that it sends.
import { createElks, createTwilio } from '../../../adapters/sms'
import { twilioSignature } from '../../../adapters/sms/twilio-signature'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { hasOptedOut } from '../../../bot/sms/opt-out'
import { createOurNumbers } from '../../../bot/sms/our-numbers'
import { startGatewayServer, type GatewayServer } from '../../support/gateway-server'
import { openSmsDoor } from '../../support/sms-door'
import { nightClock as clock } from '../../support/test-bot'

const token = 'f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff'
const publicUrl = 'https://chatt.example.se'
const phone = '+46701234567'
const ours = '+46766861000'

const incoming = (fields: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    ToCountry: 'SE',
    ToState: '',
    SmsMessageSid: 'SM1',
    NumMedia: '0',
    ToCity: '',
    FromZip: '',
    SmsSid: 'SM1',
    FromState: '',
    SmsStatus: 'received',
    FromCity: '',
    Body: 'hej',
    FromCountry: 'SE',
    To: ours,
    ToZip: '',
    NumSegments: '1',
    MessageSid: 'SM1',
    AccountSid: 'AC1',
    From: phone,
    ApiVersion: '2010-04-01',
    ...fields,
  })

describe('Twilio', () => {
  let store: Store
  let server: GatewayServer
  let door: Awaited<ReturnType<typeof openSmsDoor>>
  const gateway = () =>
    createTwilio({
      accountSid: 'AC1',
      authToken: 'old',
      authTokenSecondary: token,
      publicUrl,
      apiUrl: server.url,
      number: ours,
    })
  beforeEach(async () => {
    server = await startGatewayServer()
    store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    door = await openSmsDoor(store, { gateways: [gateway()], clock })
  })
  afterEach(async () => {
    await door.stop()
    await server.stop()
    await store.close()
  })

  const post = async (
    form: URLSearchParams,
    given: {
      readonly path?: string
      readonly signedFor?: string
      readonly headers?: Record<string, string>
    } = {},
  ) => {
    const { path = '/sms/twilio', headers = {} } = given
    const { signedFor = `${publicUrl}${path}` } = given
    const signature = twilioSignature(token, signedFor, form).toString('base64')
    const response = await fetch(`${door.url}${path}`, {
      method: 'POST',
      body: form,
      headers: { 'x-twilio-signature': signature, ...headers },
    })
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    }
  }
  const linesOf = async () => store.linesAfter(await door.nameOf(ours, phone), 0, 99)

  test('is answered with TwiML in the same request, and the copy in the outbox is forgotten', async () => {
    const answer = await post(incoming({ Body: 'jag vill felanmäla något' }))
    expect(answer).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' })
    expect(answer.text).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?><Response><Message>Hej! Jag är stadens robot/,
    )
    expect(answer.text).toContain('\n2 Trasig gatubelysning\n')
    await expect(untilEmpty(store)).resolves.toEqual({ waiting: 0, dead: 0 })
  })

  test('a reply goes without what XML cannot hold, its markup escaped', () => {
    expect(gateway().renderReply('1 < 2 & "ja"\ud83d\u0000 💡').body).toContain(
      '<Message>1 &lt; 2 &amp; &quot;ja&quot; 💡</Message>',
    )
  })

  test('what is wrongly signed is refused, and nothing of it is kept', async () => {
    const form = incoming()
    const right = twilioSignature(token, `${publicUrl}/sms/twilio`, form).toString('base64')
    for (const signature of [
      '',
      'x',
      right.slice(1),
      twilioSignature('other', `${publicUrl}/sms/twilio`, form).toString('base64'),
    ]) {
      const response = await fetch(`${door.url}/sms/twilio`, {
        method: 'POST',
        body: form,
        headers: { 'x-twilio-signature': signature },
      })
      expect([response.status, await response.text()]).toEqual([403, ''])
    }
    expect(await linesOf()).toEqual([])
  })

  test('is believed by the address it was given, whatever a proxy or a forger says of the host', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', host: 'evil.example' }
    expect((await post(incoming(), { headers })).status).toBe(200)
    const forged = { signedFor: `${door.url}/sms/twilio`, headers: { 'x-forwarded-host': door.url.slice(7) } }
    expect((await post(incoming({ MessageSid: 'SM2' }), forged)).status).toBe(403)
  })

  test('signs over the query too, over fields that are new to us, and over empty ones', async () => {
    const path = '/sms/twilio?stad=helsingborg&x='
    expect((await post(incoming({ NewField: 'å & ä', Empty: '' }), { path })).status).toBe(200)
    expect((await post(incoming(), { path, signedFor: `${publicUrl}/sms/twilio` })).status).toBe(403)
  })

  test('the same text twice, one after the other or at once, is one turn and the same bytes', async () => {
    const form = incoming({ Body: 'jag vill felanmäla något' })
    const answers = await Promise.all([post(form), post(form), post(form)])
    answers.push(await post(form))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect((await linesOf()).map(({ author }) => author)).toEqual(['resident', 'bot'])
  })

  test('when it has answered STOP itself, we note it and say nothing', async () => {
    const answer = await post(incoming({ Body: 'STOP', OptOutType: 'STOP' }))
    expect(answer.text).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>')
    expect(await hasOptedOut(store, phone)).toBe(true)
    await post(incoming({ MessageSid: 'SM2', Body: 'START', OptOutType: 'START' }))
    expect(await hasOptedOut(store, phone)).toBe(false)
  })

  test('marks of XML in a reply stay what they are', async () => {
    await post(incoming({ Body: 'jag vill felanmäla något' }))
    const { text } = await post(incoming({ MessageSid: 'SM2', Body: 'Annat: <b>&</b>' }))
    expect(text).not.toMatch(/<b>/)
    expect(text).toMatch(/<\/Message><\/Response>$/)
  })

  test('reports come in any order and more than once, and each word is kept once beside the others', async () => {
    const report = (MessageStatus: string, ErrorCode = '') =>
      post(new URLSearchParams({ MessageSid: 'SMa', MessageStatus, ErrorCode }), {
        path: '/sms/twilio/status',
      })
    for (const status of ['queued', 'delivered', 'sent', 'delivered', 'accepted'])
      expect((await report(status)).status).toBe(204)
    expect(await door.reports()).toEqual(['report/twilio/SMa/delivered', 'report/twilio/SMa/sent'])
    await post(new URLSearchParams({ MessageSid: 'SMb', MessageStatus: 'undelivered', ErrorCode: '30005' }), {
      path: '/sms/twilio/status',
    })
    expect(await store.record('sent-text', 'report/twilio/SMb/failed')).toMatchObject({
      value: { state: 'failed', at: clock.now().toISOString(), code: '30005' },
    })
  })

  test('answers by itself what came through it to a number that no setting names, beside another gateway', async () => {
    const elks = createElks({
      ...{ webhookPath: 'x'.repeat(20), webhook: { user: 'u', password: 'p' }, apiUrl: server.url },
      ...{ api: { user: 'u', password: 'p' }, number: '+46766860000', steadyMs: () => clock.now().getTime() },
    })
    const service = createTwilio({
      ...{ accountSid: 'AC1', authToken: token, publicUrl, apiUrl: server.url, number: 'MG1' },
    })
    const openNumbers = () =>
      createOurNumbers({ store, gateways: [elks, service], configured: new Map(), clock })
    const { heard } = openNumbers()
    await door.stop()
    door = await openSmsDoor(store, { gateways: [elks, service], clock, heard })
    expect((await openNumbers().senderFor(ours))?.name).toBe('elks')
    await post(incoming({ Body: 'jag vill felanmäla något' }))
    // Another node, or this one after a start.
    expect((await openNumbers().senderFor(ours))?.name).toBe('twilio')
    expect((await openNumbers().senderFor('+46766860000'))?.name).toBe('elks')
    expect((await openNumbers().senderFor(undefined))?.name).toBe('elks')
  })

  test('a report that the phone has opted out at Twilio is kept as that', async () => {
    const report = (ErrorCode: string) =>
      post(new URLSearchParams({ MessageSid: 'SMa', MessageStatus: 'failed', ErrorCode, To: phone }), {
        path: '/sms/twilio/status',
      })
    await report('30005')
    expect(await hasOptedOut(store, phone)).toBe(false)
    await report('21610')
    expect(await hasOptedOut(store, phone)).toBe(true)
  })

  describe('sends', () => {
    const send = () => gateway().send({ to: phone, text: 'Hej!' })
    test('by its API, with where to report', async () => {
      expect(await send()).toEqual({ kind: 'sent', id: 'SMsent1' })
      const [{ form, authorization }] = server.taken as [GatewayServer['taken'][number]]
      expect(Object.fromEntries(form)).toEqual({
        To: phone,
        From: ours,
        Body: 'Hej!',
        StatusCallback: `${publicUrl}/sms/twilio/status`,
      })
      expect(authorization).toBe(`Basic ${Buffer.from('AC1:old').toString('base64')}`)
    })
    test.each([
      [400, 21610, { kind: 'opted-out' }],
      [400, 21211, { kind: 'refused', code: '21211' }],
      [400, 21614, { kind: 'refused', code: '21614' }],
      [400, 21408, { kind: 'refused', code: '21408' }],
      [400, 30007, { kind: 'refused', code: '30007' }],
      [400, 21606, { kind: 'failed', code: '21606' }],
      [400, 21612, { kind: 'failed', code: '21612' }],
      [401, 20003, { kind: 'failed', code: '20003' }],
      [500, undefined, { kind: 'failed', code: 'http-500', mayHaveGone: true }],
    ])('and an answer %d with the code %s is understood', async (status, code, expected) => {
      server.failNext([status, code === undefined ? 'oops' : { code, message: `no ${phone}` }])
      expect(await send()).toEqual(expected)
    })
    test('and waits as long as it is told', async () => {
      server.failNext([429, { code: 20429 }, { 'retry-after': '7' }])
      expect(await send()).toEqual({ kind: 'failed', code: '20429', afterMs: 7_000 })
      for (const years of ['99999999999', '1e300', 'Infinity', '-5', 'Fri, 01 Jan 5195 00:00:00 GMT']) {
        server.failNext([429, { code: 20429 }, { 'retry-after': years }])
        const { afterMs = 0 } = (await send()) as { readonly afterMs?: number }
        expect(afterMs >= 0 && afterMs <= 3_600_000).toBe(true)
      }
    })
    test('and knows when it is away', async () => {
      await server.stop()
      expect(await send()).toEqual({ kind: 'failed', code: 'away' })
    })
  })
})

/** The copy is forgotten just after the answer was written. */
async function untilEmpty(store: Store) {
  for (;;) {
    const counts = await store.countOutbox()
    if (counts.waiting === 0) return counts
    await new Promise(setImmediate)
  }
}
