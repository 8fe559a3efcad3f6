// What texts may cost in a day: a fault or a prank must not empty the city's purse. Each server process counts for itself.
import type { Clock } from '../contracts/basics/clock'
import { addDays } from '../hours/calendar-day'
import { startOfDay, toLocalTime } from '../hours/local-time'

/** Texts are named by ids, so that one that is tried again, or that comes to nothing, is counted as what it costs. */
export interface TextBudget {
  /** Takes so many parts; false, and takes none, when the day's money is not enough. One that is paid for today costs no more. */
  spend(textId: string, parts: number): boolean
  /** Takes them also when the money is gone: for what must be said. */
  spendAnyway(textId: string, parts: number): void
  /** For a text that surely did not go: what was taken for it today. What was taken before midnight went with that day. */
  giveBack(textId: string): void
  kronorToday(): number
  /** The next midnight of the city. */
  renewedAt(): Date
}

export interface BudgetFigures {
  readonly kronorPerDay: number
  readonly kronorPerPart: number
  readonly timeZone: () => string
  readonly clock: Clock
}

export function createTextBudget({
  kronorPerDay,
  kronorPerPart,
  timeZone,
  clock,
}: BudgetFigures): TextBudget {
  let day = ''
  let parts = 0
  /** Parts of each text of the day. */
  const paid = new Map<string, number>()
  const renew = (): void => {
    const { date } = toLocalTime(clock.now(), timeZone())
    if (date === day) return
    day = date
    parts = 0
    paid.clear()
  }
  const take = (textId: string, more: number): void => {
    if (paid.has(textId)) return
    paid.set(textId, more)
    parts += more
  }
  return {
    spend(textId, more) {
      renew()
      if (!paid.has(textId) && (parts + more) * kronorPerPart > kronorPerDay) return false
      take(textId, more)
      return true
    },
    spendAnyway(textId, more) {
      renew()
      take(textId, more)
    },
    giveBack(textId) {
      renew()
      parts -= paid.get(textId) ?? 0
      paid.delete(textId)
    },
    kronorToday() {
      renew()
      return parts * kronorPerPart
    },
    renewedAt() {
      const { date } = toLocalTime(clock.now(), timeZone())
      return startOfDay(addDays(date, 1), timeZone())
    },
  }
}
