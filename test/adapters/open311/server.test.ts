// The GeoReport v2 server over real HTTP: what it offers, takes, shows and finds, in JSON and in XML.
import { addEvent } from '../../../bot/cases/add-event'
import { readCase } from '../../../bot/cases/read-case'
import { openCase } from '../../../bot/cases/open-case'
import type { Store } from '../../../bot/contracts/store/store'
import { openCity, reportedNumber, soundReport, type Open311City } from './open311-city'

let city: Open311City
beforeEach(async () => {
  city = await openCity()
})
afterEach(() => city.close())

type Rows = readonly Readonly<Record<string, unknown>>[]
const rowsOf = async (path: string) => (await city.get(path)).json as Rows
const numbersOf = async (path: string) =>
  (await rowsOf(path)).map(({ service_request_id }) => service_request_id)

describe('services', () => {
  test('are the choices of the dialog in which faults are reported', async () => {
    const services = await rowsOf('/services.json')
    expect(services.map(({ service_code }) => service_code)).toEqual([
      'pothole',
      'light',
      'ice',
      'graffiti',
      'other',
    ])
    expect(services[1]).toMatchObject({
      service_name: 'Trasig gatubelysning',
      description: 'Felanmälan gata och park: Trasig gatubelysning',
      group: 'Gata och park',
      metadata: true,
      type: 'realtime',
    })
    expect(services[1]?.['keywords']).toContain('gatlykta')
  })

  test('have a definition with what else is asked', async () => {
    const { json } = await city.get('/services/light.json')
    expect(json).toEqual({
      service_code: 'light',
      attributes: [
        {
          variable: true,
          code: 'danger',
          datatype: 'singlevaluelist',
          required: false,
          datatype_description: '',
          order: 1,
          description: 'Kan någon skada sig just nu?',
          values: [
            { key: 'yes', name: 'Ja' },
            { key: 'no', name: 'Nej' },
          ],
        },
      ],
    })
  })

  test('are told in XML too', async () => {
    const { text, headers } = await city.get('/services.xml')
    expect(headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(text).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<services><service><service_code>pothole</,
    )
    expect((await city.get('/services/light.xml')).text).toContain(
      '<attributes><attribute><variable>true</variable><code>danger</code>',
    )
  })

  test('come as the caller accepts when the address does not say', async () => {
    expect((await city.get('/services', { accept: 'text/xml' })).text).toContain('<services>')
    expect(Array.isArray((await city.get('/services')).json)).toBe(true)
  })
})

test('after the last day of its dialog nothing is offered or taken, and what was reported is shown', async () => {
  const dialog = city.content.dialogs.get('felanmalan')!
  const dialogs = new Map(city.content.dialogs).set('felanmalan', { ...dialog, valid: { to: '2026-11-24' } })
  const summer = await openCity({ content: { ...city.content, dialogs } })
  try {
    const number = await reportedNumber(summer)
    summer.setNow('2026-11-24T23:01:00.000Z')
    expect((await summer.get('/services.json')).json).toEqual([])
    expect((await summer.post(soundReport)).status).toBe(404)
    expect((await summer.get(`/requests/${number}.json`)).json).toMatchObject([
      { service_request_id: number },
    ])
  } finally {
    await summer.close()
  }
})

test('discovery says where the server stands', async () => {
  const { json } = await city.get('/discovery.json')
  expect(json).toMatchObject({
    contact: '042-10 50 00',
    endpoints: [{ url: city.url, specification: 'http://wiki.open311.org/GeoReport_v2' }],
  })
  expect((await city.get('/discovery.xml')).text).toContain('<endpoints><endpoint><specification>')
})

