// Has somebody reported this already? The same class, within a hundred metres and a week, and not done yet.
import type { Case, CasePlace, MadeCase } from '../contracts/case'
import { metresBetween, type Point } from '../contracts/point'
import type { Store } from '../contracts/store'
import { toFolded } from '../text/compared'
import { caseKeys } from './case-records'
import { readMadeCase } from './case-shapes'
import { readCase } from './read-case'

export const similarWithin = { metres: 100, days: 7 } as const
const dayMs = 86_400_000

export interface ToCompare {
  readonly class: string
  readonly place: CasePlace
  readonly now: Date
}

/** The latest one that may be the same; undefined when there is none. */
export async function findSimilarCase(
  toCompare: ToCompare,
  store: Pick<Store, 'record' | 'recordsUnder'>,
): Promise<Case | undefined> {
  const since = new Date(toCompare.now.getTime() - similarWithin.days * dayMs).toISOString()
  const days = Array.from({ length: similarWithin.days + 1 }, (_, back) =>
    new Date(toCompare.now.getTime() - back * dayMs).toISOString().slice(0, 10),
  )
  for (const day of days) {
    const records = await store.recordsUnder('case', caseKeys.day(day, toCompare.class))
    const near = records
      .flatMap(({ value }) => readMadeCase(value) ?? [])
      .filter((made) => made.at >= since && isNear(made, toCompare.place))
    for (const { number } of latestFirst(near)) {
      const found = await readCase(store, number)
      if (found !== undefined && isOpen(found)) return found
    }
  }
  return undefined
}

const latestFirst = (cases: readonly MadeCase[]): readonly MadeCase[] =>
  [...cases].sort((one, other) => (one.at < other.at ? 1 : -1))

/** What is mended and broken again is another fault. */
const isOpen = ({ status }: Case): boolean => status !== 'Klart' && status !== 'Arkiverat'

/** By coordinates where both have them, else by the same words. */
function isNear({ place }: MadeCase, here: CasePlace): boolean {
  if (place === undefined) return false
  return isPoint(place) && isPoint(here)
    ? metresBetween(place, here) <= similarWithin.metres
    : line(place.text) === line(here.text)
}

const isPoint = (place: CasePlace): place is CasePlace & Point =>
  place.lat !== undefined && place.lon !== undefined

const line = (text: string): string => (toFolded(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
