// Many writes with few syncs of the disk, and without holding up the event loop for long.
import type { Database } from './database'

/** A few milliseconds of work. */
const groupSize = 256

/** One transaction a group, one after the other, so that the order holds. */
export async function inGroups(writes: readonly (() => unknown)[], database: Database): Promise<void> {
  for (let from = 0; from < writes.length; from += groupSize) {
    const group = writes.slice(from, from + groupSize)
    await database.write(() => {
      for (const write of group) write()
    })
  }
}
