import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import Libsql from 'libsql'
import { readSettings } from '../adapters/settings'
import { openRedisStore } from '../adapters/redis'
import { systemClock } from '../bot/contracts/basics/clock'
import { toConversationId } from '../bot/contracts/talk/ids'
import { silentLogger } from '../bot/contracts/basics/logger'
import type { RunningCity } from '../main'
import { serveChild } from '../scripts/bench/serve-child'
import { begin, call, inRoom, post, type Talk } from './support/direct-line-client'
import { projectRoot } from './support/project-root'
import { startRedisServer } from './support/redis-server'
import { writeSmallCity } from './support/small-city'
import { startTestCity } from './support/start-city'

interface Conversation {
  readonly conversationId: string
  readonly token: string
}
interface Activities {
  readonly activities: readonly { readonly text?: string; readonly from: { readonly role?: string } }[]
}

/** For what does not depend on what the city says. */
const smallFolder = mkdtempSync(join(tmpdir(), 'dygnet-small-'))
beforeAll(() => writeSmallCity(smallFolder))
afterAll(() => {
  rmSync(smallFolder, { recursive: true, force: true })
})

const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

describe('a stop', () => {
  test('waits no longer than its deadline for a Redis that answers nobody, and loses no message', async () => {
    const redis = await startRedisServer()
    const settings = readSettings({
      PORT: '0',
      HOST: '127.0.0.1',
      REDIS_URL: redis.url,
      CONTENT_DIR: smallFolder,
      LOG_LEVEL: 'silent',
      STARTS_PER_MINUTE: '1000',
    })
    const city = await startTestCity(settings, { stopDeadlineMs: 50 })
    const talks: Talk[] = []
    while (talks.length < 20) talks.push(await begin(city))
    const posts = talks.map((talk) => post(city, talk, { type: 'message', text: 'det är ett hål i gatan' }))
    const answers = Promise.allSettled(posts)
    // One is accepted; the turns of most are under way, and must now wait for Redis.
    const first = await Promise.race(posts)
    redis.freeze()
    expect(first.status).toBe(200)
    const poll = call(city, 'GET', inRoom(talks[0]!, '/activities'), { token: talks[0]!.token })
    // Redis lets go of a command after two seconds, and the poll would then be answered: the stop was there before it.
    const cut = expect(poll).rejects.toThrow('fetch failed')
    await city.stop()
    await cut
    redis.thaw()

    const accepted = (await answers).filter((answer) => answer.status === 'fulfilled')
    const store = openRedisStore({ url: redis.url, clock: systemClock, logger: silentLogger })
    const kept = await Promise.all(talks.map(({ id }) => store.linesAfter(toConversationId(id), 0, 100)))
    const keptTexts = kept
      .flat()
      .filter((line) => line.author === 'resident' && line.message.content.kind === 'text')
    expect(keptTexts.length).toBeGreaterThanOrEqual(accepted.length)
    // What the stop did not wait for is there for the next start.
    expect(await store.conversationsWaiting(100)).not.toEqual([])
    await store.close()
    await redis.stop()
  })
})

