// After failures in a row nobody waits for the model any more; after a rest one call tries whether it is back.
import type { SteadyMs } from '../../bot/contracts/basics/clock'

export const failuresBeforeRest = 5
export const restMs = 60_000

export class CircuitBreaker {
  private readonly steadyMs: SteadyMs
  private failures = 0
  private restsUntil = 0
  private isTrying = false

  constructor(steadyMs: SteadyMs) {
    this.steadyMs = steadyMs
  }

  /** Whether a call may be made; whoever gets a yes tells how it went. */
  allows(): boolean {
    if (this.failures < failuresBeforeRest) return true
    if (this.isTrying || this.steadyMs() < this.restsUntil) return false
    this.isTrying = true
    return true
  }

  succeeded(): void {
    this.isTrying = false
    this.failures = 0
  }

  failed(): void {
    this.isTrying = false
    this.failures += 1
    if (this.failures >= failuresBeforeRest) this.restsUntil = this.steadyMs() + restMs
  }
}
