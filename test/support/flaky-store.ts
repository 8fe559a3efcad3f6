// A store that is down when a test says so.
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { Store } from '../../bot/contracts/store/store'

export interface Outage {
  readonly wrapStore: (store: Store) => Store
  /** The named calls fail from now on; resolves when one of them has been made and has failed. */
  begin(...calls: readonly (keyof Store)[]): Promise<void>
  /** The same with another error than "unavailable". */
  failWith(error: Error, ...calls: readonly (keyof Store)[]): void
  end(): void
}

export function createOutage(): Outage {
  let down: ReadonlySet<string> = new Set()
  const unavailable = (): Error => new DygnetError('store-unavailable', 'a test switched it off')
  let fail = unavailable
  let felt: () => void = () => undefined
  return {
    wrapStore: (store) =>
      new Proxy(store, {
        get(target, name: string) {
          const method = Reflect.get(target, name) as (...parameters: unknown[]) => unknown
          return (...parameters: unknown[]): unknown => {
            if (!down.has(name)) return method.apply(target, parameters)
            felt()
            return Promise.reject(fail())
          }
        },
      }),
    begin(...calls) {
      down = new Set(calls)
      fail = unavailable
      return new Promise((resolve) => {
        felt = resolve
      })
    },
    failWith(error, ...calls) {
      down = new Set(calls)
      fail = () => error
    },
    end() {
      down = new Set()
    },
  }
}