describe('the city', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-city-'))
  const ofAll = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, LOG_LEVEL: 'silent' }
  const settings = readSettings(ofAll)
  const small = readSettings({ ...ofAll, DATA_DIR: join(folder, 'small'), CONTENT_DIR: smallFolder })
  let city: RunningCity | undefined

  afterEach(async () => {
    await city?.stop()
    city = undefined
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const post = async (path: string, body: unknown, token?: string): Promise<unknown> => {
    const response = await fetch(`${city!.url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    expect(response.ok).toBe(true)
    return response.json()
  }
  const linesOf = async ({ conversationId, token }: Conversation): Promise<readonly string[]> => {
    const response = await fetch(`${city!.url}/v3/directline/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return ((await response.json()) as Activities).activities.map(({ text }) => text ?? '')
  }

  test('serves the page, answers over Direct Line, and remembers the talk over a restart', async () => {
    city = await startTestCity(settings)
    expect((await fetch(`${city.url}/`)).status).toBe(200)
    expect((await fetch(`${city.url}/readyz`)).status).toBe(200)
    const undecodable = await fetch(`${city.url}/letters/%E0%A4%A/x`)
    expect([undecodable.status, await undecodable.text()]).toEqual([
      404,
      expect.stringMatching(/^Sidan.*\n$/),
    ])
    const { token } = (await post('/v3/directline/tokens/generate', {})) as Conversation
    const talk = (await post('/v3/directline/conversations', { locale: 'sv' }, token)) as Conversation
    const activities = `/v3/directline/conversations/${talk.conversationId}/activities`
    await post(activities, { type: 'message', text: 'det är ett hål i gatan' }, talk.token)
    // A stop lets turns under way finish, so the answer is there after it.
    await city.stop()

    city = await startTestCity(settings)
    expect((await linesOf(talk)).join('\n')).toContain('Var är det?')
    await post(activities, { type: 'message', text: 'Storgatan 12' }, talk.token)
    await city.stop()
    city = await startTestCity(settings)
    expect((await linesOf(talk)).join('\n')).toContain('skada sig')
  })

  test('starts with what the build has checked and learnt, also of danger, where it never started before', async () => {
    const data = join(folder, 'first')
    const server = await serveChild(['dist/main.js'], { DATA_DIR: data })
    const made = listFiles(join(data, 'cache'))
    await server.stop()
    const learnt = join(projectRoot, 'dist', 'learnt')
    expect(made).toEqual(listFiles(learnt))
    expect(made.map((file) => file.replace(/-[0-9a-f]+\.bin$/, ''))).toEqual(
      expect.arrayContaining(['checked', 'classifier', join('danger', 'detector')]),
    )
    for (const file of made)
      expect(readFileSync(join(data, 'cache', file)).equals(readFileSync(join(learnt, file)))).toBe(true)
  })

  test('removes conversations that have been kept for as long as the city has decided', async () => {
    city = await startTestCity(small)
    const { token } = (await post('/v3/directline/tokens/generate', {})) as Conversation
    const talk = (await post('/v3/directline/conversations', { locale: 'sv' }, token)) as Conversation
    await city.stop()
    const database = new Libsql(join(folder, 'small', 'dygnet.db'))
    const count = () => (database.prepare('SELECT count(*) AS n FROM conversation').get() as { n: number }).n
    database
      .prepare('UPDATE conversation SET touched_ms = touched_ms - 22 * 86400000 WHERE id = ?')
      .run([talk.conversationId])
    const before = count()

    city = await startTestCity(small, { firstRemovalMs: 1 })
    while (count() === before) await new Promise(setImmediate)
    await city.stop()
    expect(count()).toBe(before - 1)
    database.close()
  })

  test('a folder for files that cannot be one stops the start, with its variable and what to do', async () => {
    const inFile = join(folder, 'a-file', 'files')
    writeFileSync(join(folder, 'a-file'), '')
    const wrong = readSettings({
      ...{ PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', CONTENT_DIR: smallFolder },
      ...{ DATA_DIR: join(folder, 'other'), FILES_DIR: inFile },
    })
    await expect(startTestCity(wrong)).rejects.toThrow(`FILES_DIR: ${inFile} cannot be made a folder`)
  })

  test('a taken port is told with its number and what to do', async () => {
    city = await startTestCity(small)
    const taken = new URL(city.url).port
    await expect(
      startTestCity(
        readSettings({
          PORT: taken,
          HOST: '127.0.0.1',
          DATA_DIR: join(folder, 'other'),
          CONTENT_DIR: smallFolder,
          LOG_LEVEL: 'silent',
        }),
      ),
    ).rejects.toThrow(`PORT: ${taken} is taken by another program`)
  })
})
