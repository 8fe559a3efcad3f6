// What one tab remembers between two pages.
//
// sessionStorage, not localStorage and not a cookie: it lives through a reload and a change of page in the same tab, and is
// gone when the tab closes, so that the next person at a library's computer finds nothing. A message that could not be sent
// before the tab was closed is lost with it; that is the price, and the resident saw that it was not sent.
import type { Access, Config, Outgoing } from './activity'

export interface Remembered {
  readonly access?: Access | undefined
  readonly language?: string
  /** The panel was open when the page was left. */
  readonly open?: boolean
  /** Not yet accepted by the server, oldest first. */
  readonly queue?: readonly Outgoing[]
  /** Replies the resident has already judged. */
  readonly judged?: readonly string[]
  /** Id of the newest reply that was on screen. */
  readonly seen?: string
  /** What the city's server last said of itself. */
  readonly config?: Config
  /** A proxy on the way swallows sockets: poll at once on the next page. */
  readonly socketBlocked?: boolean
}

/** Forgets itself quietly where storage is switched off: the chat then lives for one page. */
export function createMemory(key: string) {
  const readStorage = (): Remembered => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Remembered
    } catch {
      return {}
    }
  }
  let remembered = readStorage()
  return {
    get: (): Remembered => remembered,
    keep(change: Remembered): void {
      remembered = { ...remembered, ...change }
      try {
        sessionStorage.setItem(key, JSON.stringify(remembered))
      } catch {
        // Storage is full or forbidden; what is in memory still serves this page.
      }
    },
  }
}
export type Memory = ReturnType<typeof createMemory>
