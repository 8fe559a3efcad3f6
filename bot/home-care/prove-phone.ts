// Shows that the relative holds the phone: a code is texted to it, they read it out, and staff type it in.
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import type { MakeCode, MaySendCode } from '../contracts/home-care/one-time-code'
import type { Store } from '../contracts/store/store'
import { textMessageEntry } from '../contracts/sms/text-message'
import { codeValidMs, hashOfCode } from '../dialog/answers/code-answer'
import { note, renderSaid } from '../dialog/texts/said'
import { tryCode } from '../one-time-code/try-code'
import { grantAudit } from './audit-grant'
import { grantById, pieceRecord, standingOf } from './grant'

export interface ProveParts {
  readonly store: Pick<Store, 'recordsUnder' | 'putRecord' | 'enqueue' | 'spendOnce'>
  readonly city: City
  readonly clock: Clock
  readonly makeCode: MakeCode
  readonly maySendCode: MaySendCode
  /** No text goes to the number until they write START. */
  readonly hasOptedOut: (phone: string) => Promise<boolean>
}

/** `opted-out`: the phone has written STOPP, and would never be told anything. */
export type CodeSent = 'sent' | 'unknown' | 'ended' | 'opted-out' | 'too-many'

/** The newest code is the one that counts. */
export async function sendGrantCode(id: string, by: string, parts: ProveParts): Promise<CodeSent> {
  const { store, city, clock, makeCode, maySendCode, hasOptedOut } = parts
  const now = clock.now()
  const grant = await grantById(store, id)
  if (grant === undefined) return 'unknown'
  if (grant.phone === null || standingOf(grant, now) === 'ended') return 'ended'
  if (await hasOptedOut(grant.phone)) return 'opted-out'
  if (!(await maySendCode(grant.phone))) return 'too-many'
  const { digits, salt } = makeCode()
  const expiresAt = new Date(now.getTime() + codeValidMs).toISOString()
  await store.putRecord(
    pieceRecord(grant.clientRef, {
      kind: 'code',
      grant: id,
      salt,
      hash: hashOfCode(digits, salt),
      expiresAt,
    }),
  )
  await store.putRecord(grantAudit(id, { what: 'code-sent', by, now }))
  const { text } = renderSaid(note(city, 'code.message', { code: digits }), grant.language, 'sms')
  const message = { to: grant.phone, text, notAfter: expiresAt, awaited: true }
  await store.enqueue(textMessageEntry(`grant-code/${id}/${salt}`, now, message))
  return 'sent'
}

export type CodeChecked =
  | 'proved'
  | 'unknown'
  | 'ended'
  | 'opted-out'
  | 'none'
  | 'expired'
  | 'wrong'
  | 'no-more'

/** Three tries a code, counted in the store before each. */
export async function checkGrantCode(
  id: string,
  digits: string,
  by: string,
  { store, clock, hasOptedOut }: Pick<ProveParts, 'store' | 'clock' | 'hasOptedOut'>,
): Promise<CodeChecked> {
  const now = clock.now()
  const grant = await grantById(store, id)
  if (grant === undefined) return 'unknown'
  if (grant.phone === null || standingOf(grant, now) === 'ended') return 'ended'
  if (await hasOptedOut(grant.phone)) return 'opted-out'
  const { code } = grant
  if (code === undefined) return 'none'
  const tried = await tryCode(store, `grant-code/${id}`, code, digits, now)
  if (tried === 'wrong') await store.putRecord(grantAudit(id, { what: 'wrong-code', by, now }))
  if (tried !== 'right') return tried
  await store.putRecord(grantAudit(id, { what: 'phone-proved', by, now }))
  await store.putRecord(
    pieceRecord(grant.clientRef, { kind: 'proved', grant: id, at: now.toISOString(), by }),
  )
  return 'proved'
}
