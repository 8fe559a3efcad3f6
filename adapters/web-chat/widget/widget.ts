// One script tag on any page: a labelled button in the corner, and behind it the chat, shut off from the page's own styles.
import { createChatView, type ChatView } from './view/chat-view'
import { button, element, icon } from './dom/element'
import type { Memory } from './line/memory'
import { followScheme } from './dom/scheme'
import { readSetting } from './view/setting'
import { adoptStyles } from './view/style-sheets'
import type { Words } from './texts/words'

const tag = 'dygnet-chat'
const bubble = 'M4 5h16v11H10l-5 4v-4H4z'
/** As in the style sheet, to the letter, for so it weighs next to nothing: on a smaller screen the chat is a sheet over the whole page. */
const small = '(max-width:480px),(max-height:480px)'

function createLauncher(words: Words, open: () => void) {
  let unread = 0
  const badge = element('span', { class: 'badge' })
  const spoken = element('p', { class: 'unseen', role: 'status' })
  const node = button('launcher', open, icon(bubble), words.put(element('span'), 'launcher'), badge)
  node.setAttribute('aria-haspopup', 'dialog')
  // While the chat is open this button is not there.
  node.setAttribute('aria-expanded', 'false')
  const draw = (): void => {
    badge.hidden = unread === 0
    badge.replaceChildren(
      element('span', { class: 'unseen' }, words.say('unread', { n: '' })),
      String(unread),
    )
    spoken.textContent = unread ? words.say('unread', { n: unread }) : ''
  }
  words.live(draw)
  return {
    node,
    spoken,
    /** One more that was not seen, or all are. */
    count(isNew: boolean): void {
      unread = isNew ? unread + 1 : 0
      draw()
    },
  }
}

/**
 * Opens and closes the frame. Beside the page it is not modal and traps nothing; as a sheet that covers the page it is
 * modal, because what it covers must not take the focus. Both come from the browser's own dialog.
 */
function createFrame(view: ChatView, memory: Memory, closed: () => void) {
  const isSmall = matchMedia(small)
  const node = element('dialog', { class: 'frame', 'aria-labelledby': 'title' }, view.node)
  const show = (): void => (isSmall.matches ? node.showModal() : node.setAttribute('open', ''))
  function open(): void {
    if (node.open) return
    show()
    memory.keep({ open: true })
    view.start()
    view.toEnd()
  }
  function leave(): void {
    memory.keep({ open: false })
    closed()
  }
  function close(): void {
    node.close()
    leave()
  }
  const back = (event: Event): void => {
    event.preventDefault()
    if (!view.escape()) close()
  }
  // Of a chooser for files inside, too.
  node.addEventListener('cancel', (event) => event.target === node && back(event))
  // The browser itself closes what does not close when it is told to.
  node.addEventListener('close', () => node.open || leave())
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') back(event)
  })
  isSmall.addEventListener('change', () => {
    if (!node.open) return
    node.close()
    show()
    view.focus()
  })
  return { node, open, close, isSheet: () => isSmall.matches }
}

async function placeWidget(script: HTMLScriptElement): Promise<void> {
  // A tag in the head without `defer` runs before there is anything to stand in.
  if (!document.querySelector('body'))
    await new Promise((resolve) => addEventListener('DOMContentLoaded', resolve))
  if (document.querySelector(tag)) return
  const host = document.createElement(tag)
  document.body.append(host)
  const setting = await readSetting(script)
  const { words, memory } = setting
  const root = host.attachShadow({ mode: 'open' })
  adoptStyles(root, setting.base)
  followScheme(host, script.dataset['scheme'] ?? 'light')

  const heard = (activityId: string): void => {
    launcher.count(!frame.node.open && activityId !== memory.get().seen)
    if (frame.node.open) memory.keep({ seen: activityId })
  }
  const view = createChatView({ ...setting, headingLevel: 'h2', close: () => frame.close(), heard })
  const launcher = createLauncher(words, () => {
    launcher.count(false)
    launcher.node.hidden = true
    frame.open()
    view.focus()
  })
  const frame = createFrame(view, memory, () => {
    launcher.node.hidden = false
    launcher.node.focus()
  })
  const body = element('div', { class: 'widget' }, launcher.node, launcher.spoken, frame.node)
  words.mark(body)
  root.append(body)
  // Above everything, whatever the page does with z-index, overflow or transform.
  if ('showPopover' in host) {
    host.popover = 'manual'
    host.showPopover()
  }
  const { access, open } = memory.get()
  if (access) view.start()
  // A talk goes on where it was; but a sheet would hide the page the resident has just chosen.
  if (access && open && !frame.isSheet()) {
    launcher.node.hidden = true
    frame.open()
  }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) void placeWidget(script)
