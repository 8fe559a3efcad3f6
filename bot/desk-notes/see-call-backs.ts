// Whether departments called as they had promised: they say so, and what they do not say is counted as a broken promise.
import { z } from 'zod'
import type { City } from '../contracts/city/city'
import type { Clock } from '../contracts/basics/clock'
import type { Logger } from '../contracts/basics/logger'
import type { DoEntry } from '../contracts/store/outbox-work'
import type { Store } from '../contracts/store/store'
import { mayActFor } from '../hand-off/whose-desk'
import { callMade, readCallBack } from './call-back-record'

/** An entry of before promises could be moved names none. */
const payload = z.object({ code: z.string(), promisedBy: z.string().optional() })

export interface SeeCallBacksParts {
  readonly store: Pick<Store, 'record'>
  readonly logger: Logger
  /** Counts a promise by what became of it. */
  readonly seen: (department: string, result: 'kept' | 'broken') => void
}

/** The deed of an entry that is due when the promise ends. */
export const seeCallBack =
  ({ store, logger, seen }: SeeCallBacksParts): DoEntry =>
  async (entry) => {
    const { data } = payload.safeParse(entry.payload)
    const callBack = data && (await readCallBack(store, data.code))
    if (callBack?.promisedBy === undefined) return { kind: 'dropped', reason: 'the call-back is gone' }
    if (callBack.cancelledAt !== undefined) return { kind: 'dropped', reason: 'the call is not wanted' }
    if ((data?.promisedBy ?? callBack.promisedBy) !== callBack.promisedBy)
      return { kind: 'dropped', reason: 'another time is promised' }
    const isKept = callBack.doneAt !== undefined && callBack.doneAt <= callBack.promisedBy
    seen(callBack.department, isKept ? 'kept' : 'broken')
    if (!isKept)
      logger.warn({ code: callBack.code, department: callBack.department }, 'a promised call was not made')
    return { kind: 'done' }
  }

export interface MarkCallBackParts {
  readonly store: Pick<Store, 'record' | 'putRecord'>
  readonly city: () => Pick<City, 'departments'>
  readonly clock: Clock
}

/** A repeat changes nothing; `unknown` also for a call-back that another desk is told of. */
export const markCallBackDone =
  ({ store, city, clock }: MarkCallBackParts) =>
  async (department: string, code: string): Promise<'done' | 'unknown'> => {
    const callBack = await readCallBack(store, code)
    if (callBack === undefined || !mayActFor(city().departments, department, callBack.department))
      return 'unknown'
    if (callBack.doneAt !== undefined) return 'done'
    await store.putRecord(callMade(callBack, clock.now()))
    return 'done'
  }
