// Looks through the cases that anyone may see, newest first, and lets everything else of the server come in between: a store on
// disk answers at once, so a search that never waits would hold up every resident, also one who calls for help.
import { setImmediate } from 'node:timers/promises'
import { caseKeys } from '../cases/case-records'
import { readMadeCase } from '../cases/case-shapes'
import { caseAsItStands } from '../cases/read-case'
import { isClosed, type Case, type MadeCase } from '../contracts/cases/case'
import type { PublicCase, PublicCaseQuery } from '../contracts/cases/public-cases'
import type { Store } from '../contracts/store/store'
import { addDays } from '../hours/calendar-day'

export interface FindParts {
  readonly store: Pick<Store, 'recordsUnder'>
  /** Classes whose cases are looked through. */
  readonly classes: readonly string[]
  /** Undefined where a case is not for everyone, which its making tells. */
  readonly show: (found: Case) => PublicCase | undefined
  readonly mayShow: (made: MadeCase) => boolean
}

/** Read, folded and masked within some five milliseconds. */
const perPortion = 20

/** Day by day, until there are enough. */
export async function findCases(query: PublicCaseQuery, parts: FindParts): Promise<readonly PublicCase[]> {
  const found: PublicCase[] = []
  let { skip } = query
  const passOver = <T>(row: readonly T[]): readonly T[] => {
    const left = row.slice(skip)
    skip -= row.length - left.length
    return left
  }
  for await (const portion of portionsOf(query, parts)) {
    // Without a status every one counts, so those that are passed over need not be read whole.
    const wanted =
      query.status === undefined
        ? await wholeOnes(passOver(portion), parts)
        : passOver((await wholeOnes(portion, parts)).filter((one) => isWanted(one, query)))
    found.push(...wanted.flatMap((one) => parts.show(one) ?? []))
    if (found.length >= query.limit) break
  }
  return found.slice(0, query.limit)
}

const wholeOnes = (made: readonly MadeCase[], { store }: FindParts): Promise<readonly Case[]> =>
  Promise.all(made.map((one) => caseAsItStands(store, one)))

const isWanted = ({ status }: Case, query: PublicCaseQuery): boolean =>
  (query.status === 'closed') === isClosed(status)

async function* portionsOf(query: PublicCaseQuery, parts: FindParts): AsyncGenerator<readonly MadeCase[]> {
  const last = dayOf(query.from)
  for (let day = dayOf(query.to); day >= last; day = addDays(day, -1)) {
    await setImmediate()
    const made = (await madeOn(day, parts)).filter((one) => isWithin(one, query) && parts.mayShow(one))
    made.sort(newestFirst)
    for (let start = 0; start < made.length; start += perPortion) {
      if (start > 0) await setImmediate()
      yield made.slice(start, start + perPortion)
    }
  }
}

const dayOf = (time: Date): string => time.toISOString().slice(0, 10)

async function madeOn(day: string, { classes, store }: FindParts): Promise<MadeCase[]> {
  const ofClasses = await Promise.all(
    classes.map((code) => store.recordsUnder('case', caseKeys.day(day, code))),
  )
  return ofClasses.flat().flatMap(({ value }) => readMadeCase(value) ?? [])
}

const isWithin = ({ at }: MadeCase, { from, to }: PublicCaseQuery): boolean =>
  Date.parse(at) >= from.getTime() && Date.parse(at) <= to.getTime()

const newestFirst = (a: MadeCase, b: MadeCase): number => (order(a) < order(b) ? 1 : -1)
const order = ({ at, number }: MadeCase): string => `${at} ${number}`
