// The whole server with a language model switched on by its settings, as an operator does.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readSettings } from '../adapters/settings'
import type { RunningCity } from '../main'
import {
  begin,
  call,
  inRoom,
  openSocket,
  post,
  type SeenActivity,
  type Talk,
} from './support/direct-line-client'
import { startModelServer, type ModelServer } from './support/model-server'
import { startTestCity } from './support/start-city'

/** Of which at least one is not clear to the classifier, whatever staff have written since. */
const vague = [
  'vad kostar det för barn',
  'kostnad för pensionärer',
  'kan jag få hjälp med avgiften',
  'hur fungerar det på sommaren',
  'vad gäller på julafton',
  'får man ha musik på kvällen',
]

describe('a server with OPENAI_MODEL', () => {
  let folder: string
  let server: ModelServer
  let city: RunningCity | undefined

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dygnet-model-'))
    server = await startModelServer()
    // The first passage word for word: true, whatever it is.
    server.draft(({ input }) => {
      const { sources } = JSON.parse(input) as { sources: { text: string }[] }
      const [, ...words] = sources[0]!.text.split('\n')
      return { answer: words.join('\n'), completeness: 'whole', sourcesUsed: ['source_1'] }
    })
    city = await startTestCity(
      readSettings({
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        LOG_LEVEL: 'silent',
        OPENAI_MODEL: 'city-model-1',
        OPENAI_API_KEY: 'sk-test',
        OPENAI_BASE_URL: server.url,
        OPENAI_KRONOR_IN: '10',
        OPENAI_KRONOR_OUT: '100',
      }),
    )
  })
  afterAll(async () => {
    await city?.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('answers with its stamp, and tells operators how often and for how much', async () => {
    const { url } = city!
    const linesOf = async (talk: Talk): Promise<readonly string[]> => {
      const { body } = await call({ url }, 'GET', inRoom(talk, '/activities'), { token: talk.token })
      return body.activities.map((one) => one.text)
    }
    const texts: string[] = []
    const pushed: SeenActivity[] = []
    for (const text of vague) {
      const talk = await begin({ url })
      const { socket, activities } = await openSocket(talk.streamUrl)
      await post({ url }, talk, { type: 'message', text })
      const deadline = Date.now() + 20_000
      // The welcome, the question, the answer.
      while ((await linesOf(talk)).length < 3 && Date.now() < deadline) await wait(50)
      texts.push(...(await linesOf(talk)))
      pushed.push(...activities)
      socket.close()
    }
    // While it was written, its beginning was read.
    const parts = pushed.filter((one) => one.type === 'typing' && 'text' in one)
    expect(parts.length).toBeGreaterThan(0)
    for (const { text } of parts) expect(texts.some((one) => one.includes(text))).toBe(true)
    expect(texts.join('\n')).toContain('Sammanställt av AI från dessa sidor.')
    expect(server.asked.length).toBeGreaterThan(0)
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toContain(`dygnet_model_calls_total{result="draft"} ${server.asked.length}`)
    expect(metrics).toContain('dygnet_turns_total{outcome="answered-model",channel="web"}')
    expect(Number(/^dygnet_model_kronor_today (\S+)$/m.exec(metrics)?.[1])).toBeCloseTo(
      server.asked.length * 0.02,
      6,
    )
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })
})
