// How long an answer of Redis is waited for.

/** Long enough to read what has arrived. */
const readingMs = 50

/**
 * Gives `answer`, or rejects when none came within `withinMs`. Time in which this process was busy with its own does not count:
 * what Redis said meanwhile lies unread, and a timer's turn comes before that of what is to be read. So a wait that ended late
 * is made longer by as much, once.
 */
export function answerInTime<Answer>(answer: Promise<Answer>, withinMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const dueMs = performance.now() + withinMs
    const giveUp = () => reject(new Error('Command timed out'))
    const listenOnce = () => {
      timer = setTimeout(giveUp, Math.max(readingMs, performance.now() - dueMs))
    }
    let timer = setTimeout(listenOnce, withinMs)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
