// Small things under a key: numbers of a series, secrets kept once, tokens that can be spent once, the hold of a conversation.
import { randomUUID } from 'node:crypto'
import { Cluster } from 'ioredis'
import { DygnetError } from '../../bot/contracts/basics/errors'
import { numberKey } from '../../bot/contracts/store/number-key'
import type { Store } from '../../bot/contracts/store/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import type { Client } from '../redis-client'
import { allocateNumberScript, releaseHoldScript, renewHoldScript } from './scripts/key-scripts'

type KeptKeys = Pick<
  Store,
  'allocateNumber' | 'keepOnce' | 'spendOnce' | 'endlessKeys' | 'forgetKeys' | 'holdConversation'
>

/** So many keys are looked at in one step of Redis. */
const scanCount = 1_000
/** What a glob would take for something else. */
const globSigns = /[\\*?[\]^-]/g

export function createKeptKeys(connection: Connection, keys: Keys): KeptKeys {
  return {
    allocateNumber: async (series, key, forgetMs) =>
      (await connection.run(
        allocateNumberScript,
        [keys.numbers(series)],
        [numberKey(key), forgetMs ?? ''],
      )) as number,
    async keepOnce(key, value, forgetMs) {
      const name = keys.kept(key)
      if (forgetMs === undefined) await connection.use((client) => client.setnx(name, value))
      else await connection.use((client) => client.set(name, value, 'PX', forgetMs, 'NX'))
      const kept = await connection.use((client) => client.get(name))
      if (kept === null)
        throw new DygnetError('store-unavailable', `what is kept under ${key} was removed just now`)
      return kept
    },
    spendOnce: async (key, ttlMs) =>
      (await connection.use((client) => client.set(keys.spent(key), '1', 'PX', ttlMs, 'NX'))) === 'OK',
    async endlessKeys(kind, beginning) {
      const { beginning: ours, nameOf } = keys.named[kind === 'kept' ? 'kept' : 'numbers']
      const pattern = `${ours.replace(globSigns, '\\$&')}*`
      const found = (await connection.use((client) => scanAll(client, pattern)))
        .map((key) => ({ key, name: nameOf(key) }))
        .filter(({ name }) => name.startsWith(beginning))
      const endless: string[] = []
      for (const { key, name } of found)
        if ((await connection.use((client) => client.pttl(key))) === -1) endless.push(name)
      return endless.sort()
    },
    async forgetKeys(kind, names) {
      let removed = 0
      for (const name of names) {
        const key = kind === 'kept' ? keys.kept(name) : keys.numbers(name)
        removed += await connection.use((client) => client.del(key))
      }
      return removed
    },
    async holdConversation(conversationId, leaseMs) {
      const { hold } = keys.conversation(conversationId)
      const token = randomUUID()
      const taken = await connection.use((client) => client.set(hold, token, 'PX', leaseMs, 'NX'))
      if (taken !== 'OK') return undefined
      return {
        renew: async () => (await connection.run(renewHoldScript, [hold], [token, leaseMs])) === 1,
        release: async () => {
          await connection.run(releaseHoldScript, [hold], [token])
        },
      }
    },
  }
}

/** On every master of a cluster. A key may be seen twice while Redis moves its own. */
async function scanAll(client: Client, pattern: string): Promise<readonly string[]> {
  const nodes = client instanceof Cluster ? client.nodes('master') : [client]
  const found = new Set<string>()
  for (const node of nodes) {
    let cursor = '0'
    do {
      const [next, page] = await node.scan(cursor, 'MATCH', pattern, 'COUNT', scanCount)
      for (const key of page) found.add(key)
      cursor = next
    } while (cursor !== '0')
  }
  return [...found]
}
