// The SQLite store on real files, and in memory.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { openDatabase } from '../../../adapters/sqlite/open-database'
import { recordsUnderQuery } from '../../../adapters/sqlite/records'
import { silentLogger } from '../../../bot/contracts/logger'
import { describeStore } from '../store-conformance'

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
