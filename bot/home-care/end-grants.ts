// A grant ends: by the client, by the relative (also with STOPP), by staff, by death or the end of the service, or by its time.
import type { RecordWrite, Store } from '../contracts/store/store'
import { grantAudit } from './audit-grant'
import {
  grantById,
  grantsOfClient,
  grantsOfPhone,
  numberedAmong,
  pieceRecord,
  registrationOf,
  type EndReason,
  type Grant,
} from './grant'

export type EndedBy = { readonly grant: string } | { readonly clientRef: string } | { readonly phone: string }

export interface End {
  readonly why: EndReason
  /** A member of staff, or `relative`. */
  readonly by: string
  readonly now: Date
}

/** What is to be written, in a turn's commit or by itself; empty when none of them stands any more. */
export async function recordsOfEnd(
  store: Pick<Store, 'recordsUnder'>,
  which: EndedBy,
  end: End,
): Promise<readonly RecordWrite[]> {
  const grants = await grantsBy(store, which)
  return grants.filter(({ ended }) => ended === undefined).flatMap((grant) => endOf(grant, end))
}

const pageLength = 200

/**
 * A grant that has run out is told nothing of, and its number and name go too, as of one that somebody ended; so they do where a
 * crash left them behind the end. Gives how many.
 */
export async function endOverGrants(
  store: Pick<Store, 'records' | 'recordsUnder' | 'putRecords'>,
  now: Date,
): Promise<number> {
  let ended = 0
  let before: readonly [string, string] | undefined
  for (;;) {
    const page = await store.records('grant', { limit: pageLength, ...(before && { before }) })
    for (const { grant: id, validTo } of numberedAmong(page)) {
      const grant = await grantById(store, id)
      if (grant === undefined) continue
      const isOver = validTo <= now.toISOString()
      const over = { why: 'over', by: 'house', now } as const
      const left = grant.ended !== undefined ? withoutNumber(grant) : isOver ? endOf(grant, over) : []
      await store.putRecords(left)
      if (left.length > 0) ended += 1
    }
    const last = page.at(-1)
    if (last === undefined || page.length < pageLength) return ended
    before = [last.createdAt, last.id]
  }
}

async function grantsBy(store: Pick<Store, 'recordsUnder'>, which: EndedBy): Promise<readonly Grant[]> {
  if ('clientRef' in which) return grantsOfClient(store, which.clientRef)
  if ('phone' in which) return grantsOfPhone(store, which.phone)
  const grant = await grantById(store, which.grant)
  return grant === undefined ? [] : [grant]
}

/** The end first, for it alone decides; the number last, by which it is seen whether all was written. */
const endOf = (grant: Grant, { why, by, now }: End): readonly RecordWrite[] => [
  pieceRecord(grant.clientRef, { kind: 'ended', grant: grant.id, at: now.toISOString(), why, by }),
  grantAudit(grant.id, { what: 'ended', by, now, more: { why } }),
  ...withoutNumber(grant),
]

/** What the grant rested on stays. */
const withoutNumber = (grant: Grant): readonly RecordWrite[] => [
  pieceRecord(grant.clientRef, { kind: 'wishes', grant: grant.id, alias: '', texts: 'none', night: false }),
  pieceRecord(grant.clientRef, { ...registrationOf(grant), phone: null, alias: '' }),
]
