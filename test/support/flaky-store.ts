// A store that is down when a test says so.
import { DygnetError } from '../../bot/contracts/errors'
import type { Store } from '../../bot/contracts/store'

export interface Outage {
  readonly wrapStore: (store: Store) => Store
  /** The named calls fail from now on; resolves when one of them has been made and has failed. */
  begin(...calls: readonly (keyof Store)[]): Promise<void>
  end(): void
}

export function createOutage(): Outage {
  let down: ReadonlySet<string> = new Set()
  let felt: () => void = () => undefined
  return {
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name: string) {
          const method = Reflect.get(target, name) as (...parameters: unknown[]) => unknown
          return (...parameters: unknown[]): unknown => {
            if (!down.has(name)) return method.apply(target, parameters)
            felt()
            return Promise.reject(new DygnetError('store-unavailable', 'a test switched it off'))
          }
        },
      }),
    begin(...calls) {
      down = new Set(calls)
      return new Promise((resolve) => {
        felt = resolve
      })
    },
    end() {
      down = new Set()
    },
  }
}
