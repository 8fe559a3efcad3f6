// What must not get through the Open311 server: bombs, wrong types and sizes, tricks with paths, hosts and addresses.
import { createServer, request as plainRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { writeXml } from '../../../adapters/open311/write-xml'
import { apiKey, openCity, reportedNumber, soundReport, type Open311City } from './open311-city'

fc.configureGlobal({ seed: 20_261_128 })

let city: Open311City
beforeEach(async () => {
  city = await openCity()
})
afterEach(() => city.close())

const nothingIsKept = async () => {
  expect(await city.store.records('case', { limit: 10 })).toEqual([])
}

const bomb = `<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "lol"><!ENTITY c "${'&a;'.repeat(50)}">]><b>&c;</b>`
const form = new URLSearchParams(soundReport).toString()

test.each([
  ['an XML bomb', bomb, { 'content-type': 'application/xml' }],
  ['an XML bomb as text', bomb, { 'content-type': 'text/xml' }],
  ['JSON', JSON.stringify(soundReport), { 'content-type': 'application/json' }],
  ['a multipart form', form, { 'content-type': 'multipart/form-data; boundary=x' }],
  ['another alphabet', form, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }],
  ['a type with more behind it', form, { 'content-type': 'application/x-www-form-urlencoded, text/xml' }],
  ['a compressed body', form, { 'content-encoding': 'gzip' }],
])('%s is refused unread', async (_, body, headers) => {
  const refused = await city.post(body, headers)
  expect(refused.status).toBe(415)
  expect(refused.text).not.toContain('lol')
  await nothingIsKept()
})

test('a body without end is cut off, with and without a length', async () => {
  const large = `${form}&media_url=${'x'.repeat(40_000)}`
  expect((await city.post(large)).status).toBe(413)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = plainRequest(
      `${city.url}/requests.json`,
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
    request.once('error', reject)
    request.write(`${form}&media_url=`)
    request.end('x'.repeat(40_000))
  })
  expect(status).toBe(413)
  expect((await city.post(`${form}${'&a=b'.repeat(200)}`)).status).toBe(413)
  await nothingIsKept()
})

test.each(['%FF%FE', 'abc%C3', '\u00ff'])('a text that is no UTF-8 (%s) is refused', async (text) => {
  const body = Buffer.from(`${form}&description=${text}`, 'latin1').toString('latin1')
  const response = await fetch(`${city.url}/requests.json`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(body, 'latin1'),
  })
  expect(response.status).toBe(400)
  await nothingIsKept()
})

test.each([
  '/requests/..%2f..%2f..%2fetc%2fpasswd.json',
  '/requests/%00.json',
  '/requests/F-2026-000001%0d%0aX-Evil:%201.json',
  '/requests/F-2026-000001/event/created.json',
  '/requests/bundle%2f1.json',
  '/services/__proto__.json',
  '/services/constructor.json',
  '/services/<script>alert(1)</script>.json',
  '/tokens/%3Cscript%3E.xml',
  '/nothing.json',
  '/requests.yaml',
  '/SERVICES.json',
])('%s leads nowhere, and is not said back', async (path) => {
  await reportedNumber(city)
  const { status, text, headers } = await city.get(path)
  expect(status).toBe(404)
  expect(text).not.toMatch(/<script|%3c|passwd|evil|__proto|constructor/i)
  expect(headers.get('x-evil')).toBeNull()
})

test('an address that cannot be decoded is refused in the words of Open311', async () => {
  const { status, json } = await city.get('/requests/%E0%A4%A.json')
  expect(status).toBe(400)
  expect(json).toEqual([{ code: 400, description: 'a value has the wrong form: address' }])
})

