// A store that kills its process at one exact moment, for processes that are started to be killed.
import { openSqliteStore } from '../../adapters/sqlite'
import { openRedisStore } from '../../adapters/redis'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'

/** @param at `sqlite:<file>` or a Redis address */
export const openStoreAt = (at: string): Store =>
  at.startsWith('sqlite:')
    ? openSqliteStore({ file: at.slice('sqlite:'.length), clock: systemClock, logger: silentLogger })
    : openRedisStore({ url: at, clock: systemClock, logger: silentLogger })

/** Before and after a call, after it alone, or at neither. */
export type Sides = 'around' | 'after' | 'none'

/** These change nothing: whoever comes after a crash finds the same before them and behind them. */
const reading: ReadonlySet<string> = new Set<keyof Store>([
  'load',
  'turnOf',
  'linesAfter',
  'lastSequence',
  'conversationsWaiting',
  'countOutbox',
  'listOutbox',
  'record',
  'records',
  'recordsUnder',
  'recordsOf',
])

/** Counts the moments at the calls that write and are wanted; tells the wanted one's name and kills the process at it. */
export function killAtMoment(
  store: Store,
  wanted: number,
  sidesOf: (method: string) => Sides,
  tell: (moment: string) => void = () => undefined,
): Store {
  let passed = 0
  const pass = (moment: string) => {
    passed += 1
    if (passed !== wanted) return
    tell(moment)
    process.kill(process.pid, 'SIGKILL')
  }
  return new Proxy(store, {
    get(target, name): unknown {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      const call = method.bind(target) as (...parameters: unknown[]) => unknown
      const called = String(name)
      const sides =
        called === 'listen' || called === 'close' || reading.has(called) ? 'none' : sidesOf(called)
      if (sides === 'none') return call
      return async (...parameters: unknown[]) => {
        if (sides === 'around') pass(`before ${called}`)
        const result = await call(...parameters)
        pass(`after ${called}`)
        return result
      }
    },
  })
}

/** For those that are tried on both sides of some calls. */
export const around =
  (...methods: readonly (keyof Store)[]) =>
  (method: string): Sides =>
    (methods as readonly string[]).includes(method) ? 'around' : 'none'
