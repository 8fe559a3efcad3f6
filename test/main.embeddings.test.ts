// The whole server with an embedding model switched on by its settings and no language model, as an operator does.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readSettings } from '../adapters/settings'
import type { RunningCity } from '../main'
import { begin, call, inRoom, post } from './support/direct-line-client'
import { startEmbeddingServer, type EmbeddingServer } from './support/embedding-server'
import { startTestCity } from './support/start-city'

let folder: string
const cache = () => join(folder, 'cache', 'embeddings')
let server: EmbeddingServer
let city: RunningCity | undefined

const settingsFor = (change: Record<string, string> = {}) => ({
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: folder,
  LOG_LEVEL: 'silent',
  OPENAI_EMBEDDING_MODEL: 'meaning-1',
  OPENAI_EMBEDDING_KRONOR: '0',
  OPENAI_API_KEY: 'sk-test',
  OPENAI_BASE_URL: server.url,
  ...change,
})

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-embeddings-'))
  server = await startEmbeddingServer()
})
afterAll(async () => {
  await city?.stop()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!isSo() && Date.now() < deadline) await wait(50)
  expect(isSo()).toBe(true)
}

test('learns the articles after the doors are open, and answers while its server is away', async () => {
  city = await startTestCity(readSettings(settingsFor()))
  await until(() => existsSync(cache()) && readdirSync(cache()).length === 1)
  const learnt = server.asked.length
  expect(learnt).toBeGreaterThan(5)
  const metrics = await (await fetch(`${city.url}/metrics`)).text()
  expect(metrics).toContain(`dygnet_embedding_calls_total{result="vectors"} ${learnt}`)
  server.answer((_, response) => void response.writeHead(503).end())
  const { url } = city
  const talk = await begin({ url })
  await post({ url }, talk, { type: 'message', text: 'hur blir det med allt det där egentligen' })
  const lines = async () =>
    (await call({ url }, 'GET', inRoom(talk, '/activities'), { token: talk.token })).body.activities.length
  let heard = 0
  const deadline = Date.now() + 20_000
  while (heard < 3 && Date.now() < deadline) {
    heard = await lines()
    await wait(50)
  }
  // The welcome, the question, the answer.
  expect(heard).toBeGreaterThanOrEqual(3)
  // The classifier learns at the first start.
})

test('says which setting is missing', () => {
  const without = { ...settingsFor(), OPENAI_API_KEY: '', OPENAI_EMBEDDING_KRONOR: '' }
  expect(() => readSettings(without)).toThrow(/OPENAI_API_KEY.*OPENAI_EMBEDDING_KRONOR/s)
})
