import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { nightClock } from '../../support/test-bot'
import { describeTalks } from './talks'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-talks-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a talk with a person, on SQLite', () => {
  let stores = 0
  const open = () =>
    openSqliteStore({ file: join(folder, `${stores}.db`), clock: nightClock, logger: silentLogger })
  describeTalks(() => {
    stores += 1
    return open()
  }, open)
})
