// Removes records by their names, those that are held excepted.
import type { Store } from '../../bot/contracts/store/store'
import type { Database } from './database'
import { recordIsFree } from './legal-holds'
import { readText } from './stored-text'

/** So many are removed at once, so that residents need not wait. */
const batchSize = 100

const theseFree = `collection = ? AND id IN (SELECT value FROM json_each(?)) AND ${recordIsFree}`

export function createRecordRemoval(database: Database): Pick<Store, 'removeRecords' | 'freeRecords'> {
  const remove = database.prepare(`DELETE FROM record WHERE ${theseFree}`)
  const free = database.prepare(`SELECT CAST(id AS BLOB) AS id FROM record WHERE ${theseFree} ORDER BY id`)
  return {
    async removeRecords(retentionClass, ids) {
      let removed = 0
      for (let at = 0; at < ids.length; at += batchSize) {
        const batch = JSON.stringify(ids.slice(at, at + batchSize))
        removed += await database.write(() => remove.run(retentionClass, batch).changes)
      }
      return removed
    },
    freeRecords: (retentionClass, ids) =>
      database.read(() => {
        const rows = free.all(retentionClass, JSON.stringify(ids)) as readonly { readonly id: unknown }[]
        return rows.map(({ id }) => readText(id, 'the id of a record'))
      }),
  }
}
