import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeContacts } from './contacts'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-contacts-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a contact that is written to a person, on SQLite', () => {
  let stores = 0
  const open = () =>
    openSqliteStore({ file: join(folder, `${stores}.db`), clock: nightClock, logger: silentLogger })
  describeContacts(() => {
    stores += 1
    return open()
  }, open)
})
