// Counts what a removal would take. What is held is left out by the list of holds, as a removal leaves it out by its notes of them.
import { addOld } from '../../bot/contracts/store/add-old'
import { toConversationId } from '../../bot/contracts/talk/ids'
import { isRecordHeld, type LegalHold } from '../../bot/contracts/store/legal-hold'
import type { OldOfClass, RetentionClass, Store } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly legalHolds: Pick<Store, 'legalHolds'>
}

const pageLength = 500

type Old = readonly [id: string, touchedMs: number]
/** Of some that are old, those that are free to go. */
type Free = (old: readonly Old[]) => Promise<readonly Old[]>

/** Those of a class that no hold is on. */
const freeOf =
  ({ connection, keys }: Pick<Rooms, 'connection' | 'keys'>) =>
  (collection: RetentionClass, holds: readonly LegalHold[]): Free =>
  async (old) => {
    if (holds.length === 0 || old.length === 0) return old
    const owners = await connection.use((client) =>
      client.hmget(keys.records(collection).owners, ...old.map(([id]) => id)),
    )
    return old.filter(
      ([id], n) => !isRecordHeld(holds, { collection, id, conversationId: ownerOf(owners[n]) }),
    )
  }

export function createCount({
  connection,
  keys,
  legalHolds,
}: Rooms): Pick<Store, 'countOld' | 'freeRecords'> {
  const freeRecords = freeOf({ connection, keys })
  /** @param set sorted set whose scores are times in ms. */
  const pageOf = async (set: string, beforeMs: number, skip: number): Promise<readonly Old[]> => {
    const pairs = await connection.use((client) =>
      client.zrangebyscore(set, '-inf', `(${beforeMs}`, 'WITHSCORES', 'LIMIT', skip, pageLength),
    )
    return pairs.flatMap((id, n) => (n % 2 === 0 ? [[id, Number(pairs[n + 1])] as const] : []))
  }

  const count = async (set: string, beforeMs: number, free: Free): Promise<OldOfClass> => {
    let [total, oldestMs] = [0, Infinity]
    for (let skip = 0; ; skip += pageLength) {
      const page = await pageOf(set, beforeMs, skip)
      const old = await free(page)
      total += old.length
      oldestMs = Math.min(oldestMs, ...old.map(([, touchedMs]) => touchedMs))
      if (page.length < pageLength) break
    }
    return { count: total, ...(total > 0 && { oldest: new Date(oldestMs).toISOString() }) }
  }

  const countOld: Store['countOld'] = async (retentionClass, before) => {
    const beforeMs = before.getTime()
    const holds = await legalHolds.legalHolds()
    const counted = [
      await count(keys.records(retentionClass).touched, beforeMs, freeRecords(retentionClass, holds)),
    ]
    if (retentionClass === 'conversation') {
      const held = new Set(
        holds.flatMap((hold) =>
          hold.held.kind === 'conversation' ? [String(hold.held.conversationId)] : [],
        ),
      )
      counted.push(
        await count(keys.outbox.dead, beforeMs, (old) => Promise.resolve(old)),
        await count(keys.index.touched, beforeMs, (old) =>
          Promise.resolve(old.filter(([id]) => !held.has(id))),
        ),
      )
    }
    return addOld(counted)
  }

  return {
    countOld,
    async freeRecords(collection, ids) {
      if (ids.length === 0) return []
      const entries = await connection.use((client) => client.hmget(keys.records(collection).entries, ...ids))
      const there = ids.flatMap((id, n) => (entries[n] == null ? [] : [[id, 0] as const]))
      const free = await freeRecords(collection, await legalHolds.legalHolds())(there)
      return free.map(([id]) => id).sort()
    },
  }
}

const ownerOf = (text: string | null | undefined) => (text == null ? undefined : toConversationId(text))
