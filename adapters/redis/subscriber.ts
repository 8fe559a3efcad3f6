// The client that hears what is published.
import { Cluster } from 'ioredis'
import type { Client } from '../redis-client'

/** Subscribing takes a connection of its own; a cluster's client keeps one inside. */
export function openSubscriber(client: Client): Client {
  return client instanceof Cluster ? client : client.duplicate({ autoResubscribe: false })
}

/**
 * Events after which a client has to be told its subscriptions again. A cluster's client moves them to another node by
 * itself, but says neither when nor whether; telling it twice is harmless.
 */
export const subscriberEvents = (client: Client): readonly string[] =>
  client instanceof Cluster ? ['ready', '-node'] : ['ready']
