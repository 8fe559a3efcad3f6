// Actions over real HTTP: what is sent, what an answer means, and what is refused.
import { createHttpActions } from '../../../adapters/http-actions'
import { allowing, isInside, readAllowedHosts } from '../../../adapters/http-actions/allowed-hosts'
import { mostBytes, sendRequest } from '../../../adapters/http-actions/send-request'
import type { ActionCall } from '../../../bot/contracts/cases/action'
import { toConversationId } from '../../../bot/contracts/talk/ids'
import { compileDialogs } from '../../../bot/dialog/reading/compile-dialogs'
import { json, startActionServer, type ActionServer } from '../../support/action-server'
import { sound } from '../../bot/dialog/sound-dialog'

let server: ActionServer
const logged: string[] = []
const logger = {
  info: () => undefined,
  error: () => undefined,
  warn: (facts: object) => void logged.push(JSON.stringify(facts)),
}
beforeEach(async () => {
  server = await startActionServer()
  logged.length = 0
})
afterEach(() => server.stop())

const declared = (yaml: string) => {
  const text = `${yaml.replaceAll('SERVER', server.url)}\n`
  const files = [
    { path: 'city.yaml', text: sound['city.yaml'] },
    { path: 'actions.yaml', text },
  ]
  const { actions, findings } = compileDialogs({ files, today: '2026-06-01' })
  expect(findings.filter(({ place }) => place.file === 'actions.yaml')).toEqual([])
  return actions
}

const call = (name: string, inputs: ActionCall['inputs'], extra: Partial<ActionCall> = {}): ActionCall => ({
  name,
  inputs,
  idempotencyKey: 'boka/do:book#1',
  dialog: 'prov',
  conversationId: toConversationId('web:a'),
  channel: 'web',
  language: 'sv',
  now: new Date('2026-06-01T10:00:00Z'),
  ...extra,
})

interface Surroundings {
  readonly hosts?: readonly string[]
  readonly secrets?: Readonly<Record<string, string>>
}

function runner(yaml: string, { hosts = [server.url], secrets = {} }: Surroundings = {}) {
  const actions = declared(yaml)
  return createHttpActions({
    find: (name) => {
      const action = actions.get(name)
      return action?.http === undefined ? undefined : { ...action, http: action.http }
    },
    hosts,
    secret: (name) => secrets[name],
    logger,
  })
}

const read = `find:
  effect: read
  takes: [place, day?]
  gives: { free: yes/no, count: number, state: [open, shut], id: text }
  fails: [not_found, closed]
  http:
    method: GET
    url: SERVER/places/{place}?day={day}
    headers: { Authorization: secret:TOKEN, X-City: Lillstad }
    retries: 1
    timeout: 300ms
    gives: { free: $.free, count: "$.rooms[1].count", state: $.state, id: $.id }
    fails: { not_found: 404, closed: $.code is CLOSED }
    response: { type: object, properties: { count: { type: number } } }`
const full = { free: true, rooms: [{}, { count: 3 }], state: 'open', id: 17 }
const secrets = { TOKEN: 'hush' }
const unavailable = { kind: 'failed', failure: 'unavailable' }

const write = `book:
  effect: write
  takes: [place, note?]
  gives: { number: text }
  fails: [taken]
  http:
    method: POST
    url: SERVER/bookings
    body: { where: { place: place }, note: note, source: "bot" }
    timeout: 300ms
    gives: { number: $.number }
    fails: { taken: 409 }`
const withOutcome = `${write}
    outcome: { method: GET, url: "SERVER/bookings/by-key/{idempotency_key}" }`

describe('a read', () => {
  it('sends inputs encoded, and gives what the answer has as the types that are promised', async () => {
    server.answer((_, response) => {
      json(response, 200, full)
    })
    const result = await runner(read, { secrets })(call('find', { place: 'Åvägen 1/2?x', day: '2026-06-02' }))
    expect(result).toEqual({ kind: 'done', gives: { free: true, count: 3, state: 'open', id: '17' } })
    expect(server.asked[0]).toMatchObject({
      url: '/places/%C3%85v%C3%A4gen%201%2F2%3Fx?day=2026-06-02',
      headers: { authorization: 'hush', 'x-city': 'Lillstad', accept: 'application/json' },
    })
    expect(server.asked[0]?.headers['idempotency-key']).toBeUndefined()
  })

  it('sends half an emoji, of which no address can be made, as the sign for what cannot be shown', async () => {
    server.answer((_, response) => {
      json(response, 200, full)
    })
    const result = await runner(read, { secrets })(call('find', { place: 'Badet \ud83c', day: '2026-06-02' }))
    expect(result).toMatchObject({ kind: 'done' })
    expect(server.asked[0]?.url).toBe('/places/Badet%20%EF%BF%BD?day=2026-06-02')
  })
  it.each([
    [404, {}, 'not_found'],
    [200, { code: 'CLOSED' }, 'closed'],
    [200, { ...full, state: 'broken' }, 'unavailable'],
    [200, { ...full, free: 'yes' }, 'unavailable'],
    [200, { ...full, count: 'three' }, 'unavailable'],
    [200, 'text', 'unavailable'],
    [400, full, 'unavailable'],
    [302, full, 'unavailable'],
  ])('takes %i %j for %s', async (status, body, failure) => {
    server.answer((_, response) => {
      json(response, status, body)
    })
    expect(await runner(read, { secrets })(call('find', { place: 'x' }))).toEqual({ kind: 'failed', failure })
  })
  it('is tried again when the server has too much to do, and no more often than said', async () => {
    server.answer((_, response) => {
      json(response, server.asked.length === 1 ? 503 : 200, full)
    })
    expect(await runner(read, { secrets })(call('find', { place: 'x' }))).toMatchObject({ kind: 'done' })
    server.answer((_, response) => {
      json(response, 503, {})
    })
    expect(await runner(read, { secrets })(call('find', { place: 'x' }))).toEqual(unavailable)
    expect(server.asked).toHaveLength(4)
  })
  it('is a failure when no answer comes in time, or the server is not there', async () => {
    server.answer(() => undefined)
    expect(await runner(read, { secrets })(call('find', { place: 'x' }))).toEqual(unavailable)
    const run = runner(read, { secrets })
    await server.stop()
    expect(await run(call('find', { place: 'x' }))).toEqual(unavailable)
  })
  it('never goes up the path by an input', async () => {
    expect(await runner(read, { secrets })(call('find', { place: '..' }))).toEqual(unavailable)
    expect(server.asked).toHaveLength(0)
  })
  it('follows no redirect', async () => {
    server.answer((_, response) => {
      response.writeHead(307, { location: `${server.url}/elsewhere` }).end()
    })
    expect(await runner(read, { secrets })(call('find', { place: 'x' }))).toEqual(unavailable)
    expect(server.asked).toHaveLength(1)
  })
  it('says what was wrong to operators, without a word of inputs, secrets or answers', async () => {
    server.answer((_, response) => {
      json(response, 200, { secret: 'of-the-answer' })
    })
    await runner(read, { secrets })(call('find', { place: 'Hemvägen 7' }))
    await runner(read)(call('find', { place: 'Hemvägen 7' }))
    await runner(read, { hosts: ['api.example.se'], secrets })(call('find', { place: 'Hemvägen 7' }))
    expect(logged).toEqual([
      '{"action":"find","why":"no usable \\"free\\""}',
      '{"action":"find","why":"ACTION_SECRET_TOKEN is not set"}',
      '{"action":"find","why":"its host is not among ACTION_HOSTS"}',
    ])
  })
})

