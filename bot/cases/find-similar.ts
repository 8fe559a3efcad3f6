// Has somebody reported this already? The same class, within a hundred metres and a week, and not done yet.
import { isClosed, type Case, type CasePlace, type MadeCase } from '../contracts/cases/case'
import { dayMs } from '../contracts/basics/durations'
import { metresBetween } from '../contracts/basics/point'
import type { Store } from '../contracts/store/store'
import { readMadeCase } from './case-shapes'
import { readCase } from './read-case'
import { isPoint, keysNear, placeLine } from './where-keys'

const similarWithin = { metres: 100, days: 7 } as const

export interface ToCompare {
  readonly class: string
  readonly place: CasePlace
  readonly now: Date
  /** Of one that is near: whether it may be asked about. */
  readonly isShown: (made: MadeCase) => boolean
}

/** The latest one that may be the same; undefined when there is none. */
export async function findSimilarCase(
  toCompare: ToCompare,
  store: Pick<Store, 'record' | 'recordsUnder'>,
): Promise<Case | undefined> {
  const { place, now, isShown } = toCompare
  const from = new Date(now.getTime() - similarWithin.days * dayMs)
  const keys = keysNear({ ...toCompare, from, to: now, metres: similarWithin.metres })
  const records = (await Promise.all(keys.map((key) => store.recordsUnder('case', key)))).flat()
  const near = records
    .flatMap(({ value }) => readMadeCase(value) ?? [])
    .filter((made) => made.at >= from.toISOString() && isNear(made, place) && isShown(made))
  for (const { number } of latestFirst(near)) {
    const found = await readCase(store, number)
    // What is mended and broken again is another fault.
    if (found !== undefined && !isClosed(found.status)) return found
  }
  return undefined
}

const latestFirst = (cases: readonly MadeCase[]): readonly MadeCase[] =>
  [...cases].sort((one, other) => (one.at < other.at ? 1 : -1))

/** By coordinates where both have them, else by the same words. */
function isNear({ place }: MadeCase, here: CasePlace): boolean {
  if (place === undefined) return false
  return isPoint(place) && isPoint(here)
    ? metresBetween(place, here) <= similarWithin.metres
    : isSamePlace(place, here)
}

export const isSamePlace = (one: CasePlace, other: CasePlace): boolean =>
  placeLine(one.text) === placeLine(other.text)
