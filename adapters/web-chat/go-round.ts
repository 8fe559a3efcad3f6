// The round of all open sockets: a sign of life is asked for, and lines are looked for whose notice was lost between nodes.
import { setImmediate } from 'node:timers/promises'
import type { StreamSocket } from './stream-socket'

/** Asked, and looked after in a store on disk, within a millisecond or two. */
const perPortion = 50

/**
 * Lets turns come in between: a store on disk answers at once, and ten thousand looks at it in a row would hold up everybody
 * for a fifth of a second.
 */
export async function goRound(sockets: readonly Pick<StreamSocket, 'probe' | 'wake'>[]): Promise<void> {
  for (let start = 0; start < sockets.length; start += perPortion) {
    for (const socket of sockets.slice(start, start + perPortion)) {
      socket.probe()
      socket.wake()
    }
    await setImmediate()
  }
}
