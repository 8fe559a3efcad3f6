// Things to be done later and outside, each leased to one worker at a time.
import type { Clock } from '../../bot/contracts/basics/clock'
import { dayMs } from '../../bot/contracts/basics/durations'
import { dueMs } from '../../bot/contracts/store/outbox-due'
import type { ClaimedEntry, ListedEntry, OutboxEntry, Store } from '../../bot/contracts/store/store'
import type { Database } from './database'
import { readJson, readText, toStoredJson } from './stored-text'
import { inGroups } from './write-in-groups'

export interface OutboxTable extends Pick<
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
> {
  /** Checks the entry now; what comes back writes it, within the transaction of the caller. */
  readonly prepareAdd: (entry: OutboxEntry) => () => unknown
}

interface EntryRow {
  readonly id: unknown
  readonly kind: unknown
  readonly dueAt: unknown
  readonly payload: unknown
  readonly attempts: number
}

interface ListedRow extends Omit<EntryRow, 'payload'> {
  readonly readyMs: number
  readonly reason: unknown
}

function prepareStatements(database: Database) {
  return {
    // An id that is still there is the same thing to do: doing it twice would be wrong.
    add: database.prepare(
      `INSERT INTO outbox (id, kind, due_at, payload, ready_ms, ordering_key) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ),
    forgetPut: database.prepare('DELETE FROM spent WHERE until_ms <= ?'),
    put: database.prepare('INSERT INTO spent (key, until_ms) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    // Not `ORDER BY id`: that is the column of the result, by which no index is ordered, and all that is due would be sorted.
    ready: database.prepare(
      `SELECT CAST(id AS BLOB) AS id FROM outbox AS entry WHERE dead = 0 AND ready_ms <= @nowMs
         AND kind NOT IN (SELECT value FROM json_each(@except))
         AND (ordering_key IS NULL OR NOT EXISTS (
           SELECT 1 FROM outbox AS earlier WHERE earlier.ordering_key = entry.ordering_key AND earlier.dead = 0
             AND (earlier.due_at, earlier.id) < (entry.due_at, entry.id)
             AND (earlier.attempts > 0 OR earlier.ready_ms <= @nowMs)))
       ORDER BY entry.ready_ms, entry.id LIMIT @limit`,
    ),
    renew: database.prepare('UPDATE outbox SET ready_ms = ? WHERE id = ? AND dead = 0'),
    claim: database.prepare(
      `UPDATE outbox SET ready_ms = ?, attempts = attempts + 1 WHERE id = ?
       RETURNING CAST(id AS BLOB) AS id, CAST(kind AS BLOB) AS kind, CAST(due_at AS BLOB) AS dueAt, payload, attempts`,
    ),
    finish: database.prepare('DELETE FROM outbox WHERE id = ?'),
    retry: database.prepare('UPDATE outbox SET ready_ms = ?, reason = ? WHERE id = ? AND dead = 0'),
    postpone: database.prepare(
      'UPDATE outbox SET ready_ms = ?, attempts = MAX(attempts - 1, 0) WHERE id = ? AND dead = 0',
    ),
    // Of a dead letter `ready_ms` is when it was given up.
    bury: database.prepare('UPDATE outbox SET dead = 1, ready_ms = ?, reason = ? WHERE id = ? AND dead = 0'),
    count: database.prepare(
      'SELECT COALESCE(SUM(dead = 0), 0) AS waiting, COALESCE(SUM(dead), 0) AS dead FROM outbox',
    ),
    list: database.prepare(
      `SELECT CAST(id AS BLOB) AS id, CAST(kind AS BLOB) AS kind, CAST(due_at AS BLOB) AS dueAt, attempts,
         ready_ms AS readyMs, CAST(reason AS BLOB) AS reason
       FROM outbox WHERE dead = ? ORDER BY outbox.ready_ms, outbox.id LIMIT ?`,
    ),
    revive: database.prepare(
      'UPDATE outbox SET dead = 0, ready_ms = ?, attempts = 0, reason = NULL WHERE id = ? AND dead = 1',
    ),
  }
}

function toClaimed(row: EntryRow): ClaimedEntry {
  const id = readText(row.id, 'the id of an outbox entry')
  const what = `outbox entry ${id}`
  return {
    id,
    kind: readText(row.kind, what),
    dueAt: readText(row.dueAt, what),
    payload: readJson(row.payload, what),
    attempts: row.attempts,
  }
}

function toListed(row: ListedRow): ListedEntry {
  const id = readText(row.id, 'the id of an outbox entry')
  const what = `outbox entry ${id}`
  return {
    id,
    kind: readText(row.kind, what),
    dueAt: readText(row.dueAt, what),
    attempts: row.attempts,
    at: new Date(row.readyMs).toISOString(),
    ...(row.reason !== null && { reason: readText(row.reason, what) }),
  }
}

/** How long an id put outside a turn is remembered. */
const rememberedMs = dayMs

export function createOutbox(database: Database, clock: Clock): OutboxTable {
  const statements = prepareStatements(database)
  const prepareAdd = (entry: OutboxEntry) => {
    const readyMs = dueMs(entry)
    const payload = toStoredJson(entry.payload)
    const { id, kind, dueAt, orderingKey = null } = entry
    return () => statements.add.run(id, kind, dueAt, payload, readyMs, orderingKey).changes === 1
  }
  const prepareEnqueue = (entry: OutboxEntry) => {
    const add = prepareAdd(entry)
    return () => {
      const nowMs = clock.now().getTime()
      statements.forgetPut.run(nowMs)
      const { changes } = statements.put.run(`outbox/${entry.id}`, nowMs + rememberedMs)
      return changes === 1 && add()
    }
  }
  return {
    prepareAdd,
    enqueue: async (entry) => ((await database.write(prepareEnqueue(entry))) ? 'enqueued' : 'repeated'),
    enqueueAll: async (entries) => inGroups(entries.map(prepareEnqueue), database),
    claimOutbox({ now, leaseMs, limit, except = [] }) {
      return database.write(() => {
        const nowMs = now.getTime()
        const due = { nowMs, except: JSON.stringify(except), limit }
        const ready = statements.ready.all(due) as readonly { readonly id: unknown }[]
        return ready
          .map(({ id }) => readText(id, 'the id of an outbox entry'))
          .map((id) => toClaimed(statements.claim.get(nowMs + leaseMs, id) as EntryRow))
      })
    },
    renewLease: (entryId, until) => database.write(() => void statements.renew.run(until.getTime(), entryId)),
    finishOutbox: (entryId) => database.write(() => void statements.finish.run(entryId)),
    failOutbox: (entryId, retryAt, reason) =>
      database.write(() => {
        if (retryAt === undefined) statements.bury.run(clock.now().getTime(), reason, entryId)
        else statements.retry.run(retryAt.getTime(), reason, entryId)
      }),
    postponeOutbox: (entryId, until) =>
      database.write(() => void statements.postpone.run(until.getTime(), entryId)),
    countOutbox: () =>
      database.read(() => {
        const { waiting, dead } = statements.count.get() as {
          readonly waiting: number
          readonly dead: number
        }
        return { waiting, dead }
      }),
    listOutbox: ({ dead, limit }) =>
      database.read(() => (statements.list.all(dead ? 1 : 0, limit) as readonly ListedRow[]).map(toListed)),
    reviveOutbox: (entryId) =>
      database.write(() => statements.revive.run(clock.now().getTime(), entryId).changes === 1),
  }
}
