// 46elks at the door, over real HTTP: who is let in, what a phone is sent, and what never reaches one.
import { createElks, type ElksOptions } from '../../../adapters/sms'
import { createFileShelf } from '../../../adapters/file-shelf'
import { openSqliteStore } from '../../../adapters/sqlite'
import type { Bot } from '../../../bot/contracts/bot'
import { DygnetError } from '../../../bot/contracts/basics/errors'
import { silentLogger, type Logger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { replyEntryId } from '../../../bot/contracts/sms/text-message'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutage } from '../../support/flaky-store'
import { startGatewayServer, type GatewayServer } from '../../support/gateway-server'
import { phonePicture } from '../../support/pictures'
import { openSmsDoor, type SmsDoorOptions } from '../../support/sms-door'
import { nightClock } from '../../support/test-bot'
import { shippedSigns } from '../../support/shipped-danger'

const webhookPath = 'hemligVag0123456789'
const phone = '+46701234567'
const ours = '+46766861000'
const webhook = { user: 'elks', password: 'lösen:ord' }
const authorization = `Basic ${Buffer.from('elks:lösen:ord', 'utf8').toString('base64')}`

describe('46elks', () => {
  let store: Store
  let directory: string
  let door: Awaited<ReturnType<typeof openSmsDoor>>
  let server: GatewayServer
  let nowMs = nightClock.now().getTime()
  const clock = { now: () => new Date(nowMs) }
  const gateway = (options: Partial<ElksOptions> = {}) =>
    createElks({ webhookPath, webhook, apiUrl: server.url, steadyMs: () => nowMs, number: ours, ...options })
  const open = async (options: Partial<SmsDoorOptions> = {}) => {
    door = await openSmsDoor(store, { gateways: [gateway()], clock, ...options })
  }
  beforeEach(async () => {
    nowMs = nightClock.now().getTime()
    directory = mkdtempSync(join(tmpdir(), 'dygnet-elks-'))
    server = await startGatewayServer()
    store = openSqliteStore({ file: join(directory, 'dygnet.db'), clock, logger: silentLogger })
  })
  afterEach(async () => {
    await door.stop()
    await server.stop()
    await store.close()
    rmSync(directory, { recursive: true })
  })

  const post = async (fields: Readonly<Record<string, string>>, { path = '', headers = {} } = {}) => {
    const form = new URLSearchParams({
      direction: 'incoming',
      id: 's1',
      from: phone,
      to: ours,
      message: 'hej',
      created: '2026-11-24T01:30:00.000000',
      ...fields,
    })
    const response = await fetch(`${door.url}/sms/elks/${webhookPath}${path}`, {
      method: 'POST',
      body: form,
      headers: { authorization, ...headers },
    })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  const linesOf = async (theirs = phone) => store.linesAfter(await door.nameOf(ours, theirs), 0, 99)
  const written = async (theirs?: string) =>
    (await linesOf(theirs)).flatMap((line) => (line.author === 'resident' ? [line.message.content] : []))

  test('the body of the answer is the reply, and nothing else', async () => {
    await open()
    const { status, text, headers } = await post({ message: 'jag vill felanmäla något' })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toMatch(/^Hej! Jag är stadens robot[\s\S]+5 Något annat$/)
  })

  test('silence is 204 without a body, and so is what is no text', async () => {
    await open()
    await post({ message: 'STOPP' })
    const again = await post({ id: 's2', message: 'STOPP' })
    expect([again.status, again.text, again.headers.get('content-length')]).toEqual([204, '', null])
    expect(await post({ id: '', message: 'hej' })).toMatchObject({ status: 204, text: '' })
  })

  test.each([
    ['without a user', {}, 401],
    ['with a wrong password', { authorization: `Basic ${Buffer.from('elks:fel').toString('base64')}` }, 401],
    ['with half of it', { authorization: 'Basic' }, 401],
  ] as const)('%s nobody is let in, and nothing is kept', async (_why, headers, status) => {
    await open()
    const body = new URLSearchParams({ id: 's1', from: phone, to: ours, message: 'hej' })
    const response = await fetch(`${door.url}/sms/elks/${webhookPath}`, { method: 'POST', body, headers })
    expect([response.status, await response.text()]).toEqual([status, ''])
    expect(await linesOf()).toEqual([])
  })

  test('behind another path there is no door', async () => {
    await open()
    const body = new URLSearchParams({ id: 's1', from: phone, to: ours, message: 'hej' })
    for (const path of ['', '/', `/${webhookPath}x`, `/${webhookPath.toUpperCase()}`, '/../elks'])
      expect(
        (await fetch(`${door.url}/sms/elks${path}`, { method: 'POST', body, headers: { authorization } }))
          .status,
      ).toBe(404)
    expect((await fetch(`${door.url}/sms/elks/${webhookPath}`, { headers: { authorization } })).status).toBe(
      404,
    )
  })

  test.each([
    ['JSON', 'application/json', '{}', 415],
    ['XML', 'text/xml', '<a/>', 415],
    ['too much', 'application/x-www-form-urlencoded', `message=${'x'.repeat(70_000)}`, 413],
    ['far too much', 'application/x-www-form-urlencoded', `message=${'x'.repeat(2_000_000)}`, 413],
  ])('%s is refused without a word', async (_what, type, body, status) => {
    await open()
    const response = await fetch(`${door.url}/sms/elks/${webhookPath}`, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': type },
    })
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  describe('asks 46elks whether a text is its own', () => {
    const api = { user: 'u1', password: 'p1' }
    const asking = () => open({ gateways: [gateway({ api })] })
    test('and answers one that is', async () => {
      await asking()
      server.remember('s1', { from: phone, to: ours, message: 'hej' })
      expect((await post({})).status).toBe(200)
      expect(server.lookedUp).toEqual(['/sms/s1'])
    })
    test('also where it writes the same text in another way', async () => {
      await asking()
      server.remember('s1', { from: phone, to: `${ours} `, message: 'Hjälp!\nDet brinner i ko\u0308ket' })
      expect((await post({ message: 'Hjälp!\r\nDet brinner i köket ' })).status).toBe(200)
      expect(door.silent).toEqual([])
    })
    test.each([
      ['unknown there', undefined],
      ['from another phone', { from: '+46700000001', to: ours, message: 'hej' }],
      ['with other words', { from: phone, to: ours, message: 'något annat' }],
    ])('and is silent to one that is %s, of which nothing is kept', async (_why, known) => {
      await asking()
      if (known !== undefined) server.remember('s1', known)
      expect(await post({})).toMatchObject({ status: 204, text: '' })
      expect(await linesOf()).toEqual([])
      expect(door.silent).toEqual(['elks not-ours'])
    })
    test('and answers all the same when it cannot be asked, without asking for each', async () => {
      await asking()
      server.failNext([500, 'oops'])
      expect((await post({})).status).toBe(200)
      expect((await post({ id: 's2', message: 'när töms soporna' })).status).toBe(200)
      expect(server.lookedUp).toEqual([])
      nowMs += 61_000
      expect((await post({ id: 's3', message: 'vad kostar simhallen' })).status).toBe(204)
      expect(server.lookedUp).toEqual(['/sms/s3'])
    })
  })

  test('a text that could not be kept is asked for again, and is then answered once', async () => {
    let isDown = true
    const away = (bot: Bot): Bot => ({
      ...bot,
      receive: (message) =>
        isDown ? Promise.reject(new DygnetError('store-unavailable', 'away')) : bot.receive(message),
    })
    await open({ around: away })
    expect(await post({})).toMatchObject({ status: 503, text: '' })
    isDown = false
    const answers = [await post({}), await post({})]
    expect(answers[0]!.status).toBe(200)
    expect(answers[0]!.text).toBe(answers[1]!.text)
    expect(await written()).toHaveLength(1)
  })

  test('a cry for help that could not be kept is advised once past the store, and asked for again', async () => {
    const away = (bot: Bot): Bot => ({
      ...bot,
      receive: () => Promise.reject(new DygnetError('store-unavailable', 'away')),
    })
    await open({ around: away, gateways: [gateway({ api: { user: 'u', password: 'p' } })] })
    const cry = { message: 'min pappa andas inte' }
    server.remember('s1', { from: phone, to: ours, ...cry })
    server.remember('s9', { from: phone, to: ours, message: 'när öppnar biblioteket' })
    expect(await post(cry)).toMatchObject({ status: 503, text: '' })
    expect(await post(cry)).toMatchObject({ status: 503, text: '' })
    expect(await post({ id: 's9', message: 'när öppnar biblioteket' })).toMatchObject({ status: 503 })
    expect(server.taken.map(({ to, text }) => [to, text.includes('112')])).toEqual([[phone, true]])
  })

  test('two texts at once are answered in their order', async () => {
    await open()
    const first = post({ message: 'jag vill felanmäla något' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = post({ id: 's2', message: '1' })
    expect((await first).text).toContain('Vad gäller felet?')
    expect((await second).text).toContain('Var är det?')
    expect(await written()).toMatchObject([{ text: 'jag vill felanmäla något' }, { text: '1' }])
  })

  test('a turn that takes too long is met with silence now, and its reply waits in the outbox', async () => {
    let letGo = (): void => undefined
    const slow = (bot: Bot): Bot => ({
      ...bot,
      answer: async (conversationId, id) => {
        await new Promise<void>((resolve) => {
          letGo = resolve
        })
        return bot.answer(conversationId, id)
      },
    })
    await open({ around: slow, replyDeadlineMs: 30 })
    expect(await post({ message: 'jag vill felanmäla något' })).toMatchObject({ status: 204, text: '' })
    letGo()
    while ((await store.countOutbox()).waiting === 0) await new Promise(setImmediate)
    const later = { now: new Date(nowMs + 10_000), leaseMs: 1, limit: 9 }
    const [entry] = await store.claimOutbox(later)
    const conversationId = await door.nameOf(ours, phone)
    expect(entry).toMatchObject({
      id: replyEntryId(conversationId, 'elks/s1' as never),
      kind: 'sms',
      payload: {
        to: phone,
        from: ours,
        asked: true,
        text: expect.stringContaining('Vad gäller felet?') as string,
      },
    })
    // The outbox was first: the same text again gets no second reply.
    await store.putRecord({ collection: 'sent-text', id: entry!.id, value: {} })
    expect(await post({ message: 'jag vill felanmäla något' })).toMatchObject({ status: 204 })
    // Who sends it pays for it.
    expect(door.kronorToday()).toBe(0)
  })

  test.each([
    ['composed and taken apart', 'jag vill felanma\u0308la na\u030agot'],
    ['with hidden marks', 'jag\u200b vill felan\u00admäla något\u0000\u0007'],
  ])('letters %s are the same letters', async (_how, message) => {
    await open()
    expect((await post({ message })).text).toContain('Vad gäller felet?')
  })

  test.each([
    ['nothing', ''],
    ['blanks', '   \n '],
    ['an emoji', '😀'],
    ['1,600 characters', 'ö'.repeat(1_600)],
    ['more than a phone can send', 'ö'.repeat(5_000)],
  ])('%s gets a reply, and no error', async (_what, message) => {
    await open()
    const { status, text } = await post({ message })
    expect(status).toBe(200)
    expect(text.length).toBeGreaterThan(10)
    expect(text).not.toContain('gick fel')
  })

  test.each(['0701234567', '070-123 45 67', '0046701234567', '+46 (0)70 123 45 67', '46701234567'])(
    'a phone written as %s is the same phone',
    async (from) => {
      await open()
      await post({ from })
      expect(await written()).toHaveLength(1)
    },
  )

  test.each([
    ['a name', 'Skatteverket', 'no-phone'],
    ['a short code', '71700', 'no-phone'],
    ['another country', '+12025550143', 'country'],
    ['a country from which numbers are hired', '+37120000000', 'country'],
  ])('%s is met with silence', async (_what, from, why) => {
    await open()
    expect(await post({ from })).toMatchObject({ status: 204, text: '' })
    expect(door.silent).toEqual([`elks ${why}`])
  })

  test('a personal identity number reaches no log and no disk', async () => {
    const lines: string[] = []
    const write = (...entry: unknown[]) => void lines.push(JSON.stringify(entry))
    const logger: Logger = { ...silentLogger, info: write, warn: write, error: write }
    await open({ logger })
    const { text } = await post({ message: 'mitt personnummer är 850709-9805' })
    expect(text).not.toContain('9805')
    await store.close()
    const bytes = ['dygnet.db', 'dygnet.db-wal'].map((name) => {
      try {
        return readFileSync(join(directory, name)).toString('latin1')
      } catch {
        return ''
      }
    })
    expect(bytes.join('')).not.toContain('850709')
    expect(lines.join('')).not.toMatch(/850709|70123/)
    store = openSqliteStore({ file: join(directory, 'dygnet.db'), clock, logger: silentLogger })
  })

  test('when the money of the day is gone there is silence, but not to a cry for help or to signs of danger', async () => {
    await open({ kronorPerDay: 1, readSigns: await shippedSigns() })
    expect((await post({ message: 'jag vill felanmäla något' })).status).toBe(200)
    expect(await post({ id: 's2', message: '1' })).toMatchObject({ status: 204, text: '' })
    expect(door.silent).toEqual(['elks budget'])
    expect((await post({ id: 's3', message: 'det brinner i huset' })).text).toContain('112')
    const asked = await post({ id: 's4', message: 'hans mössa ligger bredvid vaken', from: '+46709998877' })
    expect(asked.text).toMatch(/fara.*112/s)
    const waiting = await store.claimOutbox({ now: new Date('2100-01-01'), leaseMs: 1, limit: 99 })
    expect(waiting.find(({ id }) => id.endsWith('/s4'))).toBeUndefined()
  })

  test('reports come in any order and more than once', async () => {
    await open()
    const report = (status: string) => post({ id: 'sent1', status }, { path: '/status' })
    for (const status of ['delivered', 'sent', 'delivered']) expect((await report(status)).status).toBe(204)
    expect((await report('nonsense')).status).toBe(204)
    expect(await door.reports()).toEqual(['report/elks/sent1/delivered', 'report/elks/sent1/sent'])
  })

  test('a report that cannot be kept is answered without a word, for words are texts', async () => {
    const outage = createOutage()
    store = outage.wrapStore(store)
    await open()
    void outage.begin('putRecord')
    expect(await post({ id: 'sent1', status: 'sent' }, { path: '/status' })).toMatchObject({
      status: 503,
      text: '',
    })
  })

  describe('pictures', () => {
    /** Where 46elks keeps them, for whoever shows its user and password. */
    const keepPicture = async (bytes: Buffer) => {
      const asked: (string | undefined)[] = []
      const http = createServer((request, response) => {
        // It is no list of texts: what cannot be looked up is believed.
        const fail = () => response.writeHead(500).end()
        // When the picture beside it is on the shelf.
        if (request.url?.endsWith('/late') === true) return setTimeout(fail, 1_000)
        if (request.url?.endsWith('/image') !== true) return fail()
        asked.push(request.headers.authorization)
        return response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes)
      })
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
      return { url, asked, stop: () => new Promise((resolve) => http.close(resolve)) }
    }
    test('belong to the fault that is being reported, and are answered with a text of its own', async () => {
      const place = await keepPicture(await phonePicture())
      const shelf = createFileShelf({ directory, maxBytes: 1_000_000 })
      const api = { user: 'u1', password: 'p1' }
      await open({ shelf, gateways: [gateway({ apiUrl: place.url, api })] })
      await post({ message: 'hål i gatan på Storgatan 12' })
      const answer = await post({ id: 's2', message: '', image: `${place.url}/a1/mms/1/image` })
      expect(answer).toMatchObject({ status: 204, text: '' })
      const later = { now: new Date(nowMs + 10_000), leaseMs: 1, limit: 9 }
      const entries = await store.claimOutbox(later)
      const { text } = entries.find(({ id }) => id.includes('/media'))!.payload as { text: string }
      expect(text).toContain('tagit emot 1 bild')
      expect(text).toContain('Kan någon skada sig just nu?')
      await place.stop()
    })
    test('without words are taken, and fetched with our user from 46elks alone', async () => {
      const place = await keepPicture(await phonePicture())
      const shelf = createFileShelf({ directory, maxBytes: 1_000_000 })
      const api = { user: 'u1', password: 'p1' }
      await open({ shelf, gateways: [gateway({ apiUrl: place.url, api })] })
      const { status } = await post({
        message: '',
        image: `${place.url}/a1/mms/1/image`,
        image2: 'https://evil.example/x',
      })
      expect(status).toBe(204)
      expect(await written()).toMatchObject([{ kind: 'upload', files: [{ kind: 'photo' }] }])
      expect(place.asked.at(-1)).toBe(`Basic ${Buffer.from('u1:p1').toString('base64')}`)
      await place.stop()
    })
    test.each([
      ['is repeated', ['image'], 204, 1],
      ['could not be fetched whole', ['image', 'late'], 503, 0],
    ] as const)('of a text that %s lie there once at most', async (_, images, status, count) => {
      const place = await keepPicture(await phonePicture())
      const shelf = createFileShelf({ directory, maxBytes: 1_000_000 })
      await open({ shelf, gateways: [gateway({ apiUrl: place.url, api: { user: 'u1', password: 'p1' } })] })
      const fields = images.map((name, n) => [`image${n}`, `${place.url}/a1/mms/1/${name}`] as const)
      const text = { message: '', ...Object.fromEntries(fields) }
      await post(text)
      const again = await post(text)
      await place.stop()
      expect(again.status).toBe(status)
      expect(await shelf.count(await door.nameOf(ours, phone))).toBe(count)
    })
  })

  describe('sends', () => {
    const api = { user: 'u1', password: 'p1' }
    beforeEach(() => open())
    test('by its API, without keeping the words there, and says where to report', async () => {
      const reportUrl = 'https://u:p@chatt.example.se/sms/elks/x/status'
      expect(await gateway({ api, reportUrl }).send({ to: phone, text: 'Hej!' })).toEqual({
        kind: 'sent',
        id: 'sent1',
      })
      expect(Object.fromEntries(server.taken[0]!.form)).toEqual({
        from: ours,
        to: phone,
        message: 'Hej!',
        dontlog: 'message',
        whendelivered: reportUrl,
      })
    })
    test.each([
      [400, { kind: 'refused', code: 'http-400' }],
      [403, { kind: 'failed', code: 'http-403' }],
      [402, { kind: 'failed', code: 'http-402' }],
      [500, { kind: 'failed', code: 'http-500', mayHaveGone: true }],
      // A yes in words that nobody can read.
      [200, { kind: 'refused', code: 'http-200', mayHaveGone: true }],
    ])('and an answer %d is understood', async (status, expected) => {
      server.failNext([status, `no ${phone}`])
      expect(await gateway({ api }).send({ to: phone, text: 'Hej!' })).toEqual(expected)
    })
    test('and finds a text again although more than a hundred others went meanwhile', async () => {
      const since = new Date()
      const elks = gateway({ api })
      expect(await elks.send({ to: phone, text: 'Hej!' })).toEqual({ kind: 'sent', id: 'sent1' })
      for (let n = 0; n < 120; n += 1) await elks.send({ to: `+4670174${1_000 + n}`, text: 'Hej!' })
      expect(await elks.takenSince?.({ to: phone, text: 'Hej!' }, since)).toEqual(['sent1'])
    })
    test('and tells a line that broke from a gateway that was never reached', async () => {
      const breaks = createServer((request) => request.socket.destroy())
      await new Promise<void>((resolve) => breaks.listen(0, '127.0.0.1', resolve))
      const apiUrl = `http://127.0.0.1:${(breaks.address() as AddressInfo).port}`
      const send = () => gateway({ api, apiUrl }).send({ to: phone, text: 'Hej!' })
      expect(await send()).toEqual({ kind: 'failed', code: 'away', mayHaveGone: true })
      await new Promise((resolve) => breaks.close(resolve))
      expect(await send()).toEqual({ kind: 'failed', code: 'away' })
    })
    test('nothing without a user for it', async () => {
      expect(await gateway().send({ to: phone, text: 'Hej!' })).toEqual({
        kind: 'failed',
        code: 'not-configured',
      })
    })
  })
})
