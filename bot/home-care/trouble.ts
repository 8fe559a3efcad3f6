// What worried a relative, or made them change their day, and has not been taken back towards them yet.
import type { VisitNews } from '../contracts/home-care/home-care'
import { isOfPlan } from './news'
import type { Told } from './visit-record'

const troubles: readonly VisitNews[] = ['missing', 'missed', 'cancelled']
/** News that may take a trouble back. */
const reliefs: readonly VisitNews[] = ['started', 'completed', 'restored', 'changed']

export const isTrouble = (news: VisitNews): boolean => troubles.includes(news)
export const isRelief = (news: VisitNews): boolean => reliefs.includes(news)

/**
 * The last trouble of a visit that a relative was told.
 * @param own what they were told of it
 * @param seq of the news at hand: what was told under it is the same news, which a crash may have interrupted
 */
export function openTrouble(own: readonly Told[], seq: number): VisitNews | undefined {
  const trouble = own
    .filter(({ news }) => isTrouble(news))
    .reduce<Told | undefined>(
      (last, one) => (last === undefined || one.seq > last.seq ? one : last),
      undefined,
    )
  if (trouble === undefined) return undefined
  return own.some((one) => one.seq !== seq && takesBack(one, trouble)) ? undefined : trouble.news
}

/** What was done may be registered late, under a number before that of the trouble; a plan comes after what it changes. */
const takesBack = (one: Told, trouble: Told): boolean =>
  one.news === 'corrected' || (isOfPlan(one) && one.seq > trouble.seq)
