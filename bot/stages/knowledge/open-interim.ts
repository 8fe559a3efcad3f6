// What the resident reads of an answer while the language model writes it.
import { toReplyId } from '../../contracts/talk/ids'
import type { Store } from '../../contracts/store/store'
import { forPage } from '../../text/for-page'
import { languageOf, type Turn } from '../turn/turn'

export type InterimStore = Pick<Store, 'showInterim'>

interface OpenInterim {
  /** Undefined where nothing can be shown that is not sent for good. */
  readonly show: ((soFar: string) => void) | undefined
  readonly wasShown: () => boolean
}

export function openInterim(turn: Turn, store: InterimStore): OpenInterim {
  const { id, conversationId, channel, receivedAt: at } = turn.message
  const reply = toReplyId(id, 1)
  const language = languageOf(turn)
  let part = 0
  function show(soFar: string): void {
    part += 1
    store.showInterim({ conversationId, reply, part, language, at, text: forPage(soFar) })
  }
  return { show: channel === 'web' ? show : undefined, wasShown: () => part > 0 }
}

/** The first reply of a turn stands in the place of what was shown before. */
export const endInterim = (turn: Turn): Turn =>
  turn.wasInterimShown === true
    ? {
        ...turn,
        replies: turn.replies.map((reply, index) => (index === 0 ? { ...reply, endsInterim: true } : reply)),
      }
    : turn
