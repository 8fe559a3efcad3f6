// A process that answers one resident's messages and is killed at one exact moment: before or after its n-th call to the store.
// Arguments: store (`sqlite:<file>` or a Redis address), the moment's number, the case to make. Prints what was acknowledged.
import { openSqliteStore } from '../../adapters/sqlite'
import { openRedisStore } from '../../adapters/redis'
import { systemClock } from '../../bot/contracts/clock'
import { silentLogger } from '../../bot/contracts/logger'
import type { Store } from '../../bot/contracts/store'
import { crashMessages } from './crash-messages'
import { openTestBot } from './test-bot'

const [address = '', moment = '0', conversation = ''] = process.argv.slice(2)

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

async function run(): Promise<void> {
  const store = killAtMoment(openStoreAt(address), Number(moment))
  const bot = await openTestBot(store)
  for (const message of crashMessages(conversation)) {
    await bot.receive(message)
    process.stdout.write(`accepted ${message.id}\n`)
    await bot.answer(message.conversationId, message.id)
    process.stdout.write(`answered ${message.id}\n`)
  }
  await store.close()
  process.stdout.write('finished\n')
}

if (require.main === module) void run()
