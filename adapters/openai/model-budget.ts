// What the language model and embeddings together may cost in a day: set aside before a call, counted after it. Kept in
// memory: each process has its own budget, and a new one after a restart.

/** Kronor for a million tokens. */
export interface ModelPrices {
  readonly in: number
  readonly out: number
}

export interface Usage {
  readonly tokensIn: number
  readonly tokensOut: number
}

export interface BudgetParts {
  readonly kronor: number
  /** The day in the city, as an ISO date. */
  readonly today: () => string
}

/** Nobody is asked twice for the same money: what a call may cost at most is taken until its cost is known. */
export interface Reservation {
  /** Undefined: the call may have cost what was set aside, so that is what it counts as. */
  settle(usage: Usage | undefined): void
  /** Nothing was charged. */
  release(): void
}

const million = 1_000_000

const costOf = ({ tokensIn, tokensOut }: Usage, prices: ModelPrices): number =>
  (tokensIn * prices.in + tokensOut * prices.out) / million

/** Swedish has some three characters to a token; what a call may cost is rather thought too much. */
export const fewestCharactersPerToken = 2

/** No call used more than so many times what it might at most: a server that says so is not believed further. */
const mostTimes = 10

export interface ModelBudget {
  /** Undefined when what is left of the day's kronor might not be enough. */
  reserve(most: Usage, prices: ModelPrices): Reservation | undefined
  /** Kronor spent today, with what running calls may still cost. */
  kronorToday(): number
}

export function createModelBudget({ kronor, today }: BudgetParts): ModelBudget {
  let day = ''
  let taken = 0
  const renew = (): void => {
    if (today() === day) return
    day = today()
    taken = 0
  }
  return {
    reserve(most, prices) {
      renew()
      const dearest = costOf(most, prices)
      if (taken + dearest > kronor) return undefined
      taken += dearest
      const reservedOn = day
      const correct = (cost: number): void => {
        // What ends after midnight is not the new day's cost.
        if (day === reservedOn) taken += cost - dearest
      }
      return {
        settle: (usage) =>
          correct(usage === undefined ? dearest : Math.min(costOf(usage, prices), mostTimes * dearest)),
        release: () => correct(0),
      }
    },
    kronorToday() {
      renew()
      return taken
    },
  }
}
