// Things to be done later and outside, each leased to one worker at a time.
import type { Clock } from '../../bot/contracts/clock'
import type { Logger } from '../../bot/contracts/logger'
import type { ClaimedEntry, OutboxEntry, Store } from '../../bot/contracts/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { dueMs, type Pending } from './pending'
import { claimScript, countScript, failScript, finishScript, postponeScript } from './scripts/outbox-scripts'
import { readJson } from './stored-json'

type Outbox = Pick<
  Store,
  'enqueue' | 'enqueueAll' | 'claimOutbox' | 'finishOutbox' | 'failOutbox' | 'postponeOutbox' | 'countOutbox'
>

type Claimed = readonly [id: string, json: string | null, attempts: number]

function toClaimed([id, json, attempts]: Claimed): ClaimedEntry {
  const stored = readJson(json, `outbox entry ${id}`) as Omit<OutboxEntry, 'id'>
  return { id, kind: stored.kind, dueAt: stored.dueAt, payload: stored.payload, attempts }
}

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly clock: Clock
  readonly logger: Logger
  readonly pending: Pending
}

export function createOutbox({ connection, keys, clock, logger, pending }: Rooms): Outbox {
  const { entries, ready, attempts, reasons, dead } = keys.outbox
  const put = (entry: OutboxEntry) => pending.enqueue(entry, `put/${entry.id}`)
  return {
    enqueue: async (entry) => ((await put(entry)) ? 'enqueued' : 'repeated'),
    async enqueueAll(entries) {
      entries.forEach(dueMs)
      await Promise.all(entries.map(put))
    },
    async claimOutbox({ now, leaseMs, limit }) {
      const nowMs = now.getTime()
      const claimed = await connection.run(
        claimScript,
        [entries, ready, attempts],
        [nowMs, nowMs + leaseMs, limit],
      )
      return (claimed as readonly Claimed[]).map(toClaimed)
    },
    async finishOutbox(entryId) {
      await connection.run(finishScript, [entries, ready, attempts, reasons, dead], [entryId])
    },
    async failOutbox(entryId, retryAt, reason) {
      const changed = await connection.run(
        failScript,
        [entries, ready, reasons, dead],
        [entryId, retryAt === undefined ? '' : retryAt.getTime(), reason, clock.now().getTime()],
      )
      if (retryAt === undefined && changed === 1) logger.error({ entryId }, 'an outbox entry was given up')
    },
    async postponeOutbox(entryId, until) {
      await connection.run(postponeScript, [ready, attempts], [entryId, until.getTime()])
    },
    async countOutbox() {
      const [waiting, dead] = (await connection.run(countScript, [entries, ready])) as readonly [
        number,
        number,
      ]
      return { waiting, dead }
    },
  }
}
