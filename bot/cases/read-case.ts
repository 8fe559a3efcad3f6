// Cases as they stand now, read from the store.
import type { Case, CaseEvent, MadeCase } from '../contracts/cases/case'
import type { ConversationId } from '../contracts/talk/ids'
import type { Store, StoredRecord } from '../contracts/store/store'
import { bareCase } from './bare-case'
import { caseKeys, toldId, type Viewer } from './case-records'
import { isCaseNumber } from './case-number'
import { readCaseEvent, readMadeCase, readToldEvents } from './case-shapes'
import { foldCase } from './fold-case'

export type CaseReading = Pick<Store, 'record' | 'recordsUnder'>

/** Undefined when there is none with this number. */
export async function readCase(store: CaseReading, number: string): Promise<Case | undefined> {
  const record = isCaseNumber(number) ? await store.record('case', number) : undefined
  const made = record && readMadeCase(record.value)
  return made && caseAsItStands(store, made)
}

/** For whoever has read how it was made. */
export const caseAsItStands = async (
  store: Pick<CaseReading, 'recordsUnder'>,
  made: MadeCase,
): Promise<Case> => caseOf(made, await store.recordsUnder('case', caseKeys.parts(made.number)))

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

/** Ids of the events that a conversation has been told. */
export async function toldIn(
  store: CaseReading,
  number: string,
  conversationId: ConversationId,
): Promise<readonly string[]> {
  return readToldEvents((await store.record('case', toldId(number, conversationId)))?.value)
}

export interface SeenCase {
  readonly number: string
  /** As the phone that was given only: its number and status are shown, and nothing that was told of it. */
  readonly isBare: boolean
}

/** The cases that a conversation made, follows, was carried into or is told of; oldest first. */
export async function seenBy(
  store: CaseReading,
  conversationId: ConversationId,
): Promise<readonly SeenCase[]> {
  const records = await store.recordsUnder('case', caseKeys.seenBy(conversationId))
  const seen = records.map(({ id, value }) =>
    isViewer(value) ? { number: value.case, isBare: value.why === 'contact' } : { number: id, isBare: false },
  )
  // A case that one both made and is told of is seen whole.
  const whole = seen.filter(({ isBare }) => !isBare)
  const all = [...new Map([...seen, ...whole].map((one) => [one.number, one])).values()]
  return all.sort((one, other) => (one.number < other.number ? -1 : 1))
}

/** Undefined where the conversation may not see it. */
export async function readSeenCase(
  store: CaseReading,
  { number, isBare }: SeenCase,
): Promise<Case | undefined> {
  const found = await readCase(store, number)
  return found === undefined || !isBare ? found : bareCase(found)
}

/** Their numbers. */
export async function numbersSeenBy(
  store: CaseReading,
  conversationId: ConversationId,
): Promise<readonly string[]> {
  return (await seenBy(store, conversationId)).map(({ number }) => number)
}

export async function casesSeenBy(
  store: CaseReading,
  conversationId: ConversationId,
): Promise<readonly Case[]> {
  const seen = await seenBy(store, conversationId)
  const cases = await Promise.all(seen.map((one) => readSeenCase(store, one)))
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
