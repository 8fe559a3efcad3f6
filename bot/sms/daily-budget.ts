// What texts may cost in a day: a fault or a prank must not empty the city's purse. Each server process counts for itself.
import type { Clock } from '../contracts/clock'
import { addDays, startOfDay, toLocalTime } from '../hours/local-time'

export interface DailyBudget {
  /** Takes so many parts; false, and takes none, when the day's money is not enough. */
  spend(parts: number): boolean
  /** Takes them also when the money is gone: for what must be said. */
  spendAnyway(parts: number): void
  /** For a text that did not go after all. */
  giveBack(parts: number): void
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

export function createDailyBudget({
  kronorPerDay,
  kronorPerPart,
  timeZone,
  clock,
}: BudgetFigures): DailyBudget {
  let day = ''
  let parts = 0
  const renew = (): void => {
    const { date } = toLocalTime(clock.now(), timeZone())
    if (date === day) return
    day = date
    parts = 0
  }
  return {
    spend(more) {
      renew()
      if ((parts + more) * kronorPerPart > kronorPerDay) return false
      parts += more
      return true
    },
    spendAnyway(more) {
      renew()
      parts += more
    },
    giveBack(unused) {
      renew()
      // What was taken before midnight went with that day.
      parts = Math.max(0, parts - unused)
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
