// A server on SQLite killed with SIGKILL in the midst of its work, again and again on the same file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../../adapters/sqlite'
import { systemClock } from '../../../bot/contracts/basics/clock'
import { silentLogger } from '../../../bot/contracts/basics/logger'
import { checkDurable, seededRandom, writeUntilKilled } from '../durability'

test('a killed process loses nothing it acknowledged and leaves nothing by halves', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dygnet-durable-'))
  const file = join(folder, 'dygnet.db')
  const random = seededRandom(20261124)
  const acknowledged: string[] = []
  let next = 1
  for (let kill = 0; kill < 6; kill += 1) {
    acknowledged.push(...(await writeUntilKilled(`sqlite:${file}`, next, 1 + Math.floor(random() * 150))))
    const store = openSqliteStore({ file, clock: systemClock, logger: silentLogger })
    next = 1 + (await checkDurable(store, acknowledged))
    await store.close()
  }
  rmSync(folder, { recursive: true })
})
