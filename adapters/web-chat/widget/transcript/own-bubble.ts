// A message of the resident: the words, the time, and honestly how far it has come.
import type { OwnMessage } from '../line/own-messages'
import { button, element } from '../dom/element'
import { formatTime } from '../texts/moments'
import type { Words } from '../texts/words'

/** Author and time of a message, the time in the resident's clock and language. `draw` says a changed time. */
export function createByline(
  words: Words,
  author: 'you' | 'bot' | { readonly name: string },
  at: () => Date,
) {
  const time = element('time')
  const draw = (): void => {
    time.dateTime = at().toISOString()
    time.textContent = formatTime(at(), words.uiLanguage())
  }
  words.live(draw)
  const who =
    typeof author === 'string' ? words.put(element('b'), author) : element('b', { dir: 'auto' }, author.name)
  return { node: element('p', { class: 'byline' }, who, ' ', time), draw }
}

export interface OwnBubble {
  readonly node: HTMLElement
  readonly show: (message: OwnMessage) => void
}

export function createOwnBubble(words: Words, first: OwnMessage, retry: () => void): OwnBubble {
  let message = first
  const byline = createByline(words, 'you', () => new Date(message.at))
  // Silent: the log reads new messages only; what goes wrong is announced by the status line.
  const state = element('p', { class: 'state', 'aria-live': 'off' })
  const node = element(
    'div',
    { class: 'message own', tabindex: '-1' },
    byline.node,
    element('div', { class: 'bubble', dir: 'auto' }, ...(message.pictures ?? []), message.text),
    state,
  )
  const why = new Text()
  /** One as long as it is there: who has the focus on it keeps it through attempts that are made meanwhile. */
  const again = button('text-button', retry)
  const draw = (): void => {
    node.classList.toggle('pending', message.state === 'sending' || message.state === 'unsent')
    if (message.said || message.state === 'sent' || message.state === 'sending') {
      if (again.matches(':focus')) node.focus()
      state.replaceChildren(message.said ?? '')
      return
    }
    why.data = `${words.say(message.state)}. `
    again.textContent = words.say('retry')
    if (!again.parentNode) state.replaceChildren(why, again)
  }
  words.live(draw)
  return {
    node,
    show(next) {
      message = next
      byline.draw()
      draw()
    },
  }
}
