// Staff register a grant: everything it rests on must be there, or nothing is kept.
import { randomBytes } from 'node:crypto'
import type { Clock } from '../contracts/basics/clock'
import type { City } from '../contracts/city/city'
import { grantScopes, type GrantScope } from '../contracts/home-care/home-care'
import type { Store } from '../contracts/store/store'
import { readPhone } from '../dialog/words/read-phone'
import { addDays } from '../hours/calendar-day'
import { startOfDay, toLocalTime } from '../hours/local-time'
import { mayGetTexts } from '../privacy/find-phones'
import { keyedHash } from '../privacy/keyed-hash'
import { aliasFault } from './alias'
import { grantAudit } from './audit-grant'
import { grantsOfClient, pieceRecord, standingOf } from './grant'
import { isOpaque, isReference } from './reference'

/** As it is written by whoever registers it. */
export interface GrantWish {
  readonly clientRef: string
  readonly phone: string
  readonly scopes: readonly string[]
  readonly secrecyWaiverRef: string
  readonly processingConsentRef: string
  /** ISO date, as the two below. */
  readonly relativeConsentAt: string
  readonly alias: string
  readonly by: string
  readonly language: string
  readonly from?: string | undefined
  /** The last day; a year after the first when it is not given. */
  readonly to?: string | undefined
}

export type GrantFault =
  | 'client'
  | 'phone'
  | 'phone-without-texts'
  | 'scopes'
  | 'waiver'
  | 'processing'
  | 'relative-consent'
  | 'alias-length'
  | 'alias-signs'
  | 'alias-care-word'
  | 'by'
  | 'language'
  | 'from'
  | 'to'
  | 'too-long'
  | 'over'
  | 'already'

export type Registered =
  | { readonly kind: 'registered'; readonly id: string }
  | { readonly kind: 'refused'; readonly faults: readonly GrantFault[] }

export interface RegisterParts {
  readonly store: Pick<Store, 'recordsUnder' | 'putRecord' | 'keepOnce'>
  readonly city: City
  readonly clock: Clock
}

export async function registerGrant(
  wish: GrantWish,
  { store, city, clock }: RegisterParts,
): Promise<Registered> {
  const now = clock.now()
  const today = toLocalTime(now, city.timeZone).date
  const days = readDays(wish, today)
  const phone = readPhone(wish.phone)
  const alias = aliasFault(wish.alias)
  const isRef = (text: string) => isReference(text, today)
  const checks: readonly (readonly [GrantFault, boolean])[] = [
    ['client', isOpaque(wish.clientRef, today)],
    ['phone', typeof phone === 'object'],
    ['phone-without-texts', typeof phone !== 'object' || mayGetTexts(phone.number)],
    ['scopes', wish.scopes.length > 0 && wish.scopes.every(isScope)],
    ['waiver', isRef(wish.secrecyWaiverRef)],
    ['processing', isRef(wish.processingConsentRef)],
    ['relative-consent', isDate(wish.relativeConsentAt) && wish.relativeConsentAt <= today],
    ['by', isRef(wish.by)],
    ['language', city.languages.includes(wish.language)],
  ]
  const faults = [
    ...checks.flatMap(([fault, isFine]) => (isFine ? [] : [fault])),
    ...(alias === undefined ? [] : [`alias-${alias}` as const]),
    ...days.faults,
  ]
  if (faults.length > 0 || typeof phone !== 'object') return { kind: 'refused', faults }
  const others = await grantsOfClient(store, wish.clientRef)
  const isThere = others.some((grant) => grant.phone === phone.number && standingOf(grant, now) !== 'ended')
  if (isThere) return { kind: 'refused', faults: ['already'] }

  const id = newGrantId()
  await store.putRecord(grantAudit(id, { what: 'registered', by: wish.by, now }))
  await store.putRecord(
    pieceRecord(wish.clientRef, {
      kind: 'registered',
      grant: id,
      clientRef: wish.clientRef,
      phone: phone.number,
      relativeId: await keyedHash(store, `relative ${phone.number}`),
      scopes: grantScopes.filter((scope) => wish.scopes.includes(scope)),
      secrecyWaiverRef: wish.secrecyWaiverRef,
      processingConsentRef: wish.processingConsentRef,
      relativeConsentAt: startOfDay(wish.relativeConsentAt, city.timeZone).toISOString(),
      registeredBy: wish.by,
      validFrom: startOfDay(days.from, city.timeZone).toISOString(),
      validTo: startOfDay(addDays(days.to, 1), city.timeZone).toISOString(),
      alias: wish.alias.trim(),
      language: wish.language,
    }),
  )
  return { kind: 'registered', id }
}

const isScope = (text: string): text is GrantScope => grantScopes.some((scope) => scope === text)

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  addDays(text, 0) === text

/** The last day of the twelve months that begin with a date. */
function lastDayFrom(date: string): string {
  const nextYear = String(Number(date.slice(0, 4)) + 1) + date.slice(4)
  // After a leap day comes the first of March.
  return addDays(isDate(nextYear) ? nextYear : `${nextYear.slice(0, 4)}-03-01`, -1)
}

function readDays(
  { from: writtenFrom, to: writtenTo }: GrantWish,
  today: string,
): { readonly from: string; readonly to: string; readonly faults: readonly GrantFault[] } {
  const from = writtenFrom ?? today
  if (!isDate(from)) return { from, to: from, faults: ['from'] }
  const to = writtenTo ?? lastDayFrom(from)
  if (!isDate(to) || to < from) return { from, to, faults: ['to'] }
  if (to > lastDayFrom(from)) return { from, to, faults: ['too-long'] }
  return { from, to, faults: to < today ? ['over'] : [] }
}

/** Short enough to be read out: eight letters and digits that are not taken for one another. */
const idSigns = 'abcdefghjkmnpqrstuvwxyz23456789'
const newGrantId = (): string =>
  Array.from(randomBytes(8), (byte) => idSigns.charAt(byte % idSigns.length)).join('')