describe('a report', () => {
  test('becomes a case like one from the dialog, and its department gets it', async () => {
    const number = await reportedNumber(city, { 'attribute[danger]': 'yes', phone: '070-123 45 67' })
    expect(number).toBe('F-2026-000001')
    expect(await readCase(city.store, number)).toMatchObject({
      class: 'light',
      department: 'gata-park',
      channel: 'open311',
      status: 'Inskickat',
      description: 'Lampan blinkar hela natten.',
      place: { text: 'Drottninggatan 5', lat: 56.0408, lon: 12.7 },
      facts: {
        category: 'light',
        place: 'Drottninggatan 5',
        text: 'Lampan blinkar hela natten.',
        urgent: true,
        contact: '+46701234567',
      },
    })
  })

  test('by a point is at the nearest house, and keeps its point', async () => {
    const number = await reportedNumber(city, { address_string: '', lat: '56.04081', long: '12.70002' })
    expect((await readCase(city.store, number))?.place).toEqual({
      text: 'Drottninggatan 5',
      lat: 56.04081,
      lon: 12.70002,
    })
  })

  test('is read back by its number, in JSON and in XML', async () => {
    const number = await reportedNumber(city)
    const [row] = await rowsOf(`/requests/${number}.json`)
    expect(row).toEqual({
      service_request_id: number,
      status: 'open',
      status_notes: 'Inskickat',
      service_name: 'Trasig gatubelysning',
      service_code: 'light',
      description: 'Lampan blinkar hela natten.',
      agency_responsible: 'Gata och park',
      service_notice: '',
      requested_datetime: '2026-11-24T10:00:00Z',
      updated_datetime: '2026-11-24T10:00:00Z',
      expected_datetime: '',
      address: 'Drottninggatan 5',
      address_id: '',
      zipcode: '',
      lat: 56.0408,
      long: 12.7,
      media_url: '',
    })
    const { text } = await city.get(`/requests/${number}.xml`)
    expect(text).toContain(`<service_requests><request><service_request_id>${number}</service_request_id>`)
    expect(text).toContain('<lat>56.0408</lat>')
  })

  test('has its number for a token', async () => {
    const number = await reportedNumber(city)
    expect((await city.get(`/tokens/${number}.json`)).json).toEqual([
      { service_request_id: number, token: number },
    ])
  })

  test('sent twice with one Idempotency-Key is one case', async () => {
    const send = (key: string) => city.post(soundReport, { 'idempotency-key': key })
    const [first, again, other] = [await send('one'), await send('one'), await send('two')]
    expect(again.text).toBe(first.text)
    expect(other.text).not.toBe(first.text)
    expect(await numbersOf('/requests.json')).toHaveLength(2)
  })

  test('sent before midnight of New Year’s Eve and again after it is one case, of the old year', async () => {
    const send = () => city.post(soundReport, { 'idempotency-key': 'one' })
    city.setNow('2026-12-31T22:59:58.000Z')
    const first = await send()
    city.setNow('2026-12-31T23:00:03.000Z')
    expect((await send()).text).toBe(first.text)
    expect(await numbersOf('/requests.json')).toEqual(['F-2026-000001'])
  })

  test('another report under a key that was used is refused, and a refused one uses no key', async () => {
    const send = (change: object, ending = 'json') =>
      city.post({ ...soundReport, ...change }, { 'idempotency-key': 'one', accept: `application/${ending}` })
    expect((await send({ service_code: '' })).status).toBe(400)
    const first = await send({ address_string: 'Drottninggatan 5' })
    expect(first.status).toBe(201)
    for (const change of [{ description: 'En annan lampa.' }, { 'attribute[danger]': 'yes' }]) {
      const { status, text } = await send({ address_string: 'Drottninggatan 5', ...change })
      expect([status, text]).toEqual([422, expect.stringContaining('send a new key')])
    }
    expect((await send({ address_string: 'Drottninggatan 5' })).text).toBe(first.text)
    expect(await numbersOf('/requests.json')).toHaveLength(1)
  })

  test.each([
    ['no service', { service_code: '' }, 400, 'service_code is required'],
    ['an unknown service', { service_code: 'wedding' }, 404, 'service_code not found'],
    ['no place', { address_string: '' }, 400, 'lat and long, or address_string, are required'],
    ['half a point', { lat: '56.04' }, 400, 'lat and long, or address_string, are required'],
    [
      'a point in the sea far away',
      { lat: '56', long: '3' },
      400,
      'the location is outside this jurisdiction',
    ],
    [
      'another town',
      { address_string: 'Storgatan 1, Malmö' },
      400,
      'the location is outside this jurisdiction',
    ],
    ['a point that is none', { lat: '91', long: '12' }, 400, 'a value has the wrong form: lat'],
    ['a point in words', { lat: '1e1', long: '12' }, 400, 'a value has the wrong form: lat'],
    [
      'an answer that is none',
      { 'attribute[danger]': 'maybe' },
      400,
      'a value has the wrong form: attribute[danger]',
    ],
    [
      'no description of something else',
      { service_code: 'other', description: '' },
      400,
      'description is required for this service_code',
    ],
    [
      'a description without end',
      { description: 'x'.repeat(4_001) },
      400,
      'a value has the wrong form: description',
    ],
    ['no key', { api_key: '' }, 403, 'api_key is missing or not valid'],
    ['another key', { api_key: 'a-key-of-the-citys-apq' }, 403, 'api_key is missing or not valid'],
    ['another jurisdiction', { jurisdiction_id: 'malmo.se' }, 404, 'jurisdiction_id not found'],
  ])('is refused with %s, and nothing is kept', async (_, fields, status, description) => {
    const refused = await city.post({ ...soundReport, ...fields })
    expect(refused.status).toBe(status)
    expect(refused.json).toEqual([{ code: status, description }])
    expect(await city.store.records('case', { limit: 10 })).toEqual([])
  })

  test('is refused in XML where XML was asked for', async () => {
    const response = await fetch(`${city.url}/requests.xml`, { method: 'POST', body: new URLSearchParams() })
    expect(response.status).toBe(403)
    expect(await response.text()).toContain(
      '<errors><error><code>403</code><description>api_key is missing or not valid</description></error></errors>',
    )
  })

  test('cannot be made in a city without keys', async () => {
    const closed = await openCity({ keys: [] })
    expect((await closed.post({ ...soundReport, api_key: '' })).status).toBe(403)
    expect((await closed.post(soundReport)).status).toBe(403)
    expect((await closed.get('/services.json')).status).toBe(200)
    await closed.close()
  })
})

