// The visits of one client on one day, in its order.
import type { Store } from '../contracts/store/store'
import { toLocalTime } from '../hours/local-time'
import { visitOf, type Visit } from './visit'
import { recordsOfVisit, visitIdsOfDay } from './visit-record'

/** @param date ISO date by the city's clock; a visit is on the day on which it begins */
export async function dayOfClient(
  store: Pick<Store, 'recordsUnder'>,
  clientRef: string,
  date: string,
  timeZone: string,
): Promise<readonly Visit[]> {
  const ids = await visitIdsOfDay(store, clientRef, date)
  const found = await Promise.all(ids.map(async (id) => visitOf((await recordsOfVisit(store, id)).events)))
  return found
    .filter((visit) => visit !== undefined)
    .filter((visit) => visit.clientRef === clientRef && isOn(visit, date, timeZone))
    .sort((one, other) => ((one.window?.start ?? '') < (other.window?.start ?? '') ? -1 : 1))
}

const isOn = ({ window }: Visit, date: string, timeZone: string): boolean =>
  window !== undefined && toLocalTime(new Date(window.start), timeZone).date === date
