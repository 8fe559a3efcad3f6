// How long the home care waits before it says that something is wrong, as the city decided in `dialogs/city.yaml`.
import type { City } from '../contracts/city/city'
import { minuteMs } from '../contracts/basics/durations'
import type { HomeCarePolicy } from '../contracts/home-care/home-care-policy'

const usual: HomeCarePolicy = { department: '', graceMinutes: 30, relativeMinutes: 30, silentMinutes: 15 }

const usualGatherMinutes = 2
/** 19.30 */
const usualSummaryMinute = 19 * 60 + 30

export interface WaitingTimes {
  /** After the end of a visit's window, before its unit is told that nothing is registered. */
  readonly graceMs: number
  /** After that, before relatives are told. */
  readonly relativeMs: number
  /** Without a sign of life the feed counts as silent. */
  readonly silentMs: number
  /** What happens within so long of each other is told in one text. */
  readonly gatherMs: number
}

export function waitingTimes({ homeCare = usual }: Pick<City, 'homeCare'>): WaitingTimes {
  return {
    graceMs: homeCare.graceMinutes * minuteMs,
    relativeMs: homeCare.relativeMinutes * minuteMs,
    silentMs: homeCare.silentMinutes * minuteMs,
    gatherMs: (homeCare.gatherMinutes ?? usualGatherMinutes) * minuteMs,
  }
}

/** Of the day, by the city's clock: when those who wish one text a day get it. */
export const summaryMinute = ({ homeCare }: Pick<City, 'homeCare'>): number =>
  homeCare?.summaryMinute ?? usualSummaryMinute

/** Where relatives ring: the department of the home care, or the contact centre. */
export const unitPhone = ({ homeCare, departments, phone }: City): string =>
  departments.get(homeCare?.department ?? '')?.phone ?? phone
