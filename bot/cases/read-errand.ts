// What an outbox entry that names an event of a case is about, as the case stands when the entry is done.
import { z } from 'zod'
import type { Case, CaseErrand, CaseEvent } from '../contracts/cases/case'
import type { EntryResult } from '../contracts/store/outbox-work'
import { readCase, type CaseReading } from './read-case'

const errandShape: z.ZodType<CaseErrand> = z.object({ case: z.string(), event: z.string() })

export interface Errand {
  readonly kind: 'errand'
  readonly told: Case
  /** Of its history. */
  readonly event: CaseEvent
}

/** What becomes of the entry where it has no errand any more, or never had one. */
export async function readErrand(store: CaseReading, payload: unknown): Promise<Errand | EntryResult> {
  const errand = errandShape.safeParse(payload).data
  if (errand === undefined) return { kind: 'give-up', reason: 'no errand about a case' }
  const told = await readCase(store, errand.case)
  const event = told?.history.find(({ id }) => id === errand.event)
  return told === undefined || event === undefined
    ? { kind: 'dropped', reason: 'the case is gone' }
    : { kind: 'errand', told, event }
}
