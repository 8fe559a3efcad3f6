// What a relative wishes to be told, of what is granted: kept beside the grant, with what follows from it.
import type { City } from '../contracts/city/city'
import type { OutboxEntry, RecordWrite } from '../contracts/store/store'
import { grantAudit } from './audit-grant'
import { summaryEntry } from './evening-summary'
import { pieceRecord, type Grant, type WishedTexts } from './grant'

export interface TextWish {
  readonly texts: WishedTexts
  /** As it was, where it is not given. */
  readonly night?: boolean
  readonly alias?: string
}

export interface ChosenBy {
  /** A member of staff, or `relative`. */
  readonly by: string
  readonly now: Date
  /** Makes a wish that is written again the same line of the audit. */
  readonly once?: string
}

export interface ChosenTexts {
  readonly records: readonly RecordWrite[]
  readonly outbox: readonly OutboxEntry[]
}

export function chooseTexts(
  grants: readonly Grant[],
  { texts, night, alias }: TextWish,
  { by, now, once }: ChosenBy,
  city: Pick<City, 'homeCare' | 'timeZone'>,
): ChosenTexts {
  return {
    records: grants.flatMap((grant) => [
      pieceRecord(grant.clientRef, {
        kind: 'wishes',
        grant: grant.id,
        texts,
        alias: alias ?? grant.alias,
        night: night ?? grant.night,
      }),
      grantAudit(grant.id, {
        what: 'changed',
        by,
        now,
        more: { texts },
        ...(once !== undefined && { once }),
      }),
    ]),
    outbox: texts === 'summary' ? grants.map(({ id }) => summaryEntry(id, city, now)) : [],
  }
}
