// A Redis that makes room by throwing keys away loses conversations, and says nothing. It is looked at once, when it first answers.
import { Cluster } from 'ioredis'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { Client } from '../redis-client'

const policyLine = /^maxmemory_policy:(\S+)/m

/** Managed services may forbid the question: then nobody knows, and the store is opened all the same. */
export function warnOfEviction(client: Client, logger: Logger): void {
  client.once('ready', () => {
    void policiesOf(client)
      .then((policies) => {
        const policy = policies.find((each) => each !== 'noeviction')
        if (policy !== undefined)
          logger.warn(
            { policy },
            'Redis throws conversations away when its memory is full; set maxmemory-policy noeviction',
          )
      })
      .catch(() => undefined)
  })
}

async function policiesOf(client: Client): Promise<readonly string[]> {
  const nodes = client instanceof Cluster ? client.nodes('master') : [client]
  const told = await Promise.all(nodes.map((node) => node.info('memory')))
  return told.flatMap((each) => policyLine.exec(each)?.[1] ?? [])
}
