// What is kept together, and goes after the same time.

/** How long a thing is kept is decided by its class; the periods stand in `dialogs/city.yaml`. */
export const retentionClasses = [
  'conversation',
  'case',
  'feedback',
  'question',
  'call-back',
  'audit',
  'set-aside',
  'consent',
  'subscription',
  'content',
  'opt-out',
  'grant',
  'visit',
  'hand-off',
  'sent-text',
] as const
export type RetentionClass = (typeof retentionClasses)[number]
