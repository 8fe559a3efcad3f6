// What the resident wrote and the server does not have yet: sent one by one, in order, until each is accepted or refused.
import type { Outgoing, ReceivedActivity } from './activity'
import type { Advised, Answer } from './direct-line'
import type { Memory } from './memory'

const firstRetryMs = 2_000
const longestRetryMs = 15_000
/** What is not accepted by then has something before it, or a server in trouble. */
const patienceMs = 1_000

export interface OutboxEvents {
  readonly post: (outgoing: Outgoing) => Promise<Answer<{ readonly id?: string }>>
  readonly sent: (outgoing: Outgoing, activityId: string | undefined) => void
  /** It stays in the queue and is tried again. */
  readonly delayed: (outgoing: Outgoing) => void
  readonly busy: (retryAfterMs: number) => void
  /** Asks whether it is a cry for help, and nothing more: it keeps its place in the queue. */
  readonly look: (outgoing: Outgoing) => Promise<Answer<Advised>>
  /** A cry for help that must wait, but is answered: once, however often it is sent. */
  readonly advised: (advice: ReceivedActivity) => void
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
  /** Ids of what has been looked at for a cry for help, or is just now. */
  const looked = new Set<string>()
  const drop = (id: string): void => memory.keep({ queue: queue().filter((each) => each.id !== id) })

  function later(delayMs: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), delayMs)
  }

  async function look(outgoing: Outgoing): Promise<void> {
    looked.add(outgoing.id)
    const answer = await events.look(outgoing)
    if (answer.kind !== 'ok') {
      looked.delete(outgoing.id)
      setTimeout(lookAhead, longestRetryMs)
    } else if (answer.value.advice) events.advised(answer.value.advice)
  }

  /** A cry for help waits behind nothing: not behind what is refused, and not behind a picture on its way. */
  const lookAhead = (): void => queue().forEach((each) => void (looked.has(each.id) || look(each)))

  /** @returns whether the next one may be sent. */
  function settle(outgoing: Outgoing, answer: Answer<{ readonly id?: string }>): boolean {
    if (answer.kind === 'ok' || answer.kind === 'refused') {
      failures = 0
      drop(outgoing.id)
      if (answer.kind === 'ok') events.sent(outgoing, answer.value.id)
      else events.refused(outgoing, answer.said)
      return true
    }
    if (answer.advice && !looked.has(outgoing.id)) {
      looked.add(outgoing.id)
      events.advised(answer.advice)
    }
    lookAhead()
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
    if (isSending) return
    const quietMs = quietUntil - Date.now()
    // The timer of before may have come a moment too early, or have been stopped.
    if (quietMs > 0) {
      later(quietMs)
      return
    }
    isSending = true
    clearTimeout(timer)
    for (let next = queue()[0]; next; next = queue()[0]) {
      const answer = await events.post(next)
      if (!settle(next, answer)) break
    }
    isSending = false
  }

  return {
    waiting: queue,
    flush,
    drop,
    lookAhead,
    add(outgoing: Outgoing): void {
      if (!queue().some(({ id }) => id === outgoing.id)) memory.keep({ queue: [...queue(), outgoing] })
      void flush()
      setTimeout(lookAhead, patienceMs)
    },
    stop: () => clearTimeout(timer),
  }
}
export type Outbox = ReturnType<typeof createOutbox>
