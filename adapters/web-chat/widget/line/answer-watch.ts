// Knows which messages still wait for an answer, and says honestly when one has waited too long.

const overdueMs = 20_000

export interface AnswerWatchEvents {
  /** At least one message waits, or none does. */
  readonly waiting: (isWaiting: boolean) => void
  readonly overdue: (id: string) => void
}

export function createAnswerWatch(events: AnswerWatchEvents) {
  let isResting = false
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const stop = (id: string): void => {
    clearTimeout(timers.get(id))
    timers.delete(id)
    events.waiting(timers.size > 0)
  }
  return {
    isWaiting: () => timers.size > 0,
    /** @param waitedMs time that has passed already, for a message from before a reload. */
    begin(id: string, waitedMs = 0): void {
      if (isResting) return
      clearTimeout(timers.get(id))
      timers.set(
        id,
        setTimeout(
          () => {
            stop(id)
            events.overdue(id)
          },
          Math.max(0, overdueMs - waitedMs),
        ),
      )
      events.waiting(true)
    },
    /**
     * The answer to `id` came, and with it those to every earlier message. Undefined: to all.
     * @param rests a person has the talk, and answers when they can: until the next answer no bot writes and nothing is late
     */
    end(id: string | undefined, rests = false): void {
      isResting = rests
      const ids = [...timers.keys()]
      const until = id === undefined ? ids.length : ids.indexOf(id) + 1
      ids.slice(0, until).forEach(stop)
    },
  }
}
