// Does what waits in the outbox: each entry leased to one worker, done by the deed of its kind, tried again when it fails.
//
// Done at least once: a process that dies between a deed and the word that it is done leaves the entry to be claimed again
// when its lease ends. A deed that must not be done twice carries the entry's id to the other side, where that side takes one.
// A deed that goes on, as a letter with pictures over a slow line does, has its lease renewed.
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../contracts/basics/clock'
import type { Logger } from '../contracts/basics/logger'
import type { DoEntry, EntryResult } from '../contracts/store/outbox-work'
import type { ClaimedEntry, Store } from '../contracts/store/store'
import { pauseAfter } from './retry-schedule'

/** So long after a process died, another may do what it had begun. */
const leaseMs = 60_000
/** Well before the end, also when the store is slow to hear of it. */
const renewEveryMs = leaseMs / 3
/**
 * A desk or a mail server that does not answer holds each of its entries until the deed's deadline. So many of a kind are
 * done at once and no more, and all five kinds that wait for one together leave room for a text that somebody waits for.
 */
const mostOfAKind = 8
const mostAtOnce = 48
/** While deeds are under way others become due. */
const lookAgainMs = 1_000
/** For a kind that nobody here does: another node may, or this one after its next start. */
const unknownKindMs = 60_000

export interface OutboxParts {
  readonly store: Pick<Store, 'claimOutbox' | 'renewLease' | 'finishOutbox' | 'failOutbox' | 'postponeOutbox'>
  /** By kind of entry. */
  readonly deeds: ReadonlyMap<string, DoEntry>
  readonly clock: Clock
  readonly logger: Logger
  /** Counts what came of an entry. */
  readonly ended?: (kind: string, result: EntryResult['kind']) => void
}

export interface OutboxWorker {
  /** Does all that is due, and what becomes due meanwhile; gives how many entries there were. Rejects only when the store is down. */
  workOff(): Promise<number>
  /** Begins nothing more; `workOff` then ends as soon as what is under way has ended. */
  stop(): void
}

export function createOutboxWorker(parts: OutboxParts): OutboxWorker {
  const { store, clock } = parts
  const deeds = createDeeds(parts)
  let isStopped = false
  /** Begins what is due, as far as there is room for it. */
  const begin = async (): Promise<number> => {
    let count = 0
    for (let room = deeds.room(); room.limit > 0 && !isStopped; room = deeds.room()) {
      const entries = await store.claimOutbox({ now: clock.now(), leaseMs, ...room })
      if (entries.length === 0) break
      entries.forEach(deeds.begin)
      count += entries.length
    }
    return count
  }
  return {
    async workOff() {
      let count = await begin()
      while (deeds.areUnderWay()) {
        await deeds.oneEnds()
        count += await begin()
      }
      return count
    },
    stop: () => {
      isStopped = true
    },
  }
}

/** The deeds under way, whoever waits for them. */
function createDeeds(parts: OutboxParts) {
  const underWay = new Map<Promise<void>, string>()
  let failure: { readonly error: unknown } | undefined
  const countOf = (kind: string) => [...underWay.values()].filter((other) => other === kind).length
  return {
    areUnderWay: () => underWay.size > 0,
    begin: (entry: ClaimedEntry) => {
      const deed = doEntry(entry, parts)
        .catch((error: unknown) => {
          failure = { error }
        })
        .finally(() => underWay.delete(deed))
      underWay.set(deed, entry.kind)
    },
    /** How many may be begun, whatever their kinds, those excepted of which enough are under way. */
    room(): { readonly limit: number; readonly except: readonly string[] } {
      const kinds = [...new Set(underWay.values())]
      const except = kinds.filter((kind) => countOf(kind) >= mostOfAKind)
      const busiest = Math.max(0, ...kinds.filter((kind) => !except.includes(kind)).map(countOf))
      return { limit: Math.min(mostOfAKind - busiest, mostAtOnce - underWay.size), except }
    },
    /** Or some time has passed. Rejects when the store was down for one. */
    async oneEnds(): Promise<void> {
      const giveUp = new AbortController()
      const awhile = pause(lookAgainMs, undefined, { signal: giveUp.signal }).catch(() => undefined)
      await Promise.race([...underWay.keys(), awhile])
      giveUp.abort()
      const failed = failure
      failure = undefined
      if (failed !== undefined) throw failed.error
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
      logger.error(
        { entryId: entry.id, kind: entry.kind, reason: result.reason },
        'an outbox entry was given up',
      )
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
async function resultOf(entry: ClaimedEntry, parts: OutboxParts): Promise<EntryResult> {
  const { deeds, clock } = parts
  const deed = deeds.get(entry.kind)
  if (deed === undefined) return { kind: 'wait', until: new Date(clock.now().getTime() + unknownKindMs) }
  const lease = keepLease(entry, parts)
  try {
    return await deed(entry)
  } catch (error) {
    return { kind: 'retry', reason: error instanceof Error ? error.name : 'unknown' }
  } finally {
    await lease.letGo()
  }
}

/** Renews the lease of an entry until it is let go, so that no entry is done by two workers at once. */
function keepLease({ id }: ClaimedEntry, { store, clock }: OutboxParts): { letGo(): Promise<void> } {
  let renewing: Promise<void> | undefined
  const timer = setInterval(() => {
    // A store that is away hears of it the next time, or of the result: what is under way cannot be called back.
    renewing = store.renewLease(id, new Date(clock.now().getTime() + leaseMs)).catch(() => undefined)
  }, renewEveryMs)
  return {
    letGo: async () => {
      clearInterval(timer)
      // Heard after the result, it would put off the next attempt.
      await renewing
    },
  }
}
