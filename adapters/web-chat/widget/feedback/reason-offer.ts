// Fetches what it takes to ask why an answer did not help, when a resident first says so.
import { createScriptFetch } from '../dom/fetch-script'
import type { Words } from '../texts/words'

export interface ReasonWorld {
  readonly words: Words
  /** Where it is asked. */
  readonly node: HTMLElement
  /** Told the reason, empty when there is none. */
  readonly explain: (reason: string) => void
}

export type AskWhy = (world: ReasonWorld) => void

interface ReasonsScript {
  readonly askWhy: AskWhy
}

/** The "no" is kept, so whoever cannot be asked is thanked. @param base address of the chat server, with a slash at the end. */
export function createReasonOffer(base: string): AskWhy {
  const fetchScript = createScriptFetch<ReasonsScript>(`${base}reasons.js`)
  return (world) =>
    void fetchScript().then(
      (script) => script.askWhy(world),
      () => world.explain(''),
    )
}
