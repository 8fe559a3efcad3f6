// What gateways report of texts that were sent: in any order and more than once, so each word is kept by itself.
import { deliveryStates, type DeliveryState } from '../contracts/sms-gateway'
import type { RecordWrite, Store } from '../contracts/store'
import { z } from 'zod'
import { optOutRecord } from './opt-out'

const schema = z.object({ state: z.enum(deliveryStates) })
const keyOf = (gateway: string, id: string): string => `report ${gateway} ${id}`

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
  keys: [keyOf(gateway, id)],
  value: { state, at: now.toISOString(), ...(code !== undefined && { code }) },
})

/** The furthest that has been reported; undefined when nothing was. A text that arrived did not fail. */
export async function deliveryStateOf(
  store: Pick<Store, 'recordsUnder'>,
  gateway: string,
  id: string,
): Promise<DeliveryState | undefined> {
  const records = await store.recordsUnder('sent-text', keyOf(gateway, id))
  const reported = new Set(records.flatMap(({ value }) => schema.safeParse(value).data?.state ?? []))
  const order = ['delivered', 'failed', 'sent'] as const satisfies readonly DeliveryState[]
  return order.find((state) => reported.has(state))
}
