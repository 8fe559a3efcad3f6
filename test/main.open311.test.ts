// A whole city: what a resident reports in the chat, and what an app reports over Open311, stand side by side.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSettings } from '../adapters/settings'
import { startCity, type RunningCity } from '../main'
import { writeSmallCity } from './support/small-city'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-open311-'))
const apiKey = 'a-key-of-sixteen-signs'
let city: RunningCity

beforeAll(async () => {
  await writeSmallCity(folder)
  city = await startCity(
    readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: join(folder, 'var'),
      CONTENT_DIR: folder,
      LOG_LEVEL: 'silent',
      OPEN311_API_KEYS: apiKey,
    }),
  )
})
afterAll(async () => {
  await city.stop()
  rmSync(folder, { recursive: true })
})

test('an app finds the services, reports, and reads its report back', async () => {
  const services = await fetch(`${city.url}/open311/v2/services.json`)
  expect(services.status).toBe(200)
  expect(await services.json()).toHaveLength(5)
  const made = await fetch(`${city.url}/open311/v2/requests.json`, {
    method: 'POST',
    body: new URLSearchParams({ api_key: apiKey, service_code: 'pothole', address_string: 'Storgatan 12' }),
  })
  expect(made.status).toBe(201)
  const [{ service_request_id: number } = { service_request_id: '' }] = (await made.json()) as {
    service_request_id: string
  }[]
  const read = await fetch(`${city.url}/open311/v2/requests/${number}.xml`)
  expect(await read.text()).toContain('<address>Storgatan 12</address>')
})

test('what is not there is told in the words of Open311, and the rest of the city is as before', async () => {
  expect((await fetch(`${city.url}/open311/v2/requests/F-2026-999999.json`)).status).toBe(404)
  expect((await fetch(`${city.url}/healthz`)).status).toBe(200)
})
