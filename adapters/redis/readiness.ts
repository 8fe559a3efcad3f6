// Whether Redis is there: waits a moment for a connection just lost, gives up at once on one that has been away for longer.
import { DygnetError } from '../../bot/contracts/basics/errors'
import type { Logger } from '../../bot/contracts/basics/logger'
import type { Client } from '../redis-client'

/** Long enough for a reconnection, short enough for somebody who waits for an answer. */
const patienceMs = 1000
/** The first connection is made while the process is busy starting, so that its answers lie unread for a while. */
const firstPatienceMs = 10_000

/** Logs the change to "down" and back once each, whatever number of errors comes with it. */
function logHealth(client: Client, logger: Logger): void {
  let isDown = false
  client.on('error', (error: Error) => {
    if (!isDown) logger.error({ reason: error.message }, 'Redis does not answer')
    isDown = true
  })
  client.on('ready', () => {
    if (isDown) logger.info({}, 'Redis answers again')
    isDown = false
  })
}

/**
 * Gives a function that resolves when commands can be sent.
 * It rejects with `store-unavailable` within a second of the connection's loss, ten seconds while there has been none yet, or
 * at once when that is past.
 */
export function createReadiness(client: Client, logger: Logger): () => Promise<void> {
  // Real time on purpose: how long a connection has been away has nothing to do with the clock of the conversations.
  let downSinceMs: number | undefined = performance.now()
  let wasReady = false
  const waiters = new Set<() => void>()
  logHealth(client, logger)
  client.on('close', () => {
    downSinceMs ??= performance.now()
  })
  client.on('ready', () => {
    downSinceMs = undefined
    wasReady = true
    for (const wake of [...waiters]) wake()
  })

  return () => {
    if (client.status === 'ready') return Promise.resolve()
    return new Promise((resolve, reject) => {
      const wake = () => {
        clearTimeout(timer)
        waiters.delete(wake)
        resolve()
      }
      const giveUp = () => {
        waiters.delete(wake)
        reject(
          new DygnetError(
            'store-unavailable',
            'no connection to Redis; look whether it runs at the given address',
          ),
        )
      }
      const downForMs = performance.now() - (downSinceMs ?? performance.now())
      const patience = wasReady ? patienceMs : firstPatienceMs
      const timer = setTimeout(giveUp, Math.max(0, patience - downForMs))
      waiters.add(wake)
    })
  }
}
