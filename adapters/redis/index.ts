// The store of several machines: Redis, one server or a cluster. Redis must keep its data on disk (appendonly yes) and
// never evict (maxmemory-policy noeviction).
import type { Clock } from '../../bot/contracts/basics/clock'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { Store } from '../../bot/contracts/store/store'
import { createChanges } from './changes'
import { createCommit } from './commit-turn'
import { openConnection } from './connection'
import { createConversationIndex } from './conversation-index'
import { createInbox } from './inbox'
import { createInterims } from './interims'
import { createKeptKeys } from './kept-keys'
import { createKeys } from './keys'
import { createLegalHolds } from './legal-holds'
import { createOutbox } from './outbox'
import { createPending } from './pending'
import { createReader } from './read-conversation'
import { createRecords } from './records'
import { createRetention } from './retention'
import { createWaiting } from './waiting'

/** How long what `tryWrite` has written stays. */
const probeMs = 1_000

export interface RedisStoreOptions {
  /** `redis://user:password@host:6379/0`, `rediss://…` for TLS; several with commas between are nodes of one cluster. */
  readonly url: string
  readonly clock: Clock
  readonly logger: Logger
  /** What all keys begin with; `dygnet` when not given. Must not hold braces. */
  readonly keyPrefix?: string
}

/**
 * Opens the store and connects in the background: `ping` tells whether Redis is there. While it is not, every call
 * rejects with `store-unavailable` within seconds; when it is back, calls succeed again by themselves.
 *
 * A call that lost its connection may have been carried out. No call does its work twice when it is repeated: a repeated
 * `accept` says `repeated`, a repeated `commit` says `conflict` and `turnOf` shows the turn. But what a repeated call says of
 * itself may be what the lost one did: `spendOnce` then says false, though nobody else has spent the key.
 */
export function openRedisStore({ url, clock, logger, keyPrefix = 'dygnet' }: RedisStoreOptions): Store {
  const keys = createKeys(keyPrefix)
  const connection = openConnection(url, logger)
  const pending = createPending(connection, keys, clock)
  const index = createConversationIndex(connection, keys, clock)
  const legalHolds = createLegalHolds(connection, keys)
  const { settle, conversationsWaiting } = createWaiting({ connection, keys, logger, pending, index })

  return {
    ...createInbox({ connection, keys, clock, index, settle }),
    conversationsWaiting,
    ...createReader(connection, keys, logger),
    commit: createCommit({ connection, keys, clock, logger, pending, index, settle }),
    listen: createChanges(connection, keys, clock, logger),
    ...createInterims(connection, keys, logger),
    ...createOutbox({ connection, keys, clock, pending }),
    ...createRecords(connection, keys, pending),
    ...createKeptKeys(connection, keys),
    ...createRetention({ connection, keys, pending, index, legalHolds }),
    ...legalHolds,
    refusedWrites: () => connection.refusedWrites(),
    async tryWrite() {
      const write = (key: string) => connection.use((client) => client.set(key, '1', 'PX', probeMs))
      await Promise.all(keys.probes.map(write))
    },
    ping: async () => {
      await connection.use((client) => client.ping())
    },
    close: () => connection.close(),
  }
}
