// So many of something within a span of time and no more, counted in the store: for all nodes, and over a restart.
import type { Store } from './store'

export interface Places {
  readonly most: number
  readonly spanMs: number
}

/**
 * Takes one of the places under a key; false when none is free. A place is free again when the span has passed, so there are never
 * more than `most` within any span of that length.
 */
export async function takePlace(
  store: Pick<Store, 'spendOnce'>,
  key: string,
  { most, spanMs }: Places,
): Promise<boolean> {
  for (let place = 1; place <= most; place += 1)
    if (await store.spendOnce(`${key}/${place}`, spanMs)) return true
  return false
}
