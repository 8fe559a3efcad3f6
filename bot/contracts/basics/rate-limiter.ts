// How often somebody may do something; in memory on one machine, in Redis on several.

export type Allowance =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterMs: number }

export interface RateLimiter {
  /** Takes one from the allowance of `key`. When the limiter itself is down it allows: service goes before limits. */
  take(key: string): Promise<Allowance>
}
