// The SQLite store on real files, and in memory.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { openDatabase } from '../../../adapters/sqlite/open-database'
import { recordsUnderQuery } from '../../../adapters/sqlite/records'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { describeStore } from '../store-conformance'
import { answerOne, conversation, stopClock } from '../store-samples'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
describeStore('the SQLite store', () => {
  files += 1
  const file = join(folder, `${files}.db`)
  return {
    open: (clock) => openSqliteStore({ file, clock, logger: silentLogger }),
    passTime: (clock, ms) => {
      clock.advance(ms)
      return Promise.resolve()
    },
  }
})

describe('the file', () => {
  const all = (file: string) => [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path))
  const modes = (file: string) => all(file).map((path) => (statSync(path).mode & 0o777).toString(8))
  const open = (file: string) => openSqliteStore({ file, clock: stopClock(), logger: silentLogger })
  const ada = conversation('ada')

  test('is open to its own user only, new or old, with its log', async () => {
    const umask = process.umask(0)
    try {
      const file = join(folder, 'modes.db')
      const store = open(file)
      await answerOne(store, ada, 'm1')
      expect(modes(file)).toEqual(['600', '600', '600'])
      all(file).forEach((path) => chmodSync(path, 0o644))
      const again = open(file)
      await answerOne(again, ada, 'm2')
      expect(modes(file)).toEqual(['600', '600', '600'])
      await again.close()
      await store.close()
    } finally {
      process.umask(umask)
    }
  })

  test('and its log hold nothing of a conversation that was erased', async () => {
    const file = join(folder, 'erased.db')
    const store = open(file)
    await store.putRecord({ collection: 'feedback', id: 'f', value: 'Björkgatan åtta', conversationId: ada })
    await answerOne(store, ada, 'm1')
    await store.erase(ada)
    for (const path of all(file)) expect(readFileSync(path).includes('Björkgatan åtta')).toBe(false)
    await store.close()
  })
})

test('looks up the records of a key without going through all others', () => {
  const database = openDatabase(':memory:')
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${recordsUnderQuery}`).all('visit', 'key') as {
    detail: string
  }[]
  database.close()
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH record_key USING PRIMARY KEY (collection=? AND key=?)',
    'SEARCH record USING PRIMARY KEY (collection=? AND id=?)',
  ])
})
