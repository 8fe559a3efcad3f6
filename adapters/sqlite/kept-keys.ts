// Small things under a key: numbers of a series, secrets kept once, tokens that can be spent once.
import type { Clock } from '../../bot/contracts/basics/clock'
import { numberKey } from '../../bot/contracts/store/number-key'
import type { Store } from '../../bot/contracts/store/store'
import type { Database } from './database'
import { readText } from './stored-text'

type KeptKeys = Pick<Store, 'allocateNumber' | 'keepOnce' | 'spendOnce' | 'endlessKeys' | 'forgetKeys'>

function prepareStatements(database: Database) {
  return {
    number: database.prepare('SELECT number FROM allocated_number WHERE series = ? AND key = ?'),
    allocate: database.prepare(
      `INSERT INTO allocated_number (series, key, number)
       VALUES (?1, ?2, (SELECT COALESCE(MAX(number), 0) + 1 FROM allocated_number WHERE series = ?1))
       RETURNING number`,
    ),
    forgetNumbers: database.prepare(
      'DELETE FROM allocated_number WHERE series IN (SELECT series FROM series_end WHERE until_ms <= ?)',
    ),
    forgetSeries: database.prepare('DELETE FROM series_end WHERE until_ms <= ?'),
    endSeries: database.prepare(
      `INSERT INTO series_end (series, until_ms) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET until_ms = excluded.until_ms`,
    ),
    forgetKept: database.prepare('DELETE FROM kept WHERE until_ms <= ?'),
    keep: database.prepare('INSERT INTO kept (key, value, until_ms) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    kept: database.prepare('SELECT CAST(value AS BLOB) AS value FROM kept WHERE key = ?'),
    endless: {
      kept: database.prepare(
        'SELECT key FROM kept WHERE until_ms IS NULL AND substr(key, 1, length(?1)) = ?1 ORDER BY key',
      ),
      series: database.prepare(
        `SELECT DISTINCT series AS key FROM allocated_number
         WHERE substr(series, 1, length(?1)) = ?1 AND series NOT IN (SELECT series FROM series_end) ORDER BY key`,
      ),
    },
    forget: {
      kept: database.prepare('DELETE FROM kept WHERE key = ?'),
      series: database.prepare('DELETE FROM allocated_number WHERE series = ?'),
    },
    forgetSpent: database.prepare('DELETE FROM spent WHERE until_ms <= ?'),
    spend: database.prepare('INSERT INTO spent (key, until_ms) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  }
}

export function createKeptKeys(database: Database, clock: Clock): KeptKeys {
  const statements = prepareStatements(database)

  const takeNumber = (series: string, key: string, forgetMs: number | undefined): unknown => {
    if (forgetMs !== undefined) statements.endSeries.run(series, clock.now().getTime() + forgetMs)
    return statements.allocate.get(series, key)
  }

  return {
    allocateNumber: (series, key, forgetMs) =>
      database.write(() => {
        const nowMs = clock.now().getTime()
        statements.forgetNumbers.run(nowMs)
        statements.forgetSeries.run(nowMs)
        const hash = numberKey(key)
        const row = statements.number.get(series, hash) ?? takeNumber(series, hash, forgetMs)
        return (row as { readonly number: number }).number
      }),
    keepOnce: (key, value, forgetMs) =>
      database.write(() => {
        const nowMs = clock.now().getTime()
        statements.forgetKept.run(nowMs)
        statements.keep.run(key, value, forgetMs === undefined ? null : nowMs + forgetMs)
        const { value: kept } = statements.kept.get(key) as { readonly value: unknown }
        return readText(kept, `what is kept under ${key}`)
      }),
    endlessKeys: (kind, beginning) =>
      database.read(() =>
        (statements.endless[kind].all(beginning) as readonly { readonly key: string }[]).map(
          ({ key }) => key,
        ),
      ),
    forgetKeys: (kind, keys) =>
      database.write(() => keys.filter((key) => statements.forget[kind].run(key).changes > 0).length),
    spendOnce: (key, ttlMs) =>
      database.write(() => {
        const nowMs = clock.now().getTime()
        statements.forgetSpent.run(nowMs)
        return statements.spend.run(key, nowMs + ttlMs).changes === 1
      }),
  }
}
