// Grants for tests: registered and proved by the front door, as staff would.
import type { City } from '../../../bot/contracts/city/city'
import type { Clock } from '../../../bot/contracts/basics/clock'
import type { Store } from '../../../bot/contracts/store/store'
import { checkGrantCode, sendGrantCode } from '../../../bot/home-care/prove-phone'
import { registerGrant, type GrantWish } from '../../../bot/home-care/register-grant'

export const relativePhone = '+46701234567'

export const grantWish = (changes: Partial<GrantWish> = {}): GrantWish => ({
  clientRef: 'client-1',
  phone: '070-123 45 67',
  scopes: ['plan_change', 'started', 'completed', 'missed', 'on_demand'],
  secrecyWaiverRef: 'akt-2026-17/3',
  processingConsentRef: 'akt-2026-17/4',
  relativeConsentAt: '2026-11-20',
  alias: 'M',
  by: 'anna.k',
  language: 'sv',
  ...changes,
})

export interface Registering {
  readonly store: Store
  readonly city: City
  readonly clock: Clock
}

const code = { digits: '480215', salt: 'salt' }

export async function register(parts: Registering, changes: Partial<GrantWish> = {}): Promise<string> {
  const registered = await registerGrant(grantWish(changes), parts)
  if (registered.kind !== 'registered') throw new Error(registered.faults.join())
  return registered.id
}

/** The id of a grant that stands. */
export async function relative(parts: Registering, changes: Partial<GrantWish> = {}): Promise<string> {
  const id = await register(parts, changes)
  await prove(parts, id)
  return id
}

/** Shows that the relative holds the phone. */
export async function prove(parts: Registering, id: string): Promise<void> {
  const proving = {
    ...parts,
    makeCode: () => code,
    maySendCode: () => Promise.resolve(true),
    hasOptedOut: () => Promise.resolve(false),
  }
  if ((await sendGrantCode(id, 'anna.k', proving)) !== 'sent') throw new Error('no code was sent')
  const checked = await checkGrantCode(id, code.digits, 'anna.k', proving)
  if (checked !== 'proved') throw new Error(checked)
}
