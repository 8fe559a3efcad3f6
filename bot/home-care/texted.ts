// When a relative was last told something under a grant, so that a text from their phone can be heard as a reply to it.
import { z } from 'zod'
import type { RecordWrite, Store } from '../contracts/store/store'
import { grantsOfPhone, stands } from './grant'

const schema = z.object({ kind: z.literal('texted'), at: z.string() })
const idOf = (grant: string): string => `${grant} texted`

/** It stands beside the grant and is no piece of it. */
export const textedRecord = (grant: string, now: Date): RecordWrite => ({
  collection: 'grant',
  id: idOf(grant),
  value: { kind: 'texted', at: now.toISOString() },
})

export interface TextedRelative {
  /** ISO 8601. */
  readonly at: string
  readonly language: string
}

/** The last time, under any grant of this phone that stands. */
export async function lastTexted(
  store: Pick<Store, 'record' | 'recordsUnder'>,
  phone: string,
  now: Date,
): Promise<TextedRelative | undefined> {
  const grants = (await grantsOfPhone(store, phone)).filter((grant) => stands(grant, now))
  const texted = await Promise.all(
    grants.map(async ({ id, language }) => {
      const { data } = schema.safeParse((await store.record('grant', idOf(id)))?.value)
      return data === undefined ? [] : [{ at: data.at, language }]
    }),
  )
  return texted
    .flat()
    .reduce<TextedRelative | undefined>(
      (last, one) => (last === undefined || one.at > last.at ? one : last),
      undefined,
    )
}