test.each(['PUT', 'DELETE', 'PATCH'])('%s is no way in', async (method) => {
  const response = await fetch(`${city.url}/requests.json`, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
})

test('what looks like a query for a database is a value of the wrong form or no number', async () => {
  const query = encodeURIComponent("1' OR '1'='1")
  expect((await city.get(`/requests.json?page=${query}`)).status).toBe(400)
  expect((await city.get(`/requests.json?service_request_id=${query}`)).json).toEqual([])
  expect((await city.get(`/requests.json?service_code=${query}`)).json).toEqual([])
  expect((await city.get(`/requests.json?service_code=${'a,'.repeat(60)}`)).status).toBe(400)
})

test('fields named like parts of a program are fields without a meaning', async () => {
  const number = await reportedNumber(city, {
    'attribute[__proto__]': 'yes',
    'attribute[constructor]': 'yes',
    '__proto__[status]': 'Klart',
    status: 'closed',
    number: 'F-2026-999999',
  })
  expect(number).toBe('F-2026-000001')
  expect(({} as { status?: unknown }).status).toBeUndefined()
  expect((await city.get(`/requests/${number}.json`)).json).toMatchObject([{ status: 'open' }])
})

test('nothing is fetched from a media_url, and nothing of it is kept or shown', async () => {
  const asked: string[] = []
  const trap = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const { port } = trap.address() as AddressInfo
  const number = await reportedNumber(city, { media_url: `http://127.0.0.1:${port}/picture.jpg` })
  expect((await city.get(`/requests/${number}.json`)).text).not.toContain('picture')
  expect(JSON.stringify(await city.store.records('case', { limit: 10 }))).not.toContain('picture')
  await new Promise((resolve) => trap.close(resolve))
  expect(asked).toEqual([])
})

test('markup and hidden signs in a report come back escaped, and without what XML cannot hold', async () => {
  const number = await reportedNumber(city, {
    description: `<script>alert("1")</script> & ]]> \u0000\u0008\u001b 'x' 💡`,
  })
  const { text } = await city.get(`/requests/${number}.xml`)
  expect(text).toContain(
    '<description>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ]]&gt;  &#39;x&#39; 💡</description>',
  )
})

test('whatever stands in a text, the XML around it stays whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(writeXml('a', { b: text })).toMatch(/^<\?xml[^>]*\?>\n<a>(?:<b\/>|<b>[^<]*<\/b>)<\/a>\n$/)
    }),
    { numRuns: 500 },
  )
})

test('a host that the caller made up reaches nobody else, and no page', async () => {
  const text = await new Promise<string>((resolve, reject) => {
    const request = plainRequest(
      `${city.url}/discovery.xml`,
      { headers: { host: 'evil.example/"><script>' } },
      (response) => {
        let body = ''
        response.on('data', (chunk: Buffer) => (body += chunk.toString()))
        response.once('end', () => resolve(body))
      },
    )
    request.once('error', reject)
    request.end()
  })
  expect(text).toContain('<url>http://localhost/open311/v2</url>')
})

test('every answer is data: no page, not kept, never sniffed', async () => {
  for (const path of ['/services.json', '/requests.xml', '/requests/none.json']) {
    const { headers } = await city.get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('who asks too often waits, whatever address they claim to come from', async () => {
  const small = await openCity({ perMinute: 3 })
  const statuses: number[] = []
  for (const at of [1, 2, 3, 4, 5]) {
    const { status, headers } = await small.get('/services.json', { 'x-forwarded-for': `10.0.0.${at}` })
    statuses.push(status)
    if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(statuses).toEqual([200, 200, 200, 429, 429])
  await small.close()
})

test('a store that is down is told as such, and neither it nor the report is in the answer or the log', async () => {
  await city.store.close()
  const refused = await city.post(soundReport)
  expect(refused.status).toBe(503)
  expect(refused.json).toEqual([{ code: 503, description: 'try again later' }])
  expect(city.logged).toHaveLength(1)
  expect(city.logged.join()).not.toContain(soundReport.description)
  expect(city.logged.join()).not.toContain(apiKey)
})
