// Time comes in through this door only, so that a test can stop it.

export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
