import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../../../adapters/sqlite'
import { silentLogger } from '../../../../../bot/contracts/basics/logger'
import { nightClock } from '../../../../support/test-bot'
import { describeSurvival } from './survives'

const folder = mkdtempSync(join(tmpdir(), 'follow-up-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what answered last, in a SQLite file', () => {
  describeSurvival(() =>
    openSqliteStore({ file: join(folder, 'dygnet.db'), clock: nightClock, logger: silentLogger }),
  )
})
