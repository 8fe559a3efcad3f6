// Who has written STOPP: one table for all gateways, asked before anything is sent that nobody has just asked for.
import { z } from 'zod'
import type { RecordWrite, Store } from '../contracts/store/store'
import { keyedHash } from '../privacy/keyed-hash'

const schema = z.object({
  /** Whether nothing may be sent. */
  out: z.boolean(),
  /** Who told us: the phone's owner, or the gateway that had heard it before us. */
  by: z.enum(['resident', 'gateway']),
  /** ISO 8601. */
  at: z.string(),
})
type OptOut = z.infer<typeof schema>

type Kept = Pick<Store, 'record' | 'keepOnce'>

/** When it did so last, ISO 8601; undefined for a phone that may be texted. */
export async function optedOutAt(store: Kept, phone: string): Promise<string | undefined> {
  const record = await store.record('opt-out', await keyedHash(store, phone))
  const { data } = schema.safeParse(record?.value)
  return data?.out === true ? data.at : undefined
}

export const hasOptedOut = async (store: Kept, phone: string): Promise<boolean> =>
  (await optedOutAt(store, phone)) !== undefined

/** No number stands in it: who knows one can look whether it is there. */
export async function optOutRecord(
  store: Pick<Store, 'keepOnce'>,
  phone: string,
  { out, by, now }: Pick<OptOut, 'out' | 'by'> & { readonly now: Date },
): Promise<RecordWrite> {
  const value: OptOut = { out, by, at: now.toISOString() }
  return { collection: 'opt-out', id: await keyedHash(store, phone), value }
}
