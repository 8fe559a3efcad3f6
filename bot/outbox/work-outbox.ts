// Does what waits in the outbox: each entry leased to one worker, done by the deed of its kind, tried again when it fails.
//
// Done at least once: a process that dies between a deed and the word that it is done leaves the entry to be claimed again
// when its lease ends. A deed that must not be done twice carries the entry's id to the other side, where that side takes one.
import type { Clock } from '../contracts/clock'
import type { Logger } from '../contracts/logger'
import type { DoEntry, EntryResult } from '../contracts/outbox-work'
import type { ClaimedEntry, Store } from '../contracts/store'
import { pauseAfter } from './retry-schedule'

/** Longer than any deed's own deadline, so that no entry is done by two workers at once. */
const leaseMs = 60_000
const claimedAtOnce = 20
/** For a kind that nobody here does: another node may, or this one after its next start. */
const unknownKindMs = 60_000

export interface OutboxParts {
  readonly store: Pick<Store, 'claimOutbox' | 'finishOutbox' | 'failOutbox' | 'postponeOutbox'>
  /** By kind of entry. */
  readonly deeds: ReadonlyMap<string, DoEntry>
  readonly clock: Clock
  readonly logger: Logger
  /** Counts what came of an entry. */
  readonly ended?: (kind: string, result: EntryResult['kind']) => void
}

export interface OutboxWorker {
  /** Does all that is due; gives how many entries there were. Rejects only when the store is down. */
  workOff(): Promise<number>
}

export function createOutboxWorker(parts: OutboxParts): OutboxWorker {
  const { store, clock } = parts
  return {
    async workOff() {
      let count = 0
      for (;;) {
        const entries = await store.claimOutbox({ now: clock.now(), leaseMs, limit: claimedAtOnce })
        if (entries.length === 0) return count
        count += entries.length
        await Promise.all(entries.map((entry) => doEntry(entry, parts)))
      }
    },
  }
}

async function doEntry(entry: ClaimedEntry, parts: OutboxParts): Promise<void> {
  const { store, clock, logger, ended } = parts
  const result = unlessUsedUp(await resultOf(entry, parts), entry.attempts)
  ended?.(entry.kind, result.kind)
  switch (result.kind) {
    case 'done':
      return store.finishOutbox(entry.id)
    case 'dropped':
      logger.info({ kind: entry.kind, reason: result.reason }, 'an outbox entry was dropped')
      return store.finishOutbox(entry.id)
    case 'wait':
      return store.postponeOutbox(entry.id, result.until)
    case 'give-up':
      logger.error({ kind: entry.kind, reason: result.reason }, 'an outbox entry was given up')
      return store.failOutbox(entry.id, undefined, result.reason)
    case 'retry': {
      const { reason, afterMs } = result
      logger.warn({ kind: entry.kind, attempts: entry.attempts, reason }, 'an outbox entry failed')
      return store.failOutbox(entry.id, new Date(clock.now().getTime() + afterMs), reason)
    }
  }
}

type Settled = Exclude<EntryResult, { readonly kind: 'retry' }> | Required<Retry>
type Retry = Extract<EntryResult, { readonly kind: 'retry' }>

/** What has been tried often enough is given up, and counted as that. */
function unlessUsedUp(result: EntryResult, attempts: number): Settled {
  if (result.kind !== 'retry') return result
  const pauseMs = pauseAfter(attempts)
  return pauseMs === undefined
    ? { kind: 'give-up', reason: result.reason }
    : { ...result, afterMs: result.afterMs ?? pauseMs }
}

/** A deed that throws has failed; its error may hold what it was to say, so only its kind is told. */
async function resultOf(entry: ClaimedEntry, { deeds, clock }: OutboxParts): Promise<EntryResult> {
  const deed = deeds.get(entry.kind)
  if (deed === undefined) return { kind: 'wait', until: new Date(clock.now().getTime() + unknownKindMs) }
  try {
    return await deed(entry)
  } catch (error) {
    return { kind: 'retry', reason: error instanceof Error ? error.name : 'unknown' }
  }
}
