// Small things under a key: numbers of a series, secrets kept once, tokens that can be spent once, the hold of a conversation.
import { randomUUID } from 'node:crypto'
import { DygnetError } from '../../bot/contracts/errors'
import { numberKey } from '../../bot/contracts/number-key'
import type { Store } from '../../bot/contracts/store'
import type { Connection } from './connection'
import type { Keys } from './keys'
import { allocateNumberScript, releaseHoldScript, renewHoldScript } from './scripts/key-scripts'

type KeptKeys = Pick<Store, 'allocateNumber' | 'keepOnce' | 'spendOnce' | 'holdConversation'>

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
