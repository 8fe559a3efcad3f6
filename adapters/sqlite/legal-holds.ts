// What must not be removed for now, and the conditions by which a removal passes it over.
import type { Held, LegalHold } from '../../bot/contracts/store/legal-hold'
import type { Store } from '../../bot/contracts/store/store'
import type { Database } from './database'
import { readJson, toStoredJson } from './stored-text'

type LegalHolds = Pick<Store, 'placeLegalHold' | 'liftLegalHold' | 'legalHolds'>

/** Of a row of `conversation`. */
export const conversationIsFree = `NOT EXISTS (
  SELECT 1 FROM legal_hold AS hold WHERE hold.collection = '' AND hold.id = conversation.id)`

/** Of a row of `record`. */
export const recordIsFree = `NOT EXISTS (
  SELECT 1 FROM legal_hold AS hold WHERE (hold.collection = '' AND hold.id = record.conversation_id)
    OR (hold.collection = record.collection
      AND substr(record.id || '/', 1, length(hold.id) + 1) = hold.id || '/'))`

const keyOf = (held: Held): readonly [string, string] =>
  held.kind === 'conversation' ? ['', held.conversationId] : [held.collection, held.id]

export function createLegalHolds(database: Database): LegalHolds {
  const place = database.prepare(
    `INSERT INTO legal_hold (collection, id, value) VALUES (?, ?, ?)
     ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value`,
  )
  const lift = database.prepare('DELETE FROM legal_hold WHERE collection = ? AND id = ?')
  const all = database.prepare('SELECT value FROM legal_hold ORDER BY collection, id')
  return {
    placeLegalHold: (hold) => database.write(() => void place.run(...keyOf(hold.held), toStoredJson(hold))),
    liftLegalHold: (held) => database.write(() => lift.run(...keyOf(held)).changes > 0),
    legalHolds: () =>
      database.read(() =>
        (all.all() as readonly { readonly value: unknown }[]).map(
          ({ value }) => readJson(value, 'a legal hold') as LegalHold,
        ),
      ),
  }
}
