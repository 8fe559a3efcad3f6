// A consent as it is kept: which words were consented to, in which language, when, and for how long that allows something.
import { z } from 'zod'
import type { ConversationId } from '../talk/ids'

/** What a record of the class `consent` holds. */
export const consentSchema = z.object({
  purpose: z.string(),
  /** As the resident read it, in `language`; `version` is the `textHash` of the dialog it stands in. */
  text: z.string(),
  language: z.string(),
  version: z.string(),
  answer: z.boolean(),
  /** ISO 8601. After `until` it allows nothing any more. */
  at: z.string(),
  until: z.string(),
  conversation: z.string(),
  dialog: z.string(),
})
export type ConsentRecord = z.infer<typeof consentSchema>

/** Under it stand all that was said to consents in a conversation. */
export const consentKey = (conversation: ConversationId | string): string => `conversation ${conversation}`
