// By when a call that is asked for now is made: today while there is time enough, otherwise on the next day that is open.
import { z } from 'zod'
import type { OpeningHours } from '../contracts/city'
import type { OutboxEntry, StoredRecord } from '../contracts/store'
import { callBackEntryKind, deskNoteEntry } from '../contracts/desk-note'
import { addDays, startOfDay, toLocalTime } from '../hours/local-time'
import { spansOf } from '../hours/opening-hours'

const minuteMs = 60_000
/** Who asks later than this before closing is called on the next day. */
const enoughMinutes = 60
/** So long before the promise ends the department is reminded. */
const reminderMinutes = 60
const searchDays = 60

const kept = z.object({
  code: z.string(),
  at: z.string(),
  department: z.string(),
  /** It goes with this one. */
  conversation: z.string(),
  promisedBy: z.string(),
  facts: z.record(z.string(), z.unknown()),
  /** ISO 8601: when the department said that it has called. */
  doneAt: z.string().optional(),
})
export type CallBack = z.infer<typeof kept>

export const readCallBack = (record: StoredRecord | undefined): CallBack | undefined =>
  kept.safeParse(record?.value).data

/** Undefined for a department that does not open within two months. */
export function promisedBy(hours: OpeningHours, now: Date, timeZone: string): Date | undefined {
  const local = toLocalTime(now, timeZone)
  for (let ahead = 0; ahead <= searchDays; ahead += 1) {
    const date = addDays(local.date, ahead)
    const closes = spansOf(hours, date).at(-1)?.to
    if (closes === undefined) continue
    if (ahead === 0 && closes - local.minute < enoughMinutes) continue
    return new Date(startOfDay(date, timeZone).getTime() + closes * minuteMs)
  }
  return undefined
}

/** The department hears of it at once, again when the time nears, and it is seen whether the promise was kept. */
export function callBackEntries(
  { code, department, by }: { readonly code: string; readonly department: string; readonly by: Date },
  now: Date,
): readonly OutboxEntry[] {
  const reminded = new Date(by.getTime() - reminderMinutes * minuteMs)
  return [
    deskNoteEntry({ kind: 'call-back', department, about: code }, now),
    deskNoteEntry({ kind: 'call-back-due', department, about: code }, reminded),
    { id: `call-back/${code}`, kind: callBackEntryKind, dueAt: by.toISOString(), payload: { code } },
  ]
}
