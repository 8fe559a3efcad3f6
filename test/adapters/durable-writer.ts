// A process that answers messages one after another until it is killed. Says what was acknowledged, a line each.
// Arguments: `sqlite:<file>` or a Redis address, the number to begin at.
import { openRedisStore } from '../../adapters/redis'
import { openSqliteStore } from '../../adapters/sqlite'
import { systemClock } from '../../bot/contracts/basics/clock'
import { silentLogger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { ada, durableTurn } from './durability'
import { message } from './store-samples'

export function openAt(address: string): Store {
  const file = /^sqlite:(.+)$/.exec(address)?.[1]
  return file === undefined
    ? openRedisStore({ url: address, clock: systemClock, logger: silentLogger })
    : openSqliteStore({ file, clock: systemClock, logger: silentLogger })
}

async function writeForEver(store: Store, from: number): Promise<void> {
  for (let n = from; ; n += 1) {
    await store.accept(message(ada, `m${n}`))
    process.stdout.write(`accepted m${n}\n`)
    const waiting = await store.nextWaiting(ada)
    if (waiting === undefined) throw new Error('nothing waits')
    const { version } = await store.load(ada)
    const { kind } = await store.commit(durableTurn(waiting.message.id, version))
    if (kind === 'committed') process.stdout.write(`answered ${waiting.message.id}\n`)
  }
}

if (require.main === module) {
  const [address = '', from = '1'] = process.argv.slice(2)
  void writeForEver(openAt(address), Number(from))
}
