// What gateways report of texts that were sent: in any order and more than once, so each word is kept by itself.
import type { DeliveryState } from '../contracts/sms/sms-gateway'
import type { RecordWrite, Store } from '../contracts/store/store'
import { optOutRecord } from './opt-out'

export interface Report {
  readonly id: string
  readonly state: DeliveryState
  readonly code?: string
  readonly optedOut?: string
}

/** What is to be kept of it: also that the phone wants no texts, when the gateway says so only afterwards. */
export async function reportRecords(
  store: Pick<Store, 'keepOnce'>,
  gateway: string,
  report: Report,
  now: Date,
): Promise<readonly RecordWrite[]> {
  const record = reportRecord(gateway, report, now)
  const { optedOut } = report
  if (optedOut === undefined) return [record]
  return [await optOutRecord(store, optedOut, { out: true, by: 'gateway', now }), record]
}

/** One record a state: a repeat writes the same again, and a late word of an earlier state takes nothing back. */
const reportRecord = (gateway: string, { id, state, code }: Report, now: Date): RecordWrite => ({
  collection: 'sent-text',
  id: `report/${gateway}/${id}/${state}`,
  value: { state, at: now.toISOString(), ...(code !== undefined && { code }) },
})
