// A grant: a relative may follow the visits of one client, because the client has waived secrecy towards them and consented to
// the processing, and the relative to that of their number. Registered by staff; what came later stands in records beside it,
// so that nothing that is changed at the same time can bring back what was revoked.
import { z } from 'zod'
import { grantScopes } from '../contracts/home-care/home-care'
import type { RecordWrite, Store, StoredRecord } from '../contracts/store/store'

/** Which texts the relative wishes, of those that are granted; `summary` is one in the evening, and problems at once. */
export const wishedTexts = ['all', 'problems', 'summary', 'none'] as const
export type WishedTexts = (typeof wishedTexts)[number]

/** By which somebody ends it. */
export const endReasons = ['client', 'relative', 'staff', 'death', 'end-of-service'] as const
/** `over`: its last day has passed, and nobody needed to end it. */
export type EndReason = (typeof endReasons)[number] | 'over'

const registration = z.object({
  kind: z.literal('registered'),
  grant: z.string(),
  clientRef: z.string(),
  /** E.164; null once the grant has ended. */
  phone: z.string().nullable(),
  /** Stands for the relative where the number must not. */
  relativeId: z.string(),
  scopes: z.array(z.enum(grantScopes)).min(1),
  /** Where in the client's file the waiver of secrecy is, and the consent to the processing. */
  secrecyWaiverRef: z.string().min(1),
  processingConsentRef: z.string().min(1),
  /** ISO 8601, as all times here. */
  relativeConsentAt: z.string(),
  registeredBy: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  /** What the relative wants the client to be called in texts. */
  alias: z.string(),
  language: z.string(),
})
const proof = z.object({ kind: z.literal('proved'), grant: z.string(), at: z.string(), by: z.string() })
const end = z.object({
  kind: z.literal('ended'),
  grant: z.string(),
  at: z.string(),
  why: z.enum([...endReasons, 'over']),
  by: z.string(),
})
const wishes = z.object({
  kind: z.literal('wishes'),
  grant: z.string(),
  alias: z.string(),
  texts: z.enum(wishedTexts),
  /** That a visit was missed is told also in quiet time. */
  night: z.boolean(),
})
const sentCode = z.object({
  kind: z.literal('code'),
  grant: z.string(),
  salt: z.string(),
  hash: z.string(),
  expiresAt: z.string(),
})
const piece = z.discriminatedUnion('kind', [registration, proof, end, wishes, sentCode])

export type Registration = z.infer<typeof registration>
export type Piece = z.infer<typeof piece>
export type SentGrantCode = z.infer<typeof sentCode>

/** The registration without what was added to it. */
export const registrationOf = (grant: Grant): Registration => registration.parse(grant)

export interface Grant extends Registration {
  readonly id: string
  readonly provedAt: string | undefined
  readonly ended: z.infer<typeof end> | undefined
  readonly texts: WishedTexts
  readonly night: boolean
  readonly code: SentGrantCode | undefined
}

export const grantKeys = {
  grant: (id: string): string => `grant ${id}`,
  client: (clientRef: string): string => `client ${clientRef}`,
  phone: (phone: string): string => `phone ${phone}`,
}

/** A registration is found by its phone as well; what was added to it by grant and client. */
export function pieceRecord(clientRef: string, value: Piece): RecordWrite {
  const keys = [grantKeys.grant(value.grant), grantKeys.client(clientRef)]
  if (value.kind !== 'registered')
    return { collection: 'grant', id: `${value.grant} ${value.kind}`, keys, value }
  const phone = value.phone === null ? [] : [grantKeys.phone(value.phone)]
  return { collection: 'grant', id: value.grant, keys: [...keys, ...phone], value }
}

/** Whole grants out of the records that make them up; pieces without a registration are none. */
function grantsFrom(records: readonly StoredRecord[]): readonly Grant[] {
  const pieces = records.flatMap(({ value }) => piece.safeParse(value).data ?? [])
  return pieces.flatMap((one) => (one.kind === 'registered' ? [grantOf(one, pieces)] : []))
}

function grantOf(registered: Registration, pieces: readonly Piece[]): Grant {
  const own = pieces.filter(({ grant }) => grant === registered.grant)
  const find = <Kind extends Piece['kind']>(kind: Kind) =>
    own.find((one): one is Extract<Piece, { kind: Kind }> => one.kind === kind)
  const { alias = registered.alias, texts = 'all', night = false } = find('wishes') ?? {}
  return {
    ...registered,
    id: registered.grant,
    alias,
    texts,
    night,
    provedAt: find('proved')?.at,
    ended: find('ended'),
    code: find('code'),
  }
}

/** Registrations among records which still hold a number. */
export const numberedAmong = (records: readonly StoredRecord[]): readonly Registration[] =>
  records
    .flatMap(({ value }) => registration.safeParse(value).data ?? [])
    .filter(({ phone }) => phone !== null)

type Kept = Pick<Store, 'recordsUnder'>

export async function grantById(store: Kept, id: string): Promise<Grant | undefined> {
  return grantsFrom(await store.recordsUnder('grant', grantKeys.grant(id)))[0]
}

export async function grantsOfClient(store: Kept, clientRef: string): Promise<readonly Grant[]> {
  return grantsFrom(await store.recordsUnder('grant', grantKeys.client(clientRef)))
}

export async function grantsOfPhone(store: Kept, phone: string): Promise<readonly Grant[]> {
  const registered = grantsFrom(await store.recordsUnder('grant', grantKeys.phone(phone)))
  const whole = await Promise.all(registered.map(({ id }) => grantById(store, id)))
  return whole.filter((grant) => grant !== undefined)
}

/** `unproved`: no code has shown yet that the relative holds the phone. `coming`: its first day is not there yet. */
export type Standing = 'stands' | 'ended' | 'unproved' | 'coming'

export function standingOf(grant: Grant, now: Date): Standing {
  const at = now.toISOString()
  if (grant.ended !== undefined || grant.phone === null || at >= grant.validTo) return 'ended'
  if (grant.provedAt === undefined) return 'unproved'
  return at < grant.validFrom ? 'coming' : 'stands'
}

/** A grant that stands, with the number it is told by. */
export type StandingGrant = Grant & { readonly phone: string }
export const stands = (grant: Grant, now: Date): grant is StandingGrant => standingOf(grant, now) === 'stands'

/** Of whoever holds the phone. */
export async function standingGrantsOf(
  store: Kept,
  phone: string,
  now: Date,
): Promise<readonly StandingGrant[]> {
  return (await grantsOfPhone(store, phone)).filter((grant) => stands(grant, now))
}

/** Those under which visits are shown when they ask. */
export async function grantsForLooking(
  store: Kept,
  phone: string,
  now: Date,
): Promise<readonly StandingGrant[]> {
  const grants = await standingGrantsOf(store, phone, now)
  return grants.filter(({ scopes }) => scopes.includes('on_demand'))
}
