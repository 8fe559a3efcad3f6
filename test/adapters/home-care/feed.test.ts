// The feed of the home care over real HTTP and a real SQLite file: what is taken, and everything that is not.
import { mkdtempSync, rmSync, statSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { signatureOf } from '../../../adapters/signed-door'
import { silentLogger, type Logger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { recordsOfVisit } from '../../../bot/home-care/visit-record'
import { visitOf } from '../../../bot/home-care/visit'
import { feedSecret, startFeedServer, wireEvent, type FeedServer } from '../../support/home-care-feed'
import { stopClock } from '../store-samples'

const counts = (changes: object = {}) => ({ accepted: 0, repeated: 0, dropped: 0, dead: 0, ...changes })

describe('the feed of the home care', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-feed-'))
  const file = join(folder, 'feed.db')
  const logged: string[] = []
  const note = (facts: object, text: string) => void logged.push(JSON.stringify(facts) + text)
  const logger: Logger = { info: note, warn: note, error: note }
  const clock = stopClock()
  let store: Store
  let feed: FeedServer

  beforeAll(async () => {
    store = openSqliteStore({ file, clock, logger: silentLogger })
    feed = await startFeedServer({ store, clock, secrets: [feedSecret, 'the next one'], logger })
  })
  afterAll(async () => {
    await feed.stop()
    await store.close()
    rmSync(folder, { recursive: true })
  })
  beforeEach(async () => {
    await store.purge('visit', new Date('2100-01-01'))
    for (const { id } of await store.claimOutbox({ now: new Date('2100-01-01'), leaseMs: 1, limit: 999 }))
      await store.finishOutbox(id)
    logged.length = 0
  })

  const kept = async () => ({
    records: (await store.records('visit', { limit: 999 })).filter(({ id }) => id !== 'feed'),
    outbox: await store.countOutbox(),
  })
  const stateOf = async (visitId: string) => visitOf((await recordsOfVisit(store, visitId)).events)?.state

  describe('takes', () => {
    test('one event', async () => {
      expect(await feed.post(wireEvent('planned', 1))).toEqual({ status: 202, body: counts({ accepted: 1 }) })
      expect(await stateOf('visit-1')).toBe('planned')
    })
    test('many at once, as a list or as lines', async () => {
      const events = [wireEvent('planned', 1), wireEvent('started', 2), wireEvent('completed', 3)]
      expect((await feed.post(events)).body).toEqual(counts({ accepted: 3 }))
      const lines = events.map((event) => JSON.stringify({ ...event, visitId: 'visit-2' })).join('\n')
      const other = lines.replaceAll('10000000-', '20000000-')
      const ndjson = { 'content-type': 'application/x-ndjson; charset=utf-8' }
      expect((await feed.post(`${other}\n`, ndjson)).body).toEqual(counts({ accepted: 3 }))
      expect([await stateOf('visit-1'), await stateOf('visit-2')]).toEqual(['completed', 'completed'])
    })
    test('a repeated event once, also within a batch, and at the same moment', async () => {
      const event = wireEvent('planned', 1)
      expect((await feed.post([event, event])).body).toEqual(counts({ accepted: 1, repeated: 1 }))
      expect((await feed.post(event)).body).toEqual(counts({ repeated: 1 }))
      const other = wireEvent('planned', 1, { visitId: 'visit-9' })
      await Promise.all(Array.from({ length: 10 }, () => feed.post(other)))
      expect((await recordsOfVisit(store, 'visit-9')).events).toHaveLength(1)
    })
    test('what is signed with either secret while they change', async () => {
      expect((await feed.post(wireEvent('planned', 1), {}, 'the next one')).status).toBe(202)
    })
    test('a heartbeat as a sign of life, which is all it is', async () => {
      clock.advance(60_000)
      expect(await feed.post({ type: 'heartbeat' })).toEqual({ status: 202, body: counts() })
      expect(await store.record('visit', 'feed')).toBeDefined()
      expect((await kept()).records).toEqual([])
    })
    test.each(['HSL', 'sol', '', 'SoL '])(
      'nothing of an event under the legal basis "%s", but counts it',
      async (legalBasis) => {
        expect(await feed.post(wireEvent('planned', 1, { legalBasis }))).toEqual({
          status: 202,
          body: counts({ dropped: 1 }),
        })
        expect(await kept()).toEqual({ records: [], outbox: { waiting: 0, dead: 0 } })
      },
    )
    test.each([
      ['event-id', { eventId: 'Britt Svensson' }],
      ['type', { type: 'visit.bath' }],
      ['visit-id', { visitId: 'dusch hos Britt' }],
      ['client-ref', { clientRef: 'Britt' }],
      ['client-ref', { clientRef: '19121212-1212' }],
      ['client-ref', { clientRef: 'k:191212121212' }],
      ['seq', { seq: -1 }],
      ['seq', { seq: 1.5 }],
      ['seq', { seq: '1' }],
      ['occurred-at', { occurredAt: '2026-11-24 08:00' }],
      ['occurred-at', { occurredAt: '2026-11-24T08:00:00+01:00' }],
      ['occurred-at', { occurredAt: 'nyss' }],
      ['window', { windowEnd: '2026-11-24T07:00:00+01:00' }],
      ['window', { windowEnd: '2026-11-26T09:00:00+01:00' }],
      ['window', { windowStart: '2028-02-01T08:00:00+01:00', windowEnd: '2028-02-01T09:00:00+01:00' }],
      ['window', { windowStart: '2026-11-31T08:00:00+01:00', windowEnd: '2026-11-31T09:00:00+01:00' }],
      ['window', { windowStart: '2027-02-31T08:00:00+01:00', windowEnd: '2027-02-31T09:00:00+01:00' }],
      ['window', { windowEnd: '2026-11-24T24:00:00+01:00' }],
      ['window', { windowStart: undefined }],
      ['window', { windowStart: undefined, windowEnd: undefined }],
    ])('an event with a wrong %s as a dead letter that holds nothing of it: %j', async (reason, changes) => {
      expect(await feed.post(wireEvent('planned', 1, changes))).toEqual({
        status: 202,
        body: counts({ dead: 1 }),
      })
      const { records, outbox } = await kept()
      expect(records).toMatchObject([{ value: { kind: 'dead', reason } }])
      expect(JSON.stringify(records)).not.toMatch(/Britt|1212-?1212|dusch|bath|nyss/)
      expect(outbox.waiting).toBe(0)
    })
  })

  describe('refuses whole, keeps nothing and says nothing back', () => {
    const refused = async (
      answer: Promise<{ status: number; body: unknown }>,
      status: number,
      code: string,
    ) => {
      expect(await answer).toEqual({ status, body: { error: { code } } })
      expect(await kept()).toEqual({ records: [], outbox: { waiting: 0, dead: 0 } })
      expect(await store.record('visit', 'feed')).toBeUndefined()
    }
    const fine = wireEvent('planned', 1)
    const now = () => Math.floor(clock.now().getTime() / 1_000)

    test.each([
      ['no signature', { 'x-homecare-signature': undefined }, 'signature-missing'],
      ['no timestamp', { 'x-homecare-timestamp': undefined }, 'signature-missing'],
      ['an empty signature', { 'x-homecare-signature': '' }, 'signature-invalid'],
      ['a short signature', { 'x-homecare-signature': 'sha256=00' }, 'signature-invalid'],
      ['a long signature', { 'x-homecare-signature': `sha256=${'0'.repeat(400)}` }, 'signature-invalid'],
      ['a signature of noughts', { 'x-homecare-signature': `sha256=${'0'.repeat(64)}` }, 'signature-invalid'],
      ['another scheme', { 'x-homecare-signature': `sha1=${'0'.repeat(40)}` }, 'signature-invalid'],
      ['an old timestamp', { 'x-homecare-timestamp': String(now() - 400) }, 'timestamp-out-of-range'],
      ['a coming timestamp', { 'x-homecare-timestamp': String(now() + 400) }, 'timestamp-out-of-range'],
      [
        'a timestamp in milliseconds',
        { 'x-homecare-timestamp': String(now() * 1_000) },
        'timestamp-out-of-range',
      ],
      ['a timestamp that is none', { 'x-homecare-timestamp': 'now' }, 'timestamp-out-of-range'],
      ['a timestamp with a sign', { 'x-homecare-timestamp': `+${now()}` }, 'timestamp-out-of-range'],
    ])('%s', (_, headers, code) => refused(feed.post(fine, headers), 401, code))

    test('a signature by another secret', () =>
      refused(feed.post(fine, {}, 'guessed'), 401, 'signature-invalid'))
    test('a signature over another body, or another moment', async () => {
      const timestamp = String(now())
      const other = signatureOf(feedSecret, timestamp, Buffer.from(JSON.stringify(wireEvent('started', 2))))
      await refused(feed.post(fine, { 'x-homecare-signature': other }), 401, 'signature-invalid')
      const then = signatureOf(feedSecret, String(now() - 1), Buffer.from(JSON.stringify(fine)))
      await refused(feed.post(fine, { 'x-homecare-signature': then }), 401, 'signature-invalid')
    })
    test('what was fine five minutes ago', async () => {
      const timestamp = String(now())
      const copied = {
        'x-homecare-timestamp': timestamp,
        'x-homecare-signature': signatureOf(feedSecret, timestamp, Buffer.from(JSON.stringify(fine))),
      }
      clock.advance(301_000)
      await refused(feed.post(fine, copied), 401, 'timestamp-out-of-range')
    })
    test('a signature in two headers, one of them right', async () => {
      const body = Buffer.from(JSON.stringify(fine))
      const timestamp = String(now())
      const signature = signatureOf(feedSecret, timestamp, body)
      const status = await new Promise<number>((resolve, reject) => {
        const headers = [
          ...['content-type', 'application/json', 'content-length', String(body.length)],
          ...['x-homecare-timestamp', timestamp],
          ...['x-homecare-signature', `sha256=${'0'.repeat(64)}`, 'x-homecare-signature', signature],
          ...['host', '127.0.0.1'],
        ]
        const sent = request(feed.url, { method: 'POST', headers }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        sent.on('error', reject)
        sent.end(body)
      })
      expect(status).toBe(401)
      expect((await kept()).records).toEqual([])
    })

    test.each([
      ['name', 'Britt'],
      ['Name', 'Britt'],
      ['NAME', 'Britt'],
      ['namn', 'Britt'],
      ['clientName', 'Britt'],
      ['personnummer', '191212121212'],
      ['personNummer', '191212121212'],
      ['person_nummer', '191212121212'],
      ['pnr', '191212121212'],
      ['ssn', '191212121212'],
      ['address', 'Storgatan 1'],
      ['adress', 'Storgatan 1'],
      ['activities', 'dusch'],
      ['Activities', ['dusch']],
      ['insatser', ['dusch']],
      ['staff', 'Eva'],
      ['staffName', 'Eva'],
      ['note', 'mår sämre'],
      ['fritext', 'mår sämre'],
      ['client_ref', 'client-1'],
      ['clientref', 'client-1'],
      ['eventID', '1'],
      ['seq ', 1],
      ['ｎame', 'Britt'],
      ['na\u0000me', 'Britt'],
      ['', 'Britt'],
      ['__proto__', { name: 'Britt' }],
      ['constructor', 'Britt'],
      ['toString', 'Britt'],
      ['window', { note: 'dusch' }],
    ])('a field that nobody agreed on: %j', (name, value) =>
      refused(
        feed.post(JSON.stringify(fine).replace(/\}$/, `,${JSON.stringify(name)}:${JSON.stringify(value)}}`)),
        422,
        'forbidden-field',
      ),
    )
    test.each([
      ['visitId', { name: 'Britt' }],
      ['clientRef', ['Britt']],
      ['occurredAt', { at: 'Britt' }],
      ['legalBasis', { text: 'HSL' }],
      ['windowEnd', null],
      ['seq', true],
    ])('something nested where a plain value belongs: %s', (name, value) =>
      refused(feed.post({ ...fine, [name]: value }), 422, 'forbidden-field'),
    )
    test('a whole batch for one field in its last event, also in one that would be dropped, and in a heartbeat', async () => {
      const events = Array.from({ length: 20 }, (_, n) => wireEvent('planned', n))
      const named = { ...wireEvent('planned', 1), name: 'Britt' }
      await refused(feed.post([...events, named]), 422, 'forbidden-field')
      await refused(feed.post([...events, { ...named, legalBasis: 'HSL' }]), 422, 'forbidden-field')
      await refused(feed.post([...events, { type: 'heartbeat', staff: 'Eva' }]), 422, 'forbidden-field')
    })

    test.each([
      ['no JSON', '{"eventId":'],
      ['nothing', ''],
      ['text', '"Britt"'],
      ['a number', '7'],
      ['null', 'null'],
      ['a list of lists', '[[]]'],
      ['a list with null', '[null]'],
      ['very deep lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      ['very deep objects', `${'{"type":'.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ])('a body that is %s', async (_, body) => {
      const { status } = await feed.post(body)
      expect([400, 422]).toContain(status)
      expect((await kept()).records).toEqual([])
    })
    test('bytes that are no UTF-8', () =>
      refused(feed.post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])), 400, 'malformed'))
    test('lines of which one is no JSON', () =>
      refused(
        feed.post(`${JSON.stringify(fine)}\n{`, { 'content-type': 'application/x-ndjson' }),
        400,
        'malformed',
      ))
    test('more events than fit in one request', () =>
      refused(feed.post(Array.from({ length: 501 }, () => ({ type: 'heartbeat' }))), 413, 'too-many-events'))
    test('a body that is too large, announced or not', async () => {
      const large = 'x'.repeat(600_000)
      await refused(feed.post(large), 413, 'too-large')
      const status = await new Promise<number>((resolve, reject) => {
        const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }
        const sent = request(feed.url, { method: 'POST', headers }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
        sent.on('error', reject)
        sent.write(large)
      })
      expect(status).toBe(413)
    })
    test.each([
      ['text/plain', 'media-type'],
      ['application/x-www-form-urlencoded', 'media-type'],
      ['application/jsonp', 'media-type'],
      ['application/json; charset=utf-16', 'media-type'],
      [undefined, 'media-type'],
    ])('the media type %s', (type, code) => refused(feed.post(fine, { 'content-type': type }), 415, code))
    test('a packed body', () => refused(feed.post(fine, { 'content-encoding': 'gzip' }), 415, 'encoding'))
    test('another method', async () => {
      for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
        expect((await fetch(feed.url, { method })).status).toBe(405)
    })
    test('with nothing of what was sent in log or file', async () => {
      await feed.post({ ...fine, name: 'Hemlige-Britt' })
      await feed.post({ ...fine, clientRef: 'Hemlige-Britt' })
      await feed.post('{"Hemlige-Britt":')
      expect(logged.join('\n')).toContain('forbidden-field')
      expect(logged.join('\n')).not.toContain('Hemlige')
      for (const name of readdirSync(folder)) {
        if (statSync(join(folder, name)).isFile())
          expect(readFileSync(join(folder, name)).includes('Hemlige-Britt')).toBe(false)
      }
    })
  })

  test('says that it cannot when the store is down, so that the sender tries again', async () => {
    const closed = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
    const other = await startFeedServer({ store: closed, clock })
    await closed.close()
    expect(await other.post(wireEvent('planned', 1))).toEqual({
      status: 503,
      body: { error: { code: 'unavailable' } },
    })
    await other.stop()
  })
})