describe('a write', () => {
  it('sends what it is told to, with a key that says nothing', async () => {
    server.answer((_, response) => {
      json(response, 201, { number: 'B-1' })
    })
    const result = await runner(write)(call('book', { place: 'Torget 1' }))
    expect(result).toEqual({ kind: 'done', gives: { number: 'B-1' } })
    const [asked] = server.asked
    expect(JSON.parse(asked?.body ?? '')).toEqual({ where: { place: 'Torget 1' }, source: 'bot' })
    expect(asked?.headers['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
  })
  it('is never tried again by itself', async () => {
    server.answer((_, response) => {
      json(response, 503, {})
    })
    expect(await runner(write)(call('book', { place: 'x' }))).toEqual(unavailable)
    expect(server.asked).toHaveLength(1)
  })
  it('is asked about when its answer did not come', async () => {
    server.answer(({ method }, response) => {
      if (method === 'GET') json(response, 200, { number: 'B-2' })
    })
    const result = await runner(withOutcome)(call('book', { place: 'x' }))
    expect(result).toEqual({ kind: 'done', gives: { number: 'B-2' } })
    const [first, second] = server.asked
    expect(second?.url).toBe(`/bookings/by-key/${String(first?.headers['idempotency-key'])}`)
  })
  it('is asked about before it is sent again', async () => {
    server.answer(({ method }, response) => {
      json(response, method === 'GET' ? 404 : 201, { number: 'B-3' })
    })
    const run = runner(withOutcome)
    expect(await run(call('book', { place: 'x' }, { repeated: true }))).toMatchObject({ kind: 'done' })
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'POST'])
    server.answer((_, response) => {
      json(response, 500, {})
    })
    expect(await run(call('book', { place: 'x' }, { repeated: true }))).toEqual(unavailable)
    expect(server.asked.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
  })
})

describe('machines', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '::1',
    'fd00::1',
    'fe80::1',
    '0.0.0.0',
    '::ffff:10.0.0.1',
  ])('%s is inside', (address) => expect(isInside(address)).toBe(true))
  it.each(['193.10.9.1', '2a00:801::1'])('%s is outside', (address) => expect(isInside(address)).toBe(false))
  it.each<[string, boolean]>([
    ['https://api.example.se/x', true],
    ['https://api.example.se:8443/x', true],
    ['https://api.example.se:9000/x', false],
    ['http://api.example.se/x', false],
    ['https://evil.example.se/x', false],
    ['https://api.example.se.evil.se/x', false],
    ['https://10.0.0.1/x', false],
    ['http://localhost:3000/x', true],
    ['http://localhost:3001/x', false],
  ])('%s: %s', (url, isAllowed) => {
    const hosts = readAllowedHosts([
      'api.example.se',
      'api.example.se:8443',
      '10.0.0.1',
      'http://localhost:3000',
    ])
    expect(allowing(new URL(url), hosts) !== undefined).toBe(isAllowed)
  })
  it('refuses a name that leads inside, when it connects', async () => {
    const url = new URL(server.url.replace('http:', 'http:'))
    const prepared = { method: 'GET', url, headers: {}, timeoutMs: 1_000, mayBeInside: false }
    expect(await sendRequest(prepared)).toEqual({ kind: 'unanswered', why: 'inside-address' })
    expect(server.asked).toHaveLength(0)
  })
  it('reads no more than a megabyte', async () => {
    server.answer((_, response) => {
      json(response, 200, 'x'.repeat(mostBytes))
    })
    const prepared = {
      method: 'GET',
      url: new URL(server.url),
      headers: {},
      timeoutMs: 2_000,
      mayBeInside: true,
    }
    expect(await sendRequest(prepared)).toEqual({ kind: 'unanswered', why: 'too-large' })
  })
})
