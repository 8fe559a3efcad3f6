// Keys that an older version kept without an end: who used a code to carry on a talk, and the numbers of a day's pickups. Today's
// end by themselves; those of before go once what they were for is over.
import { z } from 'zod'
import { deletionLine } from '../contracts/store/deletion'
import { weekMs } from '../contracts/basics/durations'
import type { Store } from '../contracts/store/store'
import { codeOfSpent, spentBeginning } from '../resume/code-store'

const seriesBeginning = 'G-'
/** As long as a day's numbers are remembered today. */
const rememberedMs = weekMs

export interface OldKeys {
  readonly kept: readonly string[]
  readonly series: readonly string[]
}

type Looking = Pick<Store, 'endlessKeys' | 'record'>

/** What `removeOldKeys` would remove now. Changes nothing. */
export async function findOldKeys(store: Looking, now: Date): Promise<OldKeys> {
  const spent = await store.endlessKeys('kept', spentBeginning)
  const series = await store.endlessKeys('series', seriesBeginning)
  const kept: string[] = []
  for (const key of spent) if (await isOver(store, key, now)) kept.push(key)
  return { kept, series: series.filter((name) => isPast(name, now)) }
}

const codeShape = z.object({ until: z.string() })

/** The code has had its day, or has gone with the talk that it was of. */
async function isOver(store: Looking, key: string, now: Date): Promise<boolean> {
  const { data } = codeShape.safeParse((await store.record('conversation', codeOfSpent(key)))?.value)
  return data === undefined || data.until <= now.toISOString()
}

/** `G-20261201`: of that day. */
function isPast(series: string, now: Date): boolean {
  const [, year, month, day] = /^G-(\d{4})(\d{2})(\d{2})$/.exec(series) ?? []
  return Date.parse(`${year}-${month}-${day}`) + rememberedMs <= now.getTime()
}

/** They name talks, so they leave a line in the deletion log as talks do. Gives how many. */
export async function removeOldKeys(
  store: Looking & Pick<Store, 'forgetKeys' | 'putRecord'>,
  now: Date,
): Promise<number> {
  const { kept, series } = await findOldKeys(store, now)
  if (kept.length + series.length === 0) return 0
  const at = now.toISOString()
  const line = deletionLine({ class: 'conversation', before: at, by: 'staff', at })
  await store.putRecord(line(null))
  const removed = (await store.forgetKeys('kept', kept)) + (await store.forgetKeys('series', series))
  await store.putRecord(line(removed))
  return removed
}
