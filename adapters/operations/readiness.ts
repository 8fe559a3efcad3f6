// Whether the store serves residents now: it answers, and it takes what they write.
import { DygnetError, type ErrorCode } from '../../bot/contracts/basics/errors'
import type { Store } from '../../bot/contracts/store/store'

/** How long a question waits for the store; a load balancer gives up soon after. */
const deadlineMs = 2_000
const silent = 'the store does not answer'

/** Never the error's own words: they tell of the insides. */
const reasons: Partial<Record<ErrorCode, string>> = {
  'store-full': 'the store is full',
  'store-read-only': 'the store takes no writes',
}

/**
 * Gives a function that tells why the store is not ready; undefined when it is. A store that answers may still refuse every
 * message. It is not written to for the question's sake until it has refused a write; then at each question, until that works.
 */
export function createReadiness(
  store: Pick<Store, 'ping' | 'refusedWrites' | 'tryWrite'>,
): () => Promise<string | undefined> {
  let refusedBefore = 0
  const look = async (): Promise<undefined> => {
    await store.ping()
    const refused = store.refusedWrites()
    if (refused === refusedBefore) return
    await store.tryWrite()
    refusedBefore = refused
  }
  return async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, deadlineMs, silent)
    })
    try {
      return await Promise.race([look(), late])
    } catch (error) {
      return (error instanceof DygnetError ? reasons[error.code] : undefined) ?? silent
    } finally {
      clearTimeout(timer)
    }
  }
}
