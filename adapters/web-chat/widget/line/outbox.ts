// What the resident wrote and the server does not have yet: sent one by one, in order, until each is accepted or refused.
import type { Outgoing } from './activity'
import type { Answer } from './direct-line'
import { createLookOut, type LookOutEvents } from './look-out'
import type { Memory } from './memory'

const firstRetryMs = 2_000
const longestRetryMs = 15_000
/** What is not accepted by then has something before it, or a server in trouble. */
const patienceMs = 1_000

export interface OutboxEvents extends LookOutEvents {
  readonly post: (outgoing: Outgoing) => Promise<Answer<{ readonly id?: string }>>
  readonly sent: (outgoing: Outgoing, activityId: string | undefined) => void
  /** It stays in the queue and is tried again. */
  readonly delayed: (outgoing: Outgoing) => void
  readonly busy: (retryAfterMs: number) => void
  /** It left the queue: the server will not take it. */
  readonly refused: (outgoing: Outgoing, said: string | undefined) => void
  /** The conversation or its token is not accepted; `flush` is called again after a new join. */
  readonly lost: () => void
}

export function createOutbox(memory: Memory, events: OutboxEvents) {
  let isSending = false
  let failures = 0
  /** Before this the server has asked us to be quiet. */
  let quietUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const queue = (): readonly Outgoing[] => memory.get().queue ?? []
  const lookOut = createLookOut(queue, events)
  const drop = (id: string): void => memory.keep({ queue: queue().filter((each) => each.id !== id) })

  function later(delayMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delayMs)
  }

  /** @returns whether the next one may be sent. */
  function settle(outgoing: Outgoing, answer: Answer<{ readonly id?: string }>): boolean {
    if (answer.kind === 'ok' || answer.kind === 'refused') {
      failures = 0
      drop(outgoing.id)
      if (answer.kind === 'ok') events.sent(outgoing, answer.value.id)
      else events.refused(outgoing, answer.said)
      return true
    }
    lookOut.hear(outgoing, answer.advice)
    lookOut.lookAhead()
    if (answer.kind === 'busy') {
      events.busy(answer.retryAfterMs)
      quietUntil = Date.now() + answer.retryAfterMs
      later(answer.retryAfterMs)
    } else if (answer.kind === 'unreachable') {
      queue().forEach(events.delayed)
      later(Math.min(firstRetryMs * 2 ** failures++, longestRetryMs))
    } else events.lost()
    return false
  }

  async function flush(): Promise<void> {
    setTimeout(lookOut.lookAhead, patienceMs)
    if (isSending) return
    const quietMs = quietUntil - Date.now()
    // The timer of before may have come a moment too early, or have been stopped.
    if (quietMs > 0) {
      later(quietMs)
      return
    }
    isSending = true
    clearTimeout(timer)
    try {
      for (let next = queue()[0]; next; next = queue()[0]) if (!settle(next, await events.post(next))) break
    } finally {
      // Whatever went wrong with one of them, in our code or in the page's around it: the next one is sent.
      isSending = false
    }
  }

  return {
    waiting: queue,
    flush,
    drop,
    lookAhead: lookOut.lookAhead,
    add(outgoing: Outgoing): void {
      if (!queue().some(({ id }) => id === outgoing.id)) memory.keep({ queue: [...queue(), outgoing] })
      void flush()
    },
    stop: () => clearTimeout(timer),
  }
}
export type Outbox = ReturnType<typeof createOutbox>
