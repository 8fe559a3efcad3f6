import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { crashAtEveryMoment, crashMoments } from '../../support/crash-suite'

describe('a process killed at any moment of an errand, on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-crash-'))
  const file = join(folder, 'crash.db')
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('loses nothing, answers nothing twice and makes one case', async () => {
    const moments = await crashAtEveryMoment(`sqlite:${file}`, () =>
      openSqliteStore({ file, clock: systemClock, logger: silentLogger }),
    )
    expect(moments).toEqual(crashMoments)
  })
})
