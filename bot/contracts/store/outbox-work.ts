// What does the entries of the outbox: one deed a kind, behind this port.
import type { ClaimedEntry } from './store'

export type EntryResult =
  | { readonly kind: 'done' }
  /** Not now: `afterMs` says when to try again, else the worker's own schedule does. `reason` holds nobody's words. */
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs?: number }
  /** It is not time yet: no attempt was made. */
  | { readonly kind: 'wait'; readonly until: Date }
  /** Trying again does not help: a dead letter, which operators see. */
  | { readonly kind: 'give-up'; readonly reason: string }
  /** There is no use or no right in doing it any more: it goes without a trace but a count. */
  | { readonly kind: 'dropped'; readonly reason: string }

export const entryResults = [
  'done',
  'retry',
  'wait',
  'give-up',
  'dropped',
] as const satisfies readonly EntryResult['kind'][]

/** Does one entry. May be called again for an entry it has done, when a process died before it could say so. */
export type DoEntry = (entry: ClaimedEntry) => Promise<EntryResult>
