// Time comes in through this door only, so that a test can stop it.

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/**
 * Milliseconds since some moment, which no correction of the clock moves: for what is left alone for a while. A machine that has
 * just been switched on may have a clock years ahead, and what rests until a time that it told would rest for years.
 */
export type SteadyMs = () => number

export const steadyMs: SteadyMs = () => performance.now()
