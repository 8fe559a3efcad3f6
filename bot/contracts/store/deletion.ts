// A line of the deletion log: that something was removed, when, by whom and how much of it. It names no conversation and no
// resident, so that the log itself needs no removing with them.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { retentionClasses, type RecordWrite } from './store'

/** `retention`: the times of city.yaml, by themselves. `staff`: the same by hand, or for a resident who asked. */
const deleters = ['retention', 'staff', 'resident'] as const

export const deletionSchema = z.object({
  deed: z.literal('deletion'),
  class: z.enum(retentionClasses),
  /** What was last touched before (ISO 8601); null where it went because a resident wanted it. */
  before: z.string().nullable(),
  /** How many conversations or records; null when it was begun and has not ended: a crash, or a store that went away. */
  removed: z.number().nullable(),
  by: z.enum(deleters),
  /** ISO 8601. */
  at: z.string(),
})
export type Deletion = z.infer<typeof deletionSchema>

/** Deletions of a month (UTC), of a time in ISO 8601. */
export const deletionKey = (at: string): string => `deletions ${at.slice(0, 7)}`

/** The record of one deletion; each call gives the same line anew, with what is known then. */
export function deletionLine({
  class: retentionClass,
  before,
  by,
  at,
}: Pick<Deletion, 'class' | 'before' | 'by' | 'at'>): (removed: number | null) => RecordWrite {
  // Two residents may delete in the same millisecond.
  const id = `deletion/${at}/${retentionClass}/${randomUUID()}`
  return (removed) => {
    const value: Deletion = { deed: 'deletion', class: retentionClass, before, removed, by, at }
    return { collection: 'audit', id, keys: [deletionKey(at)], value }
  }
}
