// Who runs the turns of a conversation just now. Kept in memory: a file has one server, and a hold in the file would
// outlive a killed server and make its residents wait for the end of the lease.
import type { Clock } from '../../bot/contracts/basics/clock'
import type { ConversationId } from '../../bot/contracts/talk/ids'
import type { Store } from '../../bot/contracts/store/store'

interface Lease {
  untilMs: number
}

/** Leases that end by themselves; `release` of a lost one does not touch its next holder. */
export function createHolds(clock: Clock): Store['holdConversation'] {
  const leases = new Map<ConversationId, Lease>()
  const nowMs = () => clock.now().getTime()

  return (conversationId, leaseMs) => {
    const holder = leases.get(conversationId)
    if (holder !== undefined && holder.untilMs > nowMs()) return Promise.resolve(undefined)
    const lease: Lease = { untilMs: nowMs() + leaseMs }
    leases.set(conversationId, lease)
    const isOurs = () => leases.get(conversationId) === lease
    return Promise.resolve({
      renew() {
        const holds = isOurs() && lease.untilMs > nowMs()
        if (holds) lease.untilMs = nowMs() + leaseMs
        return Promise.resolve(holds)
      },
      release() {
        if (isOurs()) leases.delete(conversationId)
        return Promise.resolve()
      },
    })
  }
}
