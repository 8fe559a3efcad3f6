// Whether a relative may be told something at this moment: asked when a text is made, and again when it is sent.
import type { GrantScope } from '../contracts/home-care/home-care'
import type { Store } from '../contracts/store/store'
import { grantById, standingOf } from './grant'

/** `ended`: revoked, over its time, or unknown. `no-consent`: not yet in force, or not for this. */
export type MayBeTold = 'yes' | 'ended' | 'no-consent'

export async function mayBeTold(
  store: Pick<Store, 'recordsUnder'>,
  grantId: string,
  scope: GrantScope | undefined,
  now: Date,
): Promise<MayBeTold> {
  const grant = await grantById(store, grantId)
  if (grant === undefined) return 'ended'
  const standing = standingOf(grant, now)
  if (standing !== 'stands') return standing === 'ended' ? 'ended' : 'no-consent'
  return scope === undefined || grant.scopes.includes(scope) ? 'yes' : 'no-consent'
}
