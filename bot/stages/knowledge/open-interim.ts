// What the resident reads of an answer while the language model writes it.
import { randomUUID } from 'node:crypto'
import type { Store } from '../../contracts/store/store'
import { linkPhones } from '../../text/link-phones'
import { languageOf, type Turn } from '../turn/turn'

export type InterimStore = Pick<Store, 'showInterim'>

interface OpenInterim {
  /** Undefined where nothing can be shown that is not sent for good. */
  readonly show: ((soFar: string) => void) | undefined
  /** Says that no more of it comes. @returns whether any was shown */
  readonly end: () => boolean
}

export function openInterim(turn: Turn, store: InterimStore): OpenInterim {
  const { conversationId, channel, receivedAt: at } = turn.message
  const named = { conversationId, answer: randomUUID(), language: languageOf(turn), at }
  let part = 0
  const tell = (told: { readonly text?: string }): void => {
    part += 1
    store.showInterim({ ...named, part, ...told })
  }
  return {
    show: channel === 'web' ? (soFar) => tell({ text: linkPhones(soFar) }) : undefined,
    end: () => {
      const wasShown = part > 0
      if (wasShown) tell({})
      return wasShown
    },
  }
}
