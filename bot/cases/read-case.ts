// Cases as they stand now, read from the store.
import type { Case, CaseEvent, MadeCase } from '../contracts/case'
import type { ConversationId } from '../contracts/ids'
import type { Store, StoredRecord } from '../contracts/store'
import { caseKeys, type Viewer } from './case-records'
import { isCaseNumber } from './case-number'
import { readCaseEvent, readMadeCase } from './case-shapes'
import { foldCase } from './fold-case'

export type CaseReading = Pick<Store, 'record' | 'recordsUnder'>

/** Undefined when there is none with this number. */
export async function readCase(store: CaseReading, number: string): Promise<Case | undefined> {
  const record = isCaseNumber(number) ? await store.record('case', number) : undefined
  const made = record && readMadeCase(record.value)
  return made && caseOf(made, await store.recordsUnder('case', caseKeys.parts(number)))
}

function caseOf(made: MadeCase, parts: readonly StoredRecord[]): Case {
  const events: readonly CaseEvent[] = parts.flatMap(({ value }) => readCaseEvent(value) ?? [])
  return foldCase(made, events, Object.fromEntries(parts.flatMap(({ value }) => externalIdIn(value))))
}

const externalIdIn = (value: unknown): readonly (readonly [string, string])[] => {
  const { desk, externalId } = (value ?? {}) as Readonly<Record<string, unknown>>
  return typeof desk === 'string' && typeof externalId === 'string' ? [[desk, externalId]] : []
}

/** What others than the one that made a case are told of it, and where. */
export async function viewersOf(store: CaseReading, number: string): Promise<readonly Viewer[]> {
  const parts = await store.recordsUnder('case', caseKeys.parts(number))
  return parts.flatMap(({ value }) => (isViewer(value) ? [value] : []))
}

const isViewer = (value: unknown): value is Viewer => (value as { viewer?: unknown } | null)?.viewer === true

/** The numbers of the cases that a conversation made, follows, or was carried into; oldest first. */
export async function numbersSeenBy(
  store: CaseReading,
  conversationId: ConversationId,
): Promise<readonly string[]> {
  const records = await store.recordsUnder('case', caseKeys.seenBy(conversationId))
  const numbers = records.map(({ id, value }) => (isViewer(value) ? value.case : id))
  return [...new Set(numbers)].sort()
}

export async function casesSeenBy(
  store: CaseReading,
  conversationId: ConversationId,
): Promise<readonly Case[]> {
  const numbers = await numbersSeenBy(store, conversationId)
  const cases = await Promise.all(numbers.map((number) => readCase(store, number)))
  return cases.filter((one) => one !== undefined)
}

/** Newest first. `before` is the place that the page before ended at. */
export async function recentCases(
  store: CaseReading & Pick<Store, 'records'>,
  { limit, before }: { readonly limit: number; readonly before?: readonly [string, string] },
): Promise<{ readonly cases: readonly Case[]; readonly next?: readonly [string, string] }> {
  const records = await store.records('case', { limit, ...(before && { before }) })
  const read = await Promise.all(records.map(({ id }) => readCase(store, id)))
  const last = records.length < limit ? undefined : records.at(-1)
  return {
    cases: read.filter((one) => one !== undefined),
    ...(last && { next: [last.createdAt, last.id] as const }),
  }
}
