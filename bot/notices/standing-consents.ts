// Which consents of a conversation allow something at this moment.
import { consentKey, consentSchema, type ConsentRecord } from '../contracts/home-care/consent'
import type { Store } from '../contracts/store/store'

/** The last word on each purpose, where it is a yes whose time is not over. */
export async function standingConsents(
  store: Pick<Store, 'recordsUnder'>,
  conversation: string,
  now: Date,
): Promise<readonly ConsentRecord[]> {
  const records = await store.recordsUnder('consent', consentKey(conversation))
  const last = new Map<string, ConsentRecord>()
  for (const { value } of records) {
    const { data: consent } = consentSchema.safeParse(value)
    if (consent === undefined) continue
    const known = last.get(consent.purpose)
    // Of two at the same moment the no counts.
    const isLater =
      known === undefined || consent.at > known.at || (consent.at === known.at && !consent.answer)
    if (isLater) last.set(consent.purpose, consent)
  }
  return [...last.values()].filter(({ answer, until }) => answer && now.toISOString() < until)
}
