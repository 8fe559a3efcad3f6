// The Open311 desk: the promises of every desk, the shapes that servers out there answer in, and what it never does.
import { createSendRequest } from '../../../adapters/http-actions'
import { createOpen311Desk } from '../../../adapters/open311'
import type { Case, CaseEvent } from '../../../bot/contracts/cases/case'
import { json, startActionServer, type ActionServer, type Asked } from '../../support/action-server'
import { caseWith, describeDesk } from '../cases/desk-conformance'

const clock = { now: () => new Date('2026-11-25T08:00:00Z') }
const key = 'the-key-of-the-department'
const deskTo = (url: string, options: { hosts?: readonly string[]; keyOf?: () => string | undefined } = {}) =>
  createOpen311Desk({
    send: createSendRequest(options.hosts ?? [new URL(url).origin]),
    keyOf: options.keyOf ?? (() => key),
    jurisdiction: 'helsingborg.se',
    services: new Map([['light', '1234']]),
    markSecret: () => Promise.resolve(Buffer.from('a secret of the store')),
    clock,
  })

const formOf = ({ body }: Asked) => new URLSearchParams(body)
const posted = (server: ActionServer) => server.asked.filter(({ method }) => method === 'POST')

describeDesk('open311', async () => {
  const server = await startActionServer()
  const taking = { takes: 201, busy: 503, refuses: 400 } as const
  const behave = (how: keyof typeof taking): void => {
    server.answer(({ method }, response) => {
      if (method === 'GET') json(response, how === 'busy' ? 503 : 200, [])
      else json(response, taking[how], [{ service_request_id: 77 }])
    })
  }
  behave('takes')
  return {
    desk: deskTo(server.url),
    to: `${server.url}/v2`,
    // GeoReport knows new requests only: a reopened case is one that says so.
    taken: () =>
      posted(server).map((asked) => {
        const description = formOf(asked).get('description') ?? ''
        const isReopened = description.startsWith('Inte åtgärdat.')
        return {
          number: /Ärende (F-\d{4}-\d{6})/.exec(description)?.[1] ?? '',
          event: isReopened ? 'reopened' : 'created',
          status: isReopened ? 'Under behandling' : 'Inskickat',
          key: String(asked.headers['idempotency-key']),
        }
      }),
    behave,
    vanish: () => server.stop(),
  }
})