describe('what is told of a case', () => {
  test.each([
    ['Under behandling', undefined, 'open', 'Under behandling'],
    ['Klart', true, 'closed', 'Klart'],
    ['Klart', false, 'closed', 'Klart (inte åtgärdat)'],
    ['Arkiverat', undefined, 'closed', 'Arkiverat'],
  ] as const)('its status %s, mended %s, is %s', async (status, fixed, word, notes) => {
    const number = await reportedNumber(city)
    const at = '2026-11-25T08:00:00.000Z'
    await addEvent(
      city.store,
      { number },
      {
        id: 'done',
        at,
        kind: 'status',
        by: 'desk',
        status,
        ...(fixed !== undefined && { fixed }),
        text: 'Ring Anna på 070-123 45 67.',
      },
    )
    const [row] = await rowsOf(`/requests/${number}.json`)
    expect(row).toMatchObject({ status: word, status_notes: notes, updated_datetime: '2026-11-25T08:00:00Z' })
    expect(JSON.stringify(row)).not.toContain('Anna')
  })

  test('no name, no number, no address of who reported, and none in their words', async () => {
    const number = await reportedNumber(city, {
      first_name: 'Hemligman',
      last_name: 'Hemligsson',
      email: 'hemlig@example.se',
      phone: '070-765 43 21',
      device_id: 'hemlig-telefon',
      description: 'Ring 070-765 43 21 eller hemlig@example.se, 19811218-9876.',
    })
    for (const format of ['json', 'xml']) {
      const { text } = await city.get(`/requests/${number}.${format}`)
      expect(text).not.toMatch(/emlig|765|9876/)
      expect(text).toContain('[telefon]')
    }
    const kept = JSON.stringify(await city.store.records('case', { limit: 10 }))
    expect(kept).not.toMatch(/Hemlig|hemlig-telefon/)
  })

  test('of one from the chat only what it is, where and how it goes', async () => {
    const { records } = await openCase(
      {
        class: 'light',
        facts: { contact: '+46707654321', place: 'hos min mormor Asta' },
        files: [],
        urgent: false,
        channel: 'web',
        language: 'sv',
        place: { text: 'hos min mormor Asta' },
        description: 'Min granne Olof har tagit lampan.',
        key: 'from the chat',
        at: new Date('2026-11-24T09:00:00Z'),
      },
      { store: city.store, city: city.content.city },
    )
    for (const record of records) await city.store.putRecord(record)
    const [row] = await rowsOf('/requests.json')
    expect(row).toMatchObject({ service_code: 'light', description: '', address: '', lat: null })
    expect(JSON.stringify(row)).not.toMatch(/Asta|Olof|707654321/)
  })
})

