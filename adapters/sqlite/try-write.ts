// Whether the file takes writes, asked by one that needs as much room as a long turn.
import type { Database } from './database'

const probeKey = 'try-write'
/** New pages are needed for it: of a full disk a row of a few bytes may still find room in an old one. */
const probeBytes = 64 * 1024

/** In one transaction, so that nothing of it stays; what was taken away is overwritten, and so is written all the same. */
export function createTryWrite(database: Database): () => Promise<void> {
  const put = database.prepare('INSERT INTO kept (key, value, until_ms) VALUES (?, zeroblob(?), 0)')
  const remove = database.prepare('DELETE FROM kept WHERE key = ?')
  return () =>
    database.write(() => {
      put.run(probeKey, probeBytes)
      remove.run(probeKey)
    })
}
