// Small things under a key: numbers of a series, secrets kept once, tokens that can be spent once.
import type { Clock } from '../../bot/contracts/clock'
import type { Store } from '../../bot/contracts/store'
import type { Database } from './database'
import { readText } from './stored-text'

type KeptKeys = Pick<Store, 'allocateNumber' | 'keepOnce' | 'spendOnce'>

function prepareStatements(database: Database) {
  return {
    number: database.prepare('SELECT number FROM allocated_number WHERE series = ? AND key = ?'),
    allocate: database.prepare(
      `INSERT INTO allocated_number (series, key, number)
       VALUES (?1, ?2, (SELECT COALESCE(MAX(number), 0) + 1 FROM allocated_number WHERE series = ?1))
       RETURNING number`,
    ),
    keep: database.prepare('INSERT INTO kept (key, value) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    kept: database.prepare('SELECT CAST(value AS BLOB) AS value FROM kept WHERE key = ?'),
    forgetSpent: database.prepare('DELETE FROM spent WHERE until_ms <= ?'),
    spend: database.prepare('INSERT INTO spent (key, until_ms) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  }
}

export function createKeptKeys(database: Database, clock: Clock): KeptKeys {
  const statements = prepareStatements(database)
  return {
    allocateNumber: (series, key) =>
      database.write(() => {
        const row = statements.number.get(series, key) ?? statements.allocate.get(series, key)
        return (row as { readonly number: number }).number
      }),
    keepOnce: (key, value) =>
      database.write(() => {
        statements.keep.run(key, value)
        const { value: kept } = statements.kept.get(key) as { readonly value: unknown }
        return readText(kept, `what is kept under ${key}`)
      }),
    spendOnce: (key, ttlMs) =>
      database.write(() => {
        const nowMs = clock.now().getTime()
        statements.forgetSpent.run(nowMs)
        return statements.spend.run(key, nowMs + ttlMs).changes === 1
      }),
  }
}
