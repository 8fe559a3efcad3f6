// What of a case is read back from the store: whatever has another shape is no case.
import { z } from 'zod'
import { caseEventKinds, caseStatuses, type CaseEvent, type MadeCase } from '../contracts/cases/case'
import { valueSchema } from '../contracts/talk/conversation'
import { channels } from '../contracts/talk/message'
import { isSentFile, type SentFile } from '../contracts/talk/sent-file'

const files = z.array(z.custom<SentFile>(isSentFile))

const place = z.object({
  text: z.string(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  roadOwner: z.string().optional(),
})

const worded = z.object({
  title: z.string(),
  facts: z.record(z.string(), z.object({ label: z.string().optional(), text: z.string().optional() })),
})

const made = z.object({
  number: z.string(),
  class: z.string(),
  department: z.string(),
  at: z.string(),
  channel: z.enum([...channels, 'open311']),
  language: z.string(),
  place: place.optional(),
  facts: z.record(z.string(), valueSchema),
  worded: worded.optional(),
  description: z.string().optional(),
  files,
  conversationId: z.string().optional(),
  phone: z.object({ ours: z.string(), theirs: z.string() }).optional(),
})

const event = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(caseEventKinds),
  status: z.enum(caseStatuses).optional(),
  fixed: z.boolean().optional(),
  by: z.enum(['resident', 'desk', 'house']),
  text: z.string().optional(),
  files: files.optional(),
  from: z.string().optional(),
  to: z.string().optional(),
})

const told = z.object({ told: z.array(z.string()) })

/** Ids of events; none where it is no note of what was told. */
export const readToldEvents = (value: unknown): readonly string[] => told.safeParse(value).data?.told ?? []

// The optional fields are absent, never undefined: JSON has no undefined.
export const readMadeCase = (value: unknown): MadeCase | undefined =>
  made.safeParse(value).data as MadeCase | undefined
export const readCaseEvent = (value: unknown): CaseEvent | undefined =>
  event.safeParse(value).data as CaseEvent | undefined
