// Files that are not ours, too new, damaged or busy: an error that says what to do, and never another conversation's loss.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { openSqliteStore } from '../../../adapters/sqlite'
import { DygnetError } from '../../../bot/contracts/basics/errors'
import type { MessageId } from '../../../bot/contracts/talk/ids'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import type { Store } from '../../../bot/contracts/store/store'
import { createMemoryLogger } from '../../support/web-chat-server'
import { answerOne, conversation, message, stopClock, turn } from '../store-samples'

const ada = conversation('ada')
const bo = conversation('bo')
const clock = stopClock()
let folder: string
let file: string
let opened: Store[]

/** What opening throws. */
function refusal(at = file): DygnetError {
  try {
    open(at)
  } catch (error) {
    if (error instanceof DygnetError) return error
    throw error
  }
  throw new Error('it opened')
}

const open = (at = file): Store => {
  const store = openSqliteStore({ file: at, clock, logger: silentLogger })
  opened.push(store)
  return store
}

/** Runs SQL behind the store's back. */
function meddle(sql: string, ...parameters: unknown[]): void {
  const database = new Libsql(file)
  // As one list: the driver takes a lone object for names with values, and ends the process over bytes.
  database.prepare(sql).run(parameters)
  database.close()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dygnet-sqlite-'))
  file = join(folder, 'dygnet.db')
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((store) => store.close()))
  rmSync(folder, { recursive: true, force: true })
})

describe('opening', () => {
  test('keeps everything from one start to the next', async () => {
    const first = open()
    await answerOne(first, ada, 'm1')
    await first.close()
    expect(await open().load(ada)).toEqual({ version: 1, state: '{"last":"m1"}' })
  })

  test('works in memory', async () => {
    const store = open(':memory:')
    await answerOne(store, ada, 'm1')
    expect(await store.lastSequence(ada)).toBe(2)
  })

  test('refuses a folder that is not there', () => {
    const error = refusal(join(folder, 'missing', 'dygnet.db'))
    expect(error.code).toBe('store-unavailable')
    expect(error.message).toMatch(/missing.*folder exists/)
  })

  test('refuses a folder in the place of the file', () => {
    mkdirSync(file)
    expect(refusal().code).toBe('store-unavailable')
  })

  test('refuses a file that is no database, and leaves it as it is', () => {
    writeFileSync(file, 'a letter, and no database. '.repeat(200))
    const before = readFileSync(file)
    const error = refusal()
    expect(error.code).toBe('store-corrupt')
    expect(error.message).toMatch(/no SQLite file.*another file/)
    expect(readFileSync(file)).toEqual(before)
  })

  test('refuses a database of another program, and leaves it as it is', () => {
    meddle('CREATE TABLE theirs (id INTEGER)')
    const before = readFileSync(file)
    const error = refusal()
    expect(error.code).toBe('store-corrupt')
    expect(error.message).toMatch(/another program.*file of its own/)
    expect(readFileSync(file)).toEqual(before)
  })

  test('refuses a file of a newer version', async () => {
    await open().close()
    meddle('PRAGMA user_version = 99')
    const error = refusal()
    expect(error.code).toBe('store-corrupt')
    expect(error.message).toMatch(/newer Dygnet \(format 99.*backup/)
  })

  test('refuses a file whose pages are damaged once it meets them, and says what to do', async () => {
    const store = open()
    for (let n = 0; n < 200; n += 1) await store.accept(message(ada, `m${n}`))
    await store.close()
    const bytes = readFileSync(file)
    // All but the first page, which names the tables.
    bytes.fill(0xa5, 4096)
    writeFileSync(file, bytes)
    const damaged = open()
    await expect(damaged.linesAfter(ada, 0, 1000)).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining('put the last backup') as string,
    })
  })
})

