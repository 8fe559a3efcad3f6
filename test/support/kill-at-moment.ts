// A store that kills its process at one exact moment, for processes that are started to be killed.
import { openSqliteStore } from '../../adapters/sqlite'
import { openRedisStore } from '../../adapters/redis'
import { systemClock } from '../../bot/contracts/clock'
import { silentLogger } from '../../bot/contracts/logger'
import type { Store } from '../../bot/contracts/store'

/** @param at `sqlite:<file>` or a Redis address */
export const openStoreAt = (at: string): Store =>
  at.startsWith('sqlite:')
    ? openSqliteStore({ file: at.slice('sqlite:'.length), clock: systemClock, logger: silentLogger })
    : openRedisStore({ url: at, clock: systemClock, logger: silentLogger })

/** Counts the moments before and after each call, or those that count, and kills the process at the wanted one. */
export function killAtMoment(
  store: Store,
  wanted: number,
  counts: (method: string) => boolean = () => true,
): Store {
  let passed = 0
  const pass = () => {
    passed += 1
    if (passed === wanted) process.kill(process.pid, 'SIGKILL')
  }
  return new Proxy(store, {
    get(target, name): unknown {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      const call = method.bind(target) as (...parameters: unknown[]) => unknown
      if (name === 'listen' || name === 'close' || !counts(String(name))) return call
      return async (...parameters: unknown[]) => {
        pass()
        const result = await call(...parameters)
        pass()
        return result
      }
    },
  })
}
