// What a department's system may say of a case over real HTTP, and what is refused with nothing kept.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createCaseRoutes } from '../../../adapters/cases'
import { openSqliteStore } from '../../../adapters/sqlite'
import { hearDesk } from '../../../bot/cases/hear-desk'
import { madeRecord } from '../../../bot/cases/case-records'
import { readCase } from '../../../bot/cases/read-case'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { sendSigned } from '../../support/signed-request'
import { smallCity } from '../../support/small-city'
import { nightClock } from '../../support/test-bot'
import { caseWith } from './desk-conformance'

const clock = nightClock
const path = '/api/cases/F-2026-000123/events'
let store: Store
let server: Server
let url = ''

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:', clock, logger: silentLogger })
  const { status, fixed, history, externalIds, followers, ...made } = caseWith()
  expect([status, fixed, history.length, externalIds, followers]).toEqual(['Inskickat', null, 1, {}, 0])
  await store.putRecord(madeRecord(made))
  const secretOf = (department: string) => ({ 'gata-park': 's1', avfall: 's2' })[department]
  const app = express()
  const { city: small } = await smallCity()
  const avfall = { ...small.departments.get('avfall')!, desk: { kind: 'email', to: 'a@exempel.se' } as const }
  const city = { ...small, departments: new Map(small.departments).set('avfall', avfall) }
  const hear = hearDesk({ store, city: () => city, clock })
  app.use(createCaseRoutes({ hear, secretOf, clock, logger: silentLogger }))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  await store.close()
})

const gata = { department: 'gata-park', secret: 's1' }
const post = (
  body: unknown,
  who: { readonly department: string; readonly secret: string; readonly to?: string } = gata,
) => sendSigned({ url, now: clock.now(), ...who }, 'POST', who.to ?? path, body)
const kept = async () => {
  const read = await readCase(store, 'F-2026-000123')
  return [read?.status, read?.history.length, (await store.countOutbox()).waiting]
}

test('an event is taken, kept and told, once', async () => {
  const event = { id: 'e-1', status: 'Klart', fixed: false, text: 'Stolpen är privat.' }
  expect(await post(event)).toEqual({ status: 202, body: { case: 'F-2026-000123', event: 'added' } })
  expect(await post(event)).toEqual({ status: 200, body: { case: 'F-2026-000123', event: 'repeated' } })
  expect(await kept()).toEqual(['Klart', 2, 1])
})

test('something else under the same id is refused', async () => {
  await post({ id: 'e-1', status: 'Klart' })
  expect(await post({ id: 'e-1', status: 'Arkiverat' })).toEqual({
    status: 409,
    body: { error: { code: 'use-a-new-id', detail: 'id' } },
  })
  expect(await kept()).toEqual(['Klart', 2, 1])
})

test('a case that is not theirs goes to the department whose it is, and only that one is heard of it then', async () => {
  const moved = { id: 'e-1', moved: 'avfall', text: 'Containern är avfalls.' }
  expect(await post(moved)).toEqual({ status: 202, body: { case: 'F-2026-000123', event: 'added' } })
  expect((await post(moved)).status).toBe(200)
  expect((await post({ ...moved, moved: 'vatten' })).status).toBe(409)
  expect((await post({ id: 'e-2', status: 'Klart' })).status).toBe(404)
  const theirs = { department: 'avfall', secret: 's2' }
  expect((await post({ id: 'e-1', status: 'Under behandling' }, theirs)).status).toBe(202)
  const read = await readCase(store, 'F-2026-000123')
  expect(read).toMatchObject({ department: 'avfall', status: 'Under behandling' })
  expect(read?.history.map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['created', undefined, undefined],
    ['moved', 'gata-park', 'avfall'],
    ['status', undefined, undefined],
  ])
})

test.each(['gata-park', 'kontaktcenter', 'nobody'])(
  'a case cannot be moved to %s: nobody there would get it',
  async (to) => {
    expect(await post({ id: 'e-1', moved: to })).toEqual({
      status: 422,
      body: { error: { code: 'unprocessable', detail: 'moved' } },
    })
    expect(await kept()).toEqual(['Inskickat', 1, 0])
  },
)

test('a text is kept as people read it', async () => {
  await post({ id: 'e-1', text: ' Hej\r\ndu\u0000\u202e  där\tA\u030a ' })
  expect((await readCase(store, 'F-2026-000123'))?.history.at(-1)?.text).toBe('Hej\ndu där Å')
})

test('half of a sign, as where a text was cut in the middle of an emoji, is no part of it', async () => {
  await post({ id: 'e-1', text: 'Lagat \ud83d' })
  expect((await readCase(store, 'F-2026-000123'))?.history.at(-1)?.text).toBe('Lagat')
})

test('joiners of scripts and of emoji are part of a text, and nothing by themselves', async () => {
  const text = 'می\u200cخواهیم 👩\u200d🔧'
  await post({ id: 'e-1', text })
  expect((await readCase(store, 'F-2026-000123'))?.history.at(-1)?.text).toBe(text)
  expect((await post({ id: 'e-2', text: '\u200d \u200c' })).body).toEqual({
    error: { code: 'unprocessable', detail: 'text' },
  })
})

test.each([
  ['another department', { department: 'avfall', secret: 's2', to: path }],
  ['a case that is not there', { ...gata, to: '/api/cases/F-2026-000999/events' }],
  ['no number', { ...gata, to: '/api/cases/..%2Fx/events' }],
  ['a record that is none', { ...gata, to: '/api/cases/F-2026-000123%2Fevent%2Fcreated/events' }],
])('%s gets one and the same answer', async (_name, who) => {
  expect(await post({ id: 'e-1', status: 'Klart' }, who)).toEqual({
    status: 404,
    body: { error: { code: 'not-found' } },
  })
  expect(await kept()).toEqual(['Inskickat', 1, 0])
})

test.each<[unknown, string]>([
  [{ status: 'Klart' }, 'id'],
  [{ id: '', status: 'Klart' }, 'id'],
  [{ id: '../../x', status: 'Klart' }, 'id'],
  [{ id: 'a'.repeat(81), status: 'Klart' }, 'id'],
  [{ id: 'e', status: 'Fixat' }, 'status'],
  [{ id: 'e' }, 'status'],
  [{ id: 'e', status: 'Under behandling', fixed: true }, 'fixed'],
  [{ id: 'e', status: 'Klart', fixed: 'no' }, 'fixed'],
  [{ id: 'e', moved: 'avfall', status: 'Klart' }, 'moved'],
  [{ id: 'e', moved: '../avfall' }, 'moved'],
  [{ id: 'e', text: '' }, 'text'],
  [{ id: 'e', text: '\u200b\u0007' }, 'text'],
  [{ id: 'e', text: 'x'.repeat(601) }, 'text'],
  [{ id: 'e', text: 'hej', secret: 'x' }, 'body'],
  [['e'], 'body'],
  [null, 'body'],
  ['{"id":"e","status":"Klart","__proto__":{"text":"x"}}', 'body'],
])('%j is refused for its %s, and nothing of it is kept or said back', async (body, detail) => {
  expect(await post(body)).toEqual({ status: 422, body: { error: { code: 'unprocessable', detail } } })
  expect(await kept()).toEqual(['Inskickat', 1, 0])
})

test('who does not sign is not told whether there is such a case', async () => {
  for (const to of [path, '/api/cases/F-2026-000999/events'])
    expect(await post({ id: 'e' }, { department: 'gata-park', secret: 'wrong', to })).toEqual({
      status: 401,
      body: { error: { code: 'not-signed' } },
    })
})