describe('with a server', () => {
  let server: ActionServer
  beforeEach(async () => {
    server = await startActionServer()
    answers([], 201, [{ service_request_id: 'SR-1' }])
  })
  afterEach(() => server.stop())

  const answers = (found: unknown, status: number, made: unknown): void => {
    server.answer(({ method }, response) => {
      if (method === 'GET') json(response, 200, found)
      else json(response, status, made)
    })
  }
  const deliver = (told: Case = caseWith(), event: CaseEvent = told.history[0]!, desk = deskTo(server.url)) =>
    desk.deliver({
      case: told,
      event,
      desk: { kind: 'open311', to: `${server.url}/v2/` },
      key: 'desk/F/created',
    })
  const statusOf = (externalId: string) =>
    deskTo(server.url).statusOf({
      desk: { kind: 'open311', to: `${server.url}/v2` },
      department: 'gata-park',
      externalId,
    })

  test('a case goes out with its place, its words and our number, and without who made it', async () => {
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-1' })
    const [asked] = posted(server)
    expect([asked?.url, asked?.headers['content-type']]).toEqual([
      '/v2/requests.json',
      'application/x-www-form-urlencoded; charset=utf-8',
    ])
    expect(Object.fromEntries(formOf(asked!))).toEqual({
      api_key: key,
      jurisdiction_id: 'helsingborg.se',
      service_code: '1234',
      lat: '56.05',
      long: '12.7',
      address_string: 'Ängelholmsvägen 12',
      description: expect.stringMatching(
        /^Lyktan är släckt\.\nDet är mörkt\.\nBrådskande\.\nÄrende F-2026-000123 \([a-z]{12}\)\.$/,
      ) as string,
      'attribute[urgent]': 'yes',
    })
    expect(asked?.body).not.toContain('46701234567')
  })

  test('the key goes with the report only, never into an address', async () => {
    await deliver()
    for (const { url } of server.asked) expect(url).not.toContain(key)
  })

  test('a number among the words of somebody else is not our case', async () => {
    const description = 'Ärende F-2026-000123.\nÄrende F-2026-000124.\nLyktan\nÄrende F-2026-000077.'
    answers([{ service_request_id: 'SR-9', description }], 201, [{ service_request_id: 'SR-1' }])
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-1' })
    expect(posted(server)).toHaveLength(1)
  })

  /** The last line of what was sent for a case: only who has our secret can write it. */
  const markSent = async (told: Case = caseWith(), event?: CaseEvent) => {
    await deliver(told, event)
    return formOf(posted(server).at(-1)!).get('description')?.split('\n').at(-1) ?? ''
  }

  test('a mark that anybody can write is not ours, nor is one of another case or another server', async () => {
    const mark = await markSent()
    const forged = [
      'Ärende F-2026-000123.',
      'Ärende F-2026-000123 (bcdfghkmnpqr).',
      (await markSent({ ...caseWith(), number: 'F-2026-000124' })).replace('000124', '000123'),
      `${mark} `.replace(').', ')'),
    ]
    const rows = forged.map((last, n) => ({
      service_request_id: `SR-${n + 50}`,
      description: `Lykta\n${last}`,
    }))
    answers(rows, 201, [{ service_request_id: 'SR-1' }])
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-1' })
    answers([{ service_request_id: 'SR-60', description: `Lykta\n${mark}` }], 201, [])
    const elsewhere = { kind: 'open311', to: `${server.url}/other` } as const
    const [told, sent] = [caseWith(), posted(server).length]
    await deskTo(server.url).deliver({ case: told, event: told.history[0]!, desk: elsewhere, key: 'k' })
    expect(posted(server)).toHaveLength(sent + 1)
  })

  test('of two that have our mark the older one is ours', async () => {
    const description = `Lyktan\n${await markSent()}`
    const row = (id: string, at?: string) => ({ service_request_id: id, description, requested_datetime: at })
    answers([row('SR-3'), row('SR-2', '2026-11-24T12:00:00Z'), row('SR-1', '2026-11-24T11:00:00Z')], 201, [])
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-1' })
  })

  test('it looks first whether the case is there already, and then does not send it again', async () => {
    const description = `Lyktan\n${await markSent()}`
    const sent = server.asked.length
    answers([{ service_request_id: 'SR-9', description }], 201, [])
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-9' })
    expect(posted(server)).toHaveLength(1)
    const query = new URL(server.asked[sent]!.url, server.url).searchParams
    expect(Object.fromEntries(query)).toEqual({
      jurisdiction_id: 'helsingborg.se',
      service_code: '1234',
      start_date: '2026-11-24T07:50:00.000Z',
      end_date: '2026-11-25T08:10:00.000Z',
    })
  })

  test('the number of another case is not taken for ours', async () => {
    answers(
      [{ service_request_id: 'SR-9', description: 'Ärende F-2026-0001234. Ärende F-2026-000123, e1.' }],
      201,
      [{ service_request_id: 'SR-10' }],
    )
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-10' })
  })

  test('when it cannot look it does not send: better late than twice', async () => {
    server.answer(({ method }, response) => {
      json(response, method === 'GET' ? 502 : 201, [{ service_request_id: 'SR-1' }])
    })
    expect(await deliver()).toEqual({ kind: 'failed', reason: 'status 502' })
    expect(posted(server)).toEqual([])
  })

  test('a server that lists nothing gets it all the same', async () => {
    server.answer(({ method }, response) => {
      json(response, method === 'GET' ? 404 : 200, [{ service_request_id: 'SR-1' }])
    })
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'SR-1' })
  })

  test('a receipt is kept, and exchanged for the number later', async () => {
    answers([], 201, [{ token: 'abc123' }])
    expect(await deliver()).toEqual({ kind: 'delivered', externalId: 'token:abc123' })
    server.answer(({ url }, response) => {
      json(
        response,
        200,
        url.startsWith('/v2/tokens/abc123.json') ? [{ service_request_id: 12, token: 'abc123' }] : [],
      )
    })
    expect(await statusOf('token:abc123')).toEqual({ externalId: '12' })
    answers([{ token: 'abc123' }], 200, [])
    expect(await statusOf('token:abc123')).toBeUndefined()
  })

  // Written from the specification and the documented answers of these systems.
  test.each([
    [
      'Helsinki',
      [
        {
          service_request_id: '1r9m5ul7b9u3n2ar7ovb',
          status: 'closed',
          status_notes: 'Kiitos palautteestasi.',
          service_code: '171',
          requested_datetime: '2026-11-24T10:00:00+02:00',
          updated_datetime: '2026-11-25T10:00:00+02:00',
          lat: 60.17,
          long: 24.94,
        },
      ],
      { status: 'Klart', fixed: true, at: '2026-11-25T08:00:00.000Z' },
    ],
    [
      'FixMyStreet',
      {
        service_requests: [
          { service_request_id: 638, status: 'open', updated_datetime: '2026-11-25T08:00:00Z' },
        ],
      },
      { at: '2026-11-25T08:00:00.000Z' },
    ],
    ['one without a list', { service_request_id: 'a', status: 'closed' }, { status: 'Klart', fixed: true }],
    [
      'ours',
      [{ status: 'open', status_notes: 'Väntar på komplettering' }],
      { status: 'Väntar på komplettering' },
    ],
    [
      'ours, not mended',
      [{ status: 'closed', status_notes: 'Klart (inte åtgärdat)' }],
      { status: 'Klart', fixed: false },
    ],
  ])('the status of %s is read', async (_, answer, expected) => {
    answers(answer, 200, [])
    expect(await statusOf('638')).toEqual(expected)
  })

  test.each([
    ['nothing', 404, {}],
    ['a page', 200, undefined],
    ['an error list', 400, [{ code: 400, description: 'no' }]],
    ['an empty list', 200, []],
  ])('no status is read out of %s', async (_, status, answer) => {
    server.answer((__, response) => {
      json(response, status, answer)
    })
    expect(await statusOf('638')).toBeUndefined()
  })

  test('a number that would lead elsewhere is none', async () => {
    for (const id of ['../../admin', '.', '', 'a/b', 'a b', '<x>', 'x'.repeat(90), null, {}]) {
      answers([], 201, [{ service_request_id: id }])
      expect(await deliver()).toEqual({ kind: 'failed', reason: 'no number and no token in the answer' })
    }
  })

  test('a redirect is refused, and nobody is asked where it leads', async () => {
    const other = await startActionServer()
    server.answer(({ method }, response) => {
      if (method === 'GET') json(response, 200, [])
      else response.writeHead(307, { location: `${other.url}/requests.json` }).end()
    })
    expect(await deliver()).toEqual({ kind: 'refused', reason: 'status 307' })
    expect(other.asked).toEqual([])
    await other.stop()
  })

  test('only hosts that operators named are asked', async () => {
    const desk = deskTo(server.url, { hosts: ['open311.example.se'] })
    expect(await deliver(caseWith(), undefined, desk)).toEqual({ kind: 'failed', reason: 'host-not-allowed' })
    expect(server.asked).toEqual([])
  })

  test('an answer without end is cut off', async () => {
    server.answer(({ method }, response) => {
      if (method === 'GET') json(response, 200, [])
      else json(response, 200, [{ service_request_id: 'x'.repeat(2_000_000) }])
    })
    expect(await deliver()).toEqual({ kind: 'failed', reason: 'too-large' })
  })

  test('without a key it waits for one, and without a place it is no case of theirs', async () => {
    const keyless = deskTo(server.url, { keyOf: () => undefined })
    expect(await deliver(caseWith(), undefined, keyless)).toMatchObject({ kind: 'failed' })
    const { place, ...placeless } = caseWith()
    expect(place).toBeDefined()
    expect(await deliver(placeless)).toMatchObject({ kind: 'refused' })
    expect(server.asked).toEqual([])
  })

  test('what the protocol has no words for is not sent', async () => {
    const note: CaseEvent = { id: 'n', at: '2026-11-24T09:00:00Z', kind: 'note', by: 'resident', text: 'Hej' }
    expect(await deliver(caseWith({}, [note]), note)).toEqual({ kind: 'delivered' })
    expect(server.asked).toEqual([])
  })
})
