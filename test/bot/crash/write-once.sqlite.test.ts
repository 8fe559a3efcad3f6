import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { crashAroundWrite } from '../../support/write-crash-suite'

describe('a process killed around a write in another system, on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-write-'))
  const file = join(folder, 'crash.db')
  const open = () => openSqliteStore({ file, clock: systemClock, logger: silentLogger })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test.each(['keyed', 'asked'] as const)(
    'books once where the other system is %s',
    async (how) => {
      const moments = await crashAroundWrite(`sqlite:${file}`, open, how)
      expect(moments).toBeGreaterThan(10)
    },
    300_000,
  )
})
