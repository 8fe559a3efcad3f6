// Things to be done later and outside, each leased to one worker at a time.
import type { Clock } from '../../bot/contracts/basics/clock'
import { dueMs } from '../../bot/contracts/store/outbox-due'
import type { ClaimedEntry, ListedEntry, OutboxEntry, Store } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import type { Pending } from './pending'
import {
  claimScript,
  countScript,
  failScript,
  finishScript,
  listScript,
  postponeScript,
  renewScript,
  reviveScript,
} from './scripts/outbox-scripts'
import { readJson } from './stored-json'

type Outbox = Pick<
  Store,
  | 'enqueue'
  | 'enqueueAll'
  | 'claimOutbox'
  | 'renewLease'
  | 'finishOutbox'
  | 'failOutbox'
  | 'postponeOutbox'
  | 'countOutbox'
  | 'listOutbox'
  | 'reviveOutbox'
>

type Claimed = readonly [id: string, json: string | null, attempts: number]

function toClaimed([id, json, attempts]: Claimed): ClaimedEntry {
  const stored = readJson(json, `outbox entry ${id}`) as Omit<OutboxEntry, 'id'>
  return { id, kind: stored.kind, dueAt: stored.dueAt, payload: stored.payload, attempts }
}

type Listed = readonly [...Claimed, atMs: string, reason: string | null]

function toListed([id, json, attempts, atMs, reason]: Listed): ListedEntry {
  const { kind, dueAt } = toClaimed([id, json, attempts])
  const at = new Date(Number(atMs)).toISOString()
  return { id, kind, dueAt, attempts, at, ...(reason !== null && { reason }) }
}

interface Rooms {
  readonly connection: Connection
  readonly keys: Keys
  readonly clock: Clock
  readonly pending: Pending
}

export function createOutbox({ connection, keys, clock, pending }: Rooms): Outbox {
  const { entries, ready, attempts, reasons, dead, order } = keys.outbox
  const put = (entry: OutboxEntry) => pending.enqueue(entry, `put/${entry.id}`)
  return {
    enqueue: async (entry) => ((await put(entry)) ? 'enqueued' : 'repeated'),
    async enqueueAll(entries) {
      entries.forEach(dueMs)
      await Promise.all(entries.map(put))
    },
    async claimOutbox({ now, leaseMs, limit, except = [] }) {
      const nowMs = now.getTime()
      const claimed = await connection.run(
        claimScript,
        [entries, ready, attempts, order],
        [nowMs, nowMs + leaseMs, limit, ...except],
      )
      return (claimed as readonly Claimed[]).map(toClaimed)
    },
    async renewLease(entryId, until) {
      await connection.run(renewScript, [ready], [entryId, until.getTime()])
    },
    async finishOutbox(entryId) {
      await connection.run(finishScript, [entries, ready, attempts, reasons, dead, order], [entryId])
    },
    async failOutbox(entryId, retryAt, reason) {
      await connection.run(
        failScript,
        [entries, ready, reasons, dead, order],
        [entryId, retryAt === undefined ? '' : retryAt.getTime(), reason, clock.now().getTime()],
      )
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
    async listOutbox({ dead: isDead, limit }) {
      const script = [isDead ? dead : ready, entries, attempts, reasons]
      return ((await connection.run(listScript, script, [limit])) as readonly Listed[]).map(toListed)
    },
    async reviveOutbox(entryId) {
      const script = [dead, ready, attempts, reasons, entries, order]
      return (await connection.run(reviveScript, script, [entryId, clock.now().getTime()])) === 1
    },
  }
}
