// The conversation on screen: messages in order, a line for each day, suggestions that retire, and a scroll that helps.
import type { ReceivedActivity } from '../line/activity'
import { createDayLines } from './day-lines'
import { element } from '../dom/element'
import { createOwnBubble, type OwnBubble } from './own-bubble'
import type { OwnMessage } from '../line/own-messages'
import { createLiveReplies, createSwitchWatch } from './live-replies'
import { createReplyBubble, type ReplyDeeds } from './reply-bubble'
import { createScroll, type Scroller } from '../dom/scroll'
import { createOrder } from './transcript-order'
import type { TextKey, Words } from '../texts/words'

export interface TranscriptLog {
  readonly node: HTMLElement
  readonly own: (message: OwnMessage, history: boolean) => void
  /** Also of what can be read of one that is being written: it stands until the next reply, or more of it, is there. */
  readonly reply: (activity: ReceivedActivity, history: boolean) => void
  /** A line that nobody said, such as "here begins a new conversation". */
  readonly note: (key: TextKey) => void
  readonly clear: () => void
  readonly toEnd: () => void
}

export interface LogDeeds extends ReplyDeeds {
  readonly retry: (id: string) => void
}

const createLog = (words: Words): HTMLElement =>
  words.name(element('div', { class: 'log', role: 'log', 'aria-live': 'polite', tabindex: '0' }), 'log')

export function createTranscriptLog(words: Words, deeds: LogDeeds, scroller: Scroller): TranscriptLog {
  const node = createLog(words)
  const scroll = createScroll(scroller)
  const put = createOrder(node, createDayLines(words))
  const owns = new Map<string, OwnBubble>()
  const live = createLiveReplies()
  const isSwitch = createSwitchWatch()
  let interim: HTMLElement | undefined
  /** What is read from: the resident's last message, or the answer to what they chose in the header. */
  let anchor: HTMLElement | undefined

  /** History is not read out: it was, when it was new. */
  const readOut = (history: boolean): void => node.setAttribute('aria-live', history ? 'off' : 'polite')

  function showOwn(message: OwnMessage, history: boolean): void {
    readOut(history)
    const follows = scroll.isAtEnd()
    const shown = owns.get(message.id)
    const bubble = shown ?? createOwnBubble(words, message, () => deeds.retry(message.id))
    owns.set(message.id, bubble)
    bubble.show(message)
    // What a message came to makes it longer.
    if (shown && !message.activityId) {
      if (follows) scroll.toEnd()
    } else if (put(bubble.node, new Date(message.at), message.activityId)) {
      live.retire(message.text)
      anchor = bubble.node
      scroll.toEnd()
    }
  }
  /** After a tap the button is gone; the next Tab goes on from the resident's own line. */
  const choose: LogDeeds['choose'] = (suggestion) => {
    deeds.choose(suggestion)
    anchor?.focus({ preventScroll: true })
  }
  return {
    node,
    toEnd: scroll.toEnd,
    own: showOwn,
    reply(activity, history) {
      const follows = scroll.isAtEnd()
      const bubble = createReplyBubble(words, activity, { ...deeds, choose })
      interim?.remove()
      interim = activity.type === 'typing' ? bubble.node : undefined
      // The whole of it is read out, and can be tapped, when it is there.
      if (interim) interim.inert = true
      readOut(history)
      live.add(bubble, activity)
      put(bubble.node, bubble.at, interim ? undefined : activity.id)
      // Something was said since.
      if (bubble.node.nextElementSibling) bubble.retire('')
      const isSwitched = isSwitch(activity) && bubble.node.previousElementSibling !== anchor
      if (isSwitched) anchor = bubble.node
      if (history) scroll.toEnd()
      else if (anchor && (follows || isSwitched)) scroll.toTop(anchor)
    },
    note(key) {
      readOut(false)
      node.append(words.put(element('p', { class: 'note' }), key))
      scroll.toEnd()
    },
    clear() {
      node.replaceChildren()
      owns.clear()
      anchor = undefined
    },
  }
}
