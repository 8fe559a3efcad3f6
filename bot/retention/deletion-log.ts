// Removing a class with a line in the deletion log, and reading the log back.
import { deletionKey, deletionLine, deletionSchema, type Deletion } from '../contracts/store/deletion'
import type { OldOfClass, RetentionClass, Store } from '../contracts/store/store'
import { countOldCases, removeOldCases, type CaseKeeping } from './old-cases'

export type Purging = Pick<Store, 'countOld' | 'purge' | 'putRecord' | 'removeRecords'> & CaseKeeping

/** What is over its time, as `purgeLogged` would remove it now. */
export const countOver = (
  store: Pick<Purging, 'countOld'> & CaseKeeping,
  retentionClass: RetentionClass,
  before: Date,
): Promise<OldOfClass> =>
  retentionClass === 'case' ? countOldCases(store, before) : store.countOld(retentionClass, before)

interface Purge {
  readonly retentionClass: RetentionClass
  readonly before: Date
  readonly by: 'retention' | 'staff'
  readonly now: Date
}

/**
 * Removes what is over its time; gives how many. The line stands in the log before anything goes, so that nothing goes
 * without one, and no line is written where nothing is over its time.
 */
export async function purgeLogged(
  store: Purging,
  { retentionClass, before, by, now }: Purge,
): Promise<number> {
  if ((await countOver(store, retentionClass, before)).count === 0) return 0
  const line = deletionLine({
    class: retentionClass,
    before: before.toISOString(),
    by,
    at: now.toISOString(),
  })
  await store.putRecord(line(null))
  const removed =
    retentionClass === 'case'
      ? await removeOldCases(store, before)
      : await store.purge(retentionClass, before)
  await store.putRecord(line(removed))
  return removed
}

/** The lines since a time, newest first. */
export async function deletionsSince(
  store: Pick<Store, 'recordsUnder'>,
  since: Date,
  now: Date,
): Promise<readonly Deletion[]> {
  const found: Deletion[] = []
  for (const month of monthsBetween(since, now))
    for (const { value } of await store.recordsUnder('audit', deletionKey(month))) {
      const { data } = deletionSchema.safeParse(value)
      if (data !== undefined && data.at >= since.toISOString()) found.push(data)
    }
  return found.sort((a, b) => b.at.localeCompare(a.at) || a.class.localeCompare(b.class))
}

/** The first moment of each, ISO 8601. */
function monthsBetween(since: Date, now: Date): readonly string[] {
  const months: string[] = []
  for (
    let month = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth()));
    month <= now;
    month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1))
  )
    months.push(month.toISOString())
  return months
}
