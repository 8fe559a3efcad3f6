// How much of a store is read without the rest of the process getting its turn: what a resident who writes meanwhile waits for.
import type { Store } from '../../bot/contracts/store/store'

export interface Breaths {
  readonly store: Store
  /** The most calls between two turns of the event loop, and how many turns there were. */
  end(): { readonly longest: number; readonly turns: number }
}

export function countBreaths(store: Store): Breaths {
  let calls = 0
  let longest = 0
  let turns = 0
  const close = (): void => {
    longest = Math.max(longest, calls)
    calls = 0
  }
  const turn = (): void => {
    turns += 1
    close()
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  const counting = new Proxy(store, {
    get(target, name: keyof Store) {
      const member = Reflect.get(target, name) as (...given: unknown[]) => unknown
      return (...given: unknown[]): unknown => {
        calls += 1
        return Reflect.apply(member, target, given)
      }
    },
  })
  return {
    store: counting,
    end() {
      clearImmediate(next)
      close()
      return { longest, turns }
    },
  }
}