describe('a search', () => {
  const made: string[] = []
  beforeEach(async () => {
    made.length = 0
    for (const [at, service_code] of [
      ['2026-08-01T10:00:00.000Z', 'light'],
      ['2026-11-01T10:00:00.000Z', 'light'],
      ['2026-11-10T10:00:00.000Z', 'pothole'],
      ['2026-11-20T10:00:00.000Z', 'light'],
    ] as const) {
      city.setNow(at)
      made.push(await reportedNumber(city, { service_code }))
    }
    city.setNow('2026-11-24T10:00:00.000Z')
  })

  test('finds the last ninety days when no date is given, newest first', async () => {
    expect(await numbersOf('/requests.json')).toEqual([made[3], made[2], made[1]])
  })

  test('by dates, whose ends are in it', async () => {
    expect(
      await numbersOf('/requests.json?start_date=2026-11-01T11:00:00%2B01:00&end_date=2026-11-10T10:00:00Z'),
    ).toEqual([made[2], made[1]])
    expect(await numbersOf('/requests.json?end_date=2026-08-02T00:00:00Z')).toEqual([made[0]])
    expect(await numbersOf('/requests.json?start_date=2026-12-01T00:00:00Z')).toEqual([])
  })

  test('by service, by status and by number', async () => {
    expect(await numbersOf('/requests.json?service_code=pothole')).toEqual([made[2]])
    expect(await numbersOf('/requests.json?service_code=pothole,light&status=open')).toHaveLength(3)
    expect(await numbersOf('/requests.json?status=closed')).toEqual([])
    expect(await numbersOf('/requests.json?status=open,closed')).toHaveLength(3)
    expect(await numbersOf(`/requests.json?service_request_id=${made[0]},${made[3]}&status=closed`)).toEqual([
      made[0],
      made[3],
    ])
  })

  test('page by page, each case once', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((page) => numbersOf(`/requests.json?page=${page}&page_size=2`)),
    )
    expect(pages).toEqual([[made[3], made[2]], [made[1]], []])
  })

  test.each([
    'start_date=yesterday',
    'start_date=2026-11-01',
    'start_date=2026-11-01T10:00:00',
    'start_date=2026-13-45T10:00:00Z',
    'start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z',
    'status=lost',
    'page=0',
    'page=-1',
    'page_size=1001',
    'page_size=1e3',
    'page=101',
  ])('with %s is refused', async (query) => {
    const { status, json } = await city.get(`/requests.json?${query}`)
    expect(status).toBe(400)
    expect(json).toMatchObject([{ code: 400 }])
  })

  test('a page that lies too deep is refused with the bound and the way on', async () => {
    expect((await city.get('/requests.json?page=5&page_size=1000')).status).toBe(200)
    expect((await city.get('/requests.json?page=100&page_size=50')).status).toBe(200)
    const { status, json } = await city.get('/requests.json?page=6&page_size=1000')
    expect(status).toBe(400)
    expect(json).toEqual([
      {
        code: 400,
        description: 'page * page_size may be 5000 at most: ask for fewer days with start_date and end_date',
      },
    ])
  })
})

test('many searches at once go one after another, and one too many is told when to come again', async () => {
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const slow: Store = {
    ...city.store,
    recordsUnder: async (collection, key) => {
      await gate
      return city.store.recordsUnder(collection, key)
    },
  }
  const busy = await openCity({ store: slow })
  const asked = Array.from({ length: 12 }, () => busy.get('/requests.json?status=closed'))
  const { status, headers } = await Promise.race(asked)
  expect([status, headers.get('retry-after')]).toEqual([503, '5'])
  open()
  const statuses = (await Promise.all(asked)).map((got) => got.status)
  expect(statuses.sort()).toEqual([...Array<number>(11).fill(200), 503])
  await busy.close()
})

test('a city that shows its own reports only tells nothing of the others', async () => {
  const own = await openCity({ shows: 'own' })
  const { records, made } = await openCase(
    {
      class: 'light',
      facts: {},
      files: [],
      urgent: false,
      channel: 'web',
      language: 'sv',
      key: 'from the chat',
      at: new Date('2026-11-24T09:00:00Z'),
    },
    { store: own.store, city: own.content.city },
  )
  for (const record of records) await own.store.putRecord(record)
  const number = await reportedNumber(own)
  expect(((await own.get('/requests.json')).json as Rows).map((row) => row['service_request_id'])).toEqual([
    number,
  ])
  expect((await own.get(`/requests/${made.number}.json`)).status).toBe(404)
  await own.close()
})
