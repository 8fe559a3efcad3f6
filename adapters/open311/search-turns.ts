// Searches go one after another: reading needs no key, and many searches at once would leave little of the server to residents.
import { Fault } from './fault'

export type SearchTurns = <T>(search: () => Promise<T>) => Promise<T>

/** Longer than this nobody would wait for an answer. */
const mostWaiting = 10
const comeAgainMs = 5_000

/** The one that is under way is not among those that wait. The search throws `Fault` `unavailable` when too many do. */
export function createSearchTurns(): SearchTurns {
  let unanswered = 0
  let last: Promise<unknown> = Promise.resolve()
  return async (search) => {
    if (unanswered > mostWaiting) throw new Fault('unavailable', undefined, comeAgainMs)
    unanswered += 1
    const found = last.then(search).finally(() => {
      unanswered -= 1
    })
    last = found.catch(() => undefined)
    return found
  }
}
