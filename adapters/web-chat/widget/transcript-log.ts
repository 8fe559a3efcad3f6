// The conversation on screen: messages in order, a line for each day, suggestions that retire, and a scroll that helps.
import type { ReceivedActivity } from './activity'
import { createDayLines, dayLineOf } from './day-lines'
import { element } from './element'
import { createOwnBubble, type OwnBubble } from './own-bubble'
import type { OwnMessage } from './own-messages'
import { createReplyBubble, type ReplyBubble, type ReplyDeeds } from './reply-bubble'
import { createScroll } from './scroll'
import type { TextKey, Words } from './words'

export interface TranscriptLog {
  readonly node: HTMLElement
  readonly own: (message: OwnMessage, history: boolean) => void
  readonly reply: (activity: ReceivedActivity, history: boolean) => void
  /** A line that nobody said, such as "here begins a new conversation". */
  readonly note: (key: TextKey) => void
  readonly clear: () => void
  readonly toEnd: () => void
}

export interface LogDeeds extends ReplyDeeds {
  readonly retry: (id: string) => void
}

/** History goes above what still waits to be sent, and is not read out: it was, when it was new. */
function insert(log: HTMLElement, message: HTMLElement, history: boolean): void {
  log.setAttribute('aria-live', history ? 'off' : 'polite')
  const waits = history && log.querySelector('.pending')
  log.insertBefore(message, waits ? (dayLineOf(waits) ?? waits) : null)
}

export function createTranscriptLog(
  words: Words,
  deeds: LogDeeds,
  scroller: () => HTMLElement,
): TranscriptLog {
  const node = element('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: '0' })
  words.name(node, 'log')
  const scroll = createScroll(scroller)
  const days = createDayLines(words)
  const owns = new Map<string, OwnBubble>()
  let replies: ReplyBubble[] = []
  let lastOwn: HTMLElement | undefined

  function add(message: HTMLElement, at: Date, history: boolean): void {
    insert(node, message, history)
    days.mark(message, at)
  }
  function addOwn(message: OwnMessage, history: boolean): void {
    const bubble = createOwnBubble(words, message, () => deeds.retry(message.id))
    owns.set(message.id, bubble)
    replies.forEach(({ retire }) => retire(message.text))
    replies = []
    add(bubble.node, new Date(message.at), history)
    lastOwn = bubble.node
    scroll.toEnd()
  }
  /** After a tap the button is gone; the next Tab goes on from the resident's own line. */
  const choose: LogDeeds['choose'] = (suggestion) => {
    deeds.choose(suggestion)
    lastOwn?.focus({ preventScroll: true })
  }
  return {
    node,
    toEnd: scroll.toEnd,
    own(message, history) {
      const shown = owns.get(message.id)
      if (shown) shown.show(message)
      else addOwn(message, history)
    },
    reply(activity, history) {
      const follows = scroll.isAtEnd()
      const bubble = createReplyBubble(words, activity, { ...deeds, choose })
      replies.push(bubble)
      add(bubble.node, activity.timestamp ? new Date(activity.timestamp) : new Date(), history)
      if (history) scroll.toEnd()
      else if (follows && lastOwn) scroll.toTop(lastOwn)
    },
    note(key) {
      node.setAttribute('aria-live', 'polite')
      node.append(words.put(element('p', { class: 'note' }), key))
      scroll.toEnd()
    },
    clear() {
      node.replaceChildren()
      owns.clear()
      replies = []
      lastOwn = undefined
    },
  }
}