describe('a damaged row', () => {
  test('gives a state that is no JSON as it stands, with its version', async () => {
    const store = open()
    await answerOne(store, ada, 'm1')
    meddle('UPDATE conversation SET state = ?', '{"half')
    expect(await store.load(ada)).toEqual({ version: 1, state: '{"half' })
  })

  test('gives a state that is no text whole, as something that is surely no JSON', async () => {
    const store = open()
    await answerOne(store, ada, 'm1')
    const bytes = Buffer.from([0x22, 0xff, 0xfe, 0x22])
    // As text, which the driver would end the process on.
    meddle('UPDATE conversation SET state = CAST(? AS TEXT)', bytes)
    const { version, state = '' } = await store.load(ada)
    expect(version).toBe(1)
    expect(() => JSON.parse(state) as unknown).toThrow(SyntaxError)
    expect(Buffer.from(/base64: (.*)$/.exec(state)?.[1] ?? '', 'base64')).toEqual(bytes)
  })

  test('is corrupt when its version is no number', async () => {
    const store = open()
    await answerOne(store, ada, 'm1')
    meddle("UPDATE conversation SET version = 'Å'")
    await expect(store.load(ada)).rejects.toMatchObject({ code: 'store-corrupt', retryable: false })
  })

  test.each([
    ['half a line', Buffer.from('{"hemligt'), '{"hemligt'],
    [
      'a line of another shape',
      Buffer.from('{"author":"resident","at":"x"}'),
      '{"author":"resident","at":"x"}',
    ],
    ['a line of bytes that are no text', Buffer.from([0xff, 0xfe]), 'unreadable bytes in base64: //4='],
  ])('%s is given as damaged, whole, and told by its place once', async (_name, bytes, raw) => {
    const logger = createMemoryLogger()
    const store = openSqliteStore({ file, clock, logger })
    opened.push(store)
    await answerOne(store, ada, 'm1')
    meddle('UPDATE line SET body = ? WHERE sequence = 1', bytes)
    for (let looks = 0; looks < 2; looks += 1)
      expect(await store.linesAfter(ada, 0, 10)).toMatchObject([
        { sequence: 1, author: 'damaged', raw },
        { sequence: 2, author: 'bot' },
      ])
    expect(logger.lines).toMatchObject([{ level: 'error', facts: { conversationId: ada, sequence: 1 } }])
    expect(JSON.stringify(logger.lines)).not.toContain('hemligt')
  })

  test('a damaged reply is left out of its turn, and the turn still stands', async () => {
    const store = open()
    await answerOne(store, ada, 'm1')
    meddle('UPDATE line SET body = ? WHERE sequence = 2', Buffer.from('{'))
    expect(await store.turnOf(ada, 'm1' as MessageId)).toMatchObject({ messageId: 'm1', replies: [] })
  })

  test.each([
    ['damaged', "UPDATE line SET body = x'7b'", '{'],
    ['missing', 'DELETE FROM line', ''],
  ])(
    'a waiting message whose line is %s comes with its id, to be answered as damaged',
    async (_name, sql, raw) => {
      const store = open()
      await store.accept(message(ada, 'm1'))
      meddle(sql)
      expect(await store.nextWaiting(ada)).toMatchObject({
        sequence: 1,
        message: { id: 'm1', conversationId: ada, channel: 'web', content: { kind: 'damaged', raw } },
      })
      expect(await store.commit(turn(ada, 'm1'))).toMatchObject({ kind: 'committed' })
    },
  )
})

describe('writing', () => {
  test('a write that fails takes none of those with it that share its transaction', async () => {
    const store = open()
    await store.ping()
    meddle(
      `CREATE TRIGGER refuse BEFORE INSERT ON record WHEN NEW.id = 'bad' BEGIN SELECT RAISE(ABORT, 'refused'); END`,
    )
    const results = await Promise.allSettled([
      store.accept(message(ada, 'm1')),
      store.putRecord({ collection: 'case', id: 'bad', value: 1 }),
      store.accept(message(bo, 'm1')),
      store.putRecord({ collection: 'case', id: 'good', value: 1 }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
    expect(results[2]).toMatchObject({ value: { kind: 'accepted', sequence: 1 } })
    expect(await store.linesAfter(ada, 0, 10)).toHaveLength(1)
    expect(await store.linesAfter(bo, 0, 10)).toHaveLength(1)
    expect((await store.records('case', { limit: 10 })).map(({ id }) => id)).toEqual(['good'])
  })

  test('a commit whose record cannot be written leaves nothing of the turn', async () => {
    const store = open()
    await store.accept(message(ada, 'm1'))
    meddle(`CREATE TRIGGER refuse BEFORE INSERT ON record BEGIN SELECT RAISE(ABORT, 'refused'); END`)
    const outbox = [{ id: 'o', kind: 'sms', dueAt: '2026-11-24T01:30:00Z', payload: 1 }]
    const records = [{ collection: 'case', id: 'F-1', value: 1 }] as const
    await expect(store.commit(turn(ada, 'm1', { outbox, records }))).rejects.toThrow()
    expect(await store.load(ada)).toEqual({ version: 0, state: undefined })
    expect(await store.lastSequence(ada)).toBe(1)
    expect(await store.countOutbox()).toEqual({ waiting: 0, dead: 0 })
    meddle('DROP TRIGGER refuse')
    expect(await store.commit(turn(ada, 'm1', { outbox, records }))).toMatchObject({ kind: 'committed' })
  })

  test('waits for a while for another process, then is unavailable, then goes on', async () => {
    const store = open()
    const other = new Libsql(file)
    other.exec('BEGIN IMMEDIATE')
    await expect(store.accept(message(ada, 'm1'))).rejects.toMatchObject({
      code: 'store-unavailable',
      retryable: true,
    })
    other.exec('ROLLBACK')
    other.close()
    expect(await store.accept(message(ada, 'm1'))).toEqual({ kind: 'accepted', sequence: 1 })
  })

  test('what was asked for before a close is still written', async () => {
    const store = open()
    const accepted = Array.from({ length: 200 }, (_, n) => store.accept(message(ada, `m${n}`)))
    await store.close()
    await Promise.all(accepted)
    expect(await open().lastSequence(ada)).toBe(200)
  })

  test('a close while another process writes lets go of the file, and whoever asked for a write hears that it failed', async () => {
    const store = open()
    await store.ping()
    const other = new Libsql(file)
    other.exec('BEGIN IMMEDIATE')
    const late = store.accept(message(ada, 'm1'))
    await Promise.all([store.close(), expect(late).rejects.toMatchObject({ code: 'store-unavailable' })])
    other.exec('ROLLBACK')
    other.close()
    await expect(store.ping()).rejects.toMatchObject({
      message: expect.stringContaining('was closed') as string,
    })
    expect(await open().lastSequence(ada)).toBe(0)
  })
})
