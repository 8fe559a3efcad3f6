import { createWebhookDesk } from '../../../adapters/cases/webhook-desk'
import { createSendRequest } from '../../../adapters/http-actions'
import { verifySignature } from '../../../adapters/signed-door'
import type { DeskNote } from '../../../bot/contracts/cases/desk-note'
import { json, startActionServer, type ActionServer } from '../../support/action-server'
import { caseWith, describeDesk } from './desk-conformance'

const now = new Date('2026-11-24T08:00:00Z')
const secret = 'gata-secret'
const deskOf = ({ url }: ActionServer, { hosts = [url], secretOf = (): string | undefined => secret } = {}) =>
  createWebhookDesk({ send: createSendRequest(hosts), secretOf, clock: { now: () => now } })
const deliver = (server: ActionServer, desk = deskOf(server), to = `${server.url}/in?x=1`) => {
  const told = caseWith()
  return desk.deliver({
    case: told,
    event: told.history[0]!,
    desk: { kind: 'webhook', to },
    key: 'desk/F/created',
  })
}

describeDesk('webhook', async () => {
  const server = await startActionServer()
  return {
    desk: deskOf(server),
    to: `${server.url}/in`,
    taken: () =>
      server.asked.map(({ body, headers }) => {
        const { case: told, event } = JSON.parse(body) as {
          case: { number: string; status: string }
          event: { kind: string }
        }
        return {
          number: told.number,
          status: told.status,
          event: event.kind,
          key: String(headers['idempotency-key']),
        }
      }),
    behave: (how) => {
      server.answer((_, response) => {
        json(response, { takes: 200, busy: 503, refuses: 422 }[how], {})
      })
    },
    vanish: () => server.stop(),
  }
})

test('a note that is no case goes the same way, signed for its department', async () => {
  const server = await startActionServer()
  server.answer((_, response) => {
    json(response, 200, {})
  })
  const note: DeskNote = {
    ...{ kind: 'talk-waits' as const, department: 'gata-park', about: 'H-1', at: '2026-11-24T08:00:00.000Z' },
    facts: { talk: 'H-1', channel: 'sms' },
  }
  const to = `${server.url}/in`
  expect(await deskOf(server).note(note, { kind: 'webhook', to }, 'note/x')).toEqual({ kind: 'delivered' })
  const [{ body, headers }] = server.asked as [(typeof server.asked)[number]]
  expect(JSON.parse(body)).toEqual({ note })
  expect(headers['x-dygnet-department']).toBe('gata-park')
  const given = {
    timestamp: String(headers['x-dygnet-timestamp']),
    signature: String(headers['x-dygnet-signature']),
    signed: body,
  }
  expect(verifySignature(given, [secret], now).kind).toBe('signed')
  await server.stop()
})

describe('a request', () => {
  let server: ActionServer
  beforeEach(async () => {
    server = await startActionServer()
  })
  afterEach(() => server.stop())

  test('is signed over its time and its body', async () => {
    await deliver(server)
    const { headers, body, method, url } = server.asked[0]!
    expect([method, url, headers['x-dygnet-department']]).toEqual(['POST', '/in?x=1', 'gata-park'])
    const given = (signed: string) => ({
      timestamp: String(headers['x-dygnet-timestamp']),
      signature: String(headers['x-dygnet-signature']),
      signed,
    })
    expect(verifySignature(given(body), [secret], now).kind).toBe('signed')
    expect(verifySignature(given(`${body} `), [secret], now).kind).toBe('refused')
  })

  test.each([
    [{ id: 'KC-77' }, 'KC-77'],
    [{ id: 'KC 77\n' }, undefined],
    [{ id: 77 }, undefined],
    [null, undefined],
  ])('the answer %j names the case %s', async (answered, externalId) => {
    server.answer((_, response) => {
      json(response, 201, answered)
    })
    expect(await deliver(server)).toEqual({ kind: 'delivered', ...(externalId && { externalId }) })
  })

  test('a redirect is not followed', async () => {
    server.answer((_, response) => {
      response.writeHead(302, { location: `${server.url}/elsewhere` }).end()
    })
    expect(await deliver(server)).toEqual({ kind: 'failed', reason: 'status 302' })
    expect(server.asked).toHaveLength(1)
  })

  test.each([
    ['a machine that operators did not name', { hosts: ['api.exempel.se'] }, 'host-not-allowed'],
    ['a department without a secret', { secretOf: () => undefined }, 'the department has no secret'],
  ])('nothing leaves for %s', async (_name, options, reason) => {
    expect(await deliver(server, deskOf(server, options))).toEqual({ kind: 'failed', reason })
    expect(server.asked).toEqual([])
  })

  test.each(['http://169.254.169.254/latest', 'https://10.0.0.1/'])('nothing leaves for %s', async (to) => {
    expect(await deliver(server, deskOf(server, { hosts: [server.url, '10.0.0.1'] }), to)).toMatchObject({
      kind: 'failed',
    })
    expect(server.asked).toEqual([])
  })
})
