// Cases whose time is over: whole ones, by the last thing that happened to them, and never one that is still open.
import { caseKeys } from '../cases/case-records'
import { isCaseNumber } from '../cases/case-number'
import { readCase } from '../cases/read-case'
import { isClosed } from '../contracts/cases/case'
import type { OldOfClass, Store, StoredRecord } from '../contracts/store/store'

export type CaseKeeping = Pick<Store, 'record' | 'records' | 'recordsUnder' | 'freeRecords'>

interface OldCase {
  readonly ids: readonly string[]
  /** ISO 8601: when something last happened to it. */
  readonly last: string
}

/** Made before that day are few: those that are over their time, and those that are kept because they are open or were lately. */
const pageLength = 200

async function* oldCases(store: CaseKeeping, before: Date): AsyncGenerator<OldCase> {
  const seen = new Set<string>()
  let after: readonly [string, string] = [before.toISOString(), '']
  for (;;) {
    const page = await store.records('case', { limit: pageLength, before: after })
    for (const record of page) {
      const whole = record.id.split('/')[0] ?? record.id
      if (seen.has(whole)) continue
      seen.add(whole)
      const old = await oldWhole(store, whole, record, before)
      if (old !== undefined) yield old
    }
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return
    after = [last.createdAt, last.id]
  }
}

/** What has lost its case, or cannot be read as one, goes by its own age. */
async function oldWhole(
  store: CaseKeeping,
  number: string,
  found: StoredRecord,
  before: Date,
): Promise<OldCase | undefined> {
  const made = isCaseNumber(number) ? await store.record('case', number) : found
  const parts = isCaseNumber(number) ? await store.recordsUnder('case', caseKeys.parts(number)) : []
  const records = [...(made === undefined ? [] : [made]), ...parts]
  const last = records
    .map(({ createdAt }) => createdAt)
    .reduce((one, other) => (one > other ? one : other), '')
  if (last >= before.toISOString() || (await isOpen(store, number))) return undefined
  return { ids: records.map(({ id }) => id), last }
}

async function isOpen(store: CaseKeeping, number: string): Promise<boolean> {
  const status = (await readCase(store, number))?.status
  return status !== undefined && !isClosed(status)
}

/** What `removeOldCases` would remove now. */
export async function countOldCases(store: CaseKeeping, before: Date): Promise<OldOfClass> {
  let [count, oldest] = [0, '']
  for await (const { ids, last } of oldCases(store, before)) {
    const free = (await store.freeRecords('case', ids)).length
    count += free
    if (free > 0 && (oldest === '' || last < oldest)) oldest = last
  }
  return { count, ...(oldest !== '' && { oldest }) }
}

/** Gives how many records went. */
export async function removeOldCases(
  store: CaseKeeping & Pick<Store, 'removeRecords'>,
  before: Date,
): Promise<number> {
  let removed = 0
  for await (const { ids } of oldCases(store, before)) removed += await store.removeRecords('case', ids)
  return removed
}
