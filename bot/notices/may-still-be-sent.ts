// Whether a notice may leave the house at this moment: asked when it is made, and again when it is sent.
import type { Store } from '../contracts/store/store'
import { standingConsents } from './standing-consents'
import { readSubscription, type KeptSubscription } from './subscription'

/** `ended`: stopped, taken back, erased or over its time. `no-consent`: what it rests on does not stand any more. */
export type MayBeSent = 'yes' | 'ended' | 'no-consent'

type Kept = Pick<Store, 'record' | 'recordsUnder'>

export async function mayStillBeSent(store: Kept, subscriptionId: string, now: Date): Promise<MayBeSent> {
  const record = await store.record('subscription', subscriptionId)
  const subscription = record && readSubscription(record)
  if (subscription === undefined) return 'ended'
  return (await restsOnConsent(store, subscription, now)) ? 'yes' : 'no-consent'
}

export async function restsOnConsent(
  store: Pick<Store, 'recordsUnder'>,
  { conversation, purposes }: KeptSubscription,
  now: Date,
): Promise<boolean> {
  const standing = await standingConsents(store, conversation, now)
  return purposes.every((wanted) => standing.some(({ purpose }) => purpose === wanted))
}
