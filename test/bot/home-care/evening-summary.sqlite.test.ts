import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { stopClock } from '../../adapters/store-samples'
import { describeEveningSummary, noon } from './evening-summary'

const folder = mkdtempSync(join(tmpdir(), 'dygnet-summary-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the evening text, on SQLite', () => {
  const clock = stopClock(noon)
  let stores = 0
  describeEveningSummary(() => {
    stores += 1
    return openSqliteStore({ file: join(folder, `${stores}.db`), clock, logger: silentLogger })
  }, clock)
})
