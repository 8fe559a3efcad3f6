// What the home care puts into the outbox: a check of a visit when its time is over, and the telling of one relative.
import { z } from 'zod'
import { visitNews } from '../contracts/home-care/home-care'
import type { OutboxEntry } from '../contracts/store/store'

export const watchKind = 'home-care-watch'
export const tellKind = 'home-care-tell'

/** `seq` is that of the plan it was made for: after a change another check stands in its place. */
export const watchSchema = z.object({
  visitId: z.string(),
  seq: z.number(),
  /** First the unit is told, then relatives. */
  step: z.enum(['unit', 'relatives']),
})
export type Watch = z.infer<typeof watchSchema>

const windowSchema = z.object({ start: z.string(), end: z.string() })

export const tellSchema = z.object({
  visitId: z.string(),
  news: z.enum(visitNews),
  /** Of the event that made it news. */
  seq: z.number(),
  grant: z.string(),
  /** ISO 8601: later it is no news. */
  notAfter: z.string(),
  /** The window before a change. */
  was: windowSchema.optional(),
})
export type Telling = z.infer<typeof tellSchema>

export const watchEntry = (watch: Watch, dueAt: Date): OutboxEntry => ({
  id: `home-care/watch/${watch.visitId}/${watch.seq}/${watch.step}`,
  kind: watchKind,
  dueAt: dueAt.toISOString(),
  payload: watch,
})

export const tellingId = ({ visitId, news, seq, grant }: Telling): string =>
  `home-care/tell/${visitId}/${seq}/${news}/${grant}`

export const tellEntry = (telling: Telling, dueAt: Date): OutboxEntry => ({
  id: tellingId(telling),
  kind: tellKind,
  dueAt: dueAt.toISOString(),
  payload: telling,
})
